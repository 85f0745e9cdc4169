package cn.jiping.certificate;

import cn.jiping.task.TaskKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CertificateSettings.class)
class CertificateConfiguration {
    @Bean
    TaskKind certificateRevocationKind() {
        return RevocationTasks.CONFIRM;
    }
}
