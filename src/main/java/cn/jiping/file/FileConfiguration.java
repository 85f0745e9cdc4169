package cn.jiping.file;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class FileConfiguration {
    private static final String FOLDER = "files";

    @Bean
    BlobStore blobStore(Environment environment, Clock clock) {
        var home = Path.of(environment.getProperty("JIPING_HOME", "data"));
        return new LocalBlobStore(home.toAbsolutePath().normalize().resolve(FOLDER), clock);
    }
}
