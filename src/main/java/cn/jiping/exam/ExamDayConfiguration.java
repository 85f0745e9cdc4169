package cn.jiping.exam;

import cn.jiping.task.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamDayConfiguration {
    @Bean
    TaskKind examAnswerSheetsKind() {
        return DueTasks.SHEETS;
    }

    @Bean
    TaskKind examPracticalScoresKind() {
        return DueTasks.SCORES;
    }

    @Bean
    TaskKind examPracticalArrangementKind() {
        return DueTasks.ENTER;
    }

    @Bean
    TaskKind examPracticalSiteClosedKind() {
        return PracticalSites.CHANGE;
    }

    @Bean
    TaskKind examChainBreakKind() {
        return ChainBreaks.TASK;
    }
}
