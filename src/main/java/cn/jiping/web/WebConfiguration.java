package cn.jiping.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CallerSettings.class)
class WebConfiguration implements WebMvcConfigurer {
    private final Languages languages = new Languages();
    private final ObjectProvider<CallerLimit> limit;

    WebConfiguration(ObjectProvider<CallerLimit> limit) {
        this.limit = limit;
    }

    @Bean
    Routes routes() {
        return Routes.load();
    }

    @Bean
    MessageSource messageSource() {
        return new Messages();
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        limit.ifAvailable(registry::addInterceptor);
        registry.addInterceptor(languages);
    }
}
