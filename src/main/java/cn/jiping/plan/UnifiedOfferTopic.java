package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.KindTerms;
import cn.jiping.catalog.UnifiedTerms;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 能不能列入统一鉴定. */
@Component
class UnifiedOfferTopic implements DecisionTopic<UnifiedOfferTopic.Facts> {
    static final String NAME = "unified-offer";

    /** 列入统一鉴定的事实: the occupation, its level, and the day of the examination. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            String occupation,
            SkillLevel level) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        var pages = new HashSet<>(Catalogue.STANDING_PAGES);
        pages.add(KindTerms.class);
        pages.add(QualificationTerms.class);
        pages.add(UnifiedTerms.class);
        return pages;
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "on", "2021-10-23", "occupation", "保安员", "level", "1");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var occupation = Catalogue.in(book).require(facts.occupation());
        var law = book.in(facts.jurisdiction(), facts.on());
        return Answer.of(new UnifiedOfferRule(law).judge(occupation, facts.level()), facts.on());
    }
}
