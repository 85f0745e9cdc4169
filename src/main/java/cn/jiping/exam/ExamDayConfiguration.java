package cn.jiping.exam;

import cn.jiping.task.TaskKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamDayConfiguration {
    @Bean
    TaskKind examAnswerSheetsKind() {
        return ExamDues.SHEETS;
    }

    @Bean
    TaskKind examPracticalScoresKind() {
        return ExamDues.SCORES;
    }

    @Bean
    TaskKind examPracticalArrangementKind() {
        return PracticalDues.ENTER;
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
