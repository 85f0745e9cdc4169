package cn.jiping.policy;

import cn.jiping.task.TaskKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LawSettings.class)
class PolicyConfiguration {
    @Bean
    TaskKind lawActivationKind() {
        return LawActivations.TASK;
    }
}
