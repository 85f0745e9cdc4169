package cn.jiping.registration;

import cn.jiping.task.TaskKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RegistrationSettings.class)
class RegistrationConfiguration {
    @Bean
    TaskKind registrationFirstReviewKind() {
        return ReviewTasks.FIRST;
    }

    @Bean
    TaskKind registrationSecondReviewKind() {
        return ReviewTasks.SECOND;
    }

    @Bean
    TaskKind registrationCorrectKind() {
        return ReviewTasks.CORRECT;
    }

    @Bean
    TaskKind registrationTellKind() {
        return RegistrationNotices.TELL;
    }
}
