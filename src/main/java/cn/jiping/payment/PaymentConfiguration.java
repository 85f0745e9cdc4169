package cn.jiping.payment;

import cn.jiping.task.TaskKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentSettings.class)
class PaymentConfiguration {
    @Bean
    TaskKind paymentToPayKind() {
        return OrderFile.TO_PAY;
    }

    @Bean
    TaskKind paymentToHandOnKind() {
        return Settlements.TO_DECLARE;
    }

    @Bean
    TaskKind paymentToReceiveKind() {
        return Settlements.TO_RECEIVE;
    }

    @Bean
    TaskKind paymentDifferenceKind() {
        return Reconciliations.DIFFERENCE;
    }
}
