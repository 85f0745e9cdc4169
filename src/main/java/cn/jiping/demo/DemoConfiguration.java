package cn.jiping.demo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The cast is the same in every demo of the same size. */
@InDemo
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoConfiguration {
    @Bean
    Cast demoCast(DemoSettings settings) {
        return Cast.of(settings.cities());
    }
}
