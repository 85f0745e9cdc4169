package cn.jiping.exam;

import cn.jiping.task.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class GroupConfiguration {
    @Bean
    TaskKind anotherDayArrangeKind() {
        return AnotherDayTasks.ARRANGE;
    }

    @Bean
    TaskKind examSmallGroupProposeKind() {
        return GroupTasks.PROPOSE;
    }

    @Bean
    TaskKind examSmallGroupDecideKind() {
        return GroupTasks.DECIDE;
    }

    @Bean
    TaskKind examCityReportKind() {
        return CityReports.REPORT;
    }
}
