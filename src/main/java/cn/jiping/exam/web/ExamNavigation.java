package cn.jiping.exam.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExamNavigation {
    private static final int ORDER = 35;

    @Bean
    NavEntry examsOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, ArrangementController.BASE, "exams");
    }

    @Bean
    NavEntry ticketsOfTheCandidate() {
        return new NavEntry(Door.MY, ORDER, TicketController.BASE, "tickets");
    }

    @Bean
    NavEntry examsOfTheHall() {
        return new NavEntry(Door.HALL, ORDER, HallController.BASE, "exams");
    }
}
