package cn.jiping.keys;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeysConfiguration {
    @Bean
    @ConditionalOnProperty(
            name = "jiping.keys.service",
            havingValue = "file",
            matchIfMissing = true)
    KeyService fileKeyService(Environment environment) {
        var home = Path.of(environment.getProperty("JIPING_HOME", "data")).toAbsolutePath();
        var file = environment.getProperty("JIPING_KEYS");
        return new FileKeyService(
                file == null
                        ? home.resolveSibling(home.normalize().getFileName() + "-keys")
                                .resolve("keyring.json")
                        : Path.of(file));
    }
}
