package cn.jiping.score.web;

import cn.jiping.shared.Door;
import cn.jiping.web.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScoreNavigation {
    private static final int ORDER = 37;

    @Bean
    NavEntry scoresOfTheAuthority() {
        return new NavEntry(Door.AUTHORITY, ORDER, ScoreController.BASE, "scores");
    }

    @Bean
    NavEntry scoresOfTheCandidate() {
        return new NavEntry(Door.MY, ORDER, MyScoreController.BASE, "my-scores");
    }

    @Bean
    NavEntry scoresForTheAuditor() {
        return new NavEntry(Door.AUDIT, ORDER, ScoreController.BASE, "scores");
    }
}
