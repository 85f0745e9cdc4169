package cn.jiping.task;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TaskSettings.class)
class TaskConfiguration {
    @Bean
    TaskKind deliveriesFailedKind() {
        return FailedDeliveries.KIND;
    }

    @Bean
    TaskKind secondPersonKind() {
        return AccountTasks.SECOND_PERSON;
    }

    @Bean
    TaskKind accountReviewKind() {
        return AccountTasks.REVIEW;
    }
}
