package cn.jiping.account.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.OncePerRequestFilter;

/** 安全: one chain for every request; sign-in itself is done by our own pages. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String CONTENT =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";
    private static final String PERMISSIONS =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";
    private static final int A_YEAR = 31_536_000;

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            RouteAccess access,
            SignedInSessions sessions,
            CsrfTokens csrf,
            AccessAnswers answers,
            @Value("${server.servlet.session.cookie.secure:false}") boolean secure)
            throws Exception {
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .sessionManagement(management ->
                        management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(protection ->
                        protection
                                .ignoringRequestMatchers(access::open)
                                .csrfTokenRepository(csrf.repository())
                                .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler()))
                .addFilterAfter(new EarlyToken(), CsrfFilter.class)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(answers).accessDeniedHandler(answers))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(
                                        DispatcherType.ERROR,
                                        DispatcherType.FORWARD,
                                        DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .access(access))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                                .frameOptions(frame -> frame.deny())
                                .httpStrictTransportSecurity(transport -> {
                                    transport.includeSubDomains(true).maxAgeInSeconds(A_YEAR);
                                    if (secure) {
                                        transport.requestMatcher(_ -> true);
                                    }
                                }))
                .build();
    }

    /** Nobody signs in this way; without it the framework would invent a user with a password. */
    @Bean
    AuthenticationManager authenticationManager() {
        return _ -> {
            throw new ProviderNotFoundException("Sign-in is done by the pages");
        };
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return new HttpStatusRequestRejectedHandler(HttpServletResponse.SC_BAD_REQUEST);
    }

    /** A long page is partly sent before its form is written; the cookie must be out by then. */
    private static final class EarlyToken extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
                token.getToken();
            }
            chain.doFilter(request, response);
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            var path = RouteAccess.path(request);
            return path.startsWith("/assets/")
                    || path.startsWith("/webjars/")
                    || path.startsWith("/actuator/")
                    || path.startsWith("/api/");
        }
    }
}
