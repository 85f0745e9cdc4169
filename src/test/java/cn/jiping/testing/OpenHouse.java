package cn.jiping.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Lets everybody in, so that a module's pages can be tested before anybody signs in. Forged posts
 * are still refused, except under {@code /open} and {@code /api}. Import it in the test.
 */
@TestConfiguration(proxyBeanMethods = false)
public class OpenHouse {
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
                    + " frame-ancestors 'none'";

    @Bean
    SecurityFilterChain everybody(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/open/**", "/api/**"))
                .headers(headers -> headers.contentSecurityPolicy(p -> p.policyDirectives(POLICY)))
                .build();
    }
}
