package cn.jiping.catalog;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 职业在不在目录内. */
@Component
class CatalogueStatusTopic implements DecisionTopic<CatalogueStatusTopic.Facts> {

    /** 目录状态的事实. */
    record Facts(@Default("33") Jurisdiction jurisdiction, String occupation, LocalDate on) {}

    @Override
    public String name() {
        return "catalogue-status";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Catalogue.STANDING_PAGES;
    }

    @Override
    public Map<String, String> example() {
        return Map.of("jurisdiction", "33", "occupation", "车工", "on", "2020-09-30");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var found =
                Catalogue.in(book).standing(facts.jurisdiction(), facts.occupation(), facts.on());
        var standing = found.value();
        return Answer.of(found.reasons(), facts.on())
                .with("status", standing.status())
                .with("exitedOn", standing.exitedOn())
                .with("batch", standing.batch())
                .with("pendingAccess", standing.pendingAccess() ? true : null);
    }
}
