package cn.jiping.score;

import cn.jiping.catalog.Catalogue;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.InForce;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.policy.Within;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 能否补考. */
@Component
class ResitTopic implements DecisionTopic<ResitTopic.Facts> {

    /** 补考的事实: the day the passed subject was published, and resits already taken. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            LocalDate publishedOn,
            @Within int resitsUsed,
            @Nullable String occupation) {}

    @Override
    public String name() {
        return "resit";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(ResitTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2022-05-10",
                "publishedOn", "2021-11-20",
                "resitsUsed", "0");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = law(facts, book);
        var cancelled =
                facts.occupation() != null
                        && Catalogue.in(book).cancelled(facts.occupation(), facts.on());
        var rule = new ResitRule(law);
        var ruling = rule.judge(facts.publishedOn(), facts.resitsUsed(), cancelled, facts.on());
        return Answer.of(ruling, facts.on()).with("until", rule.until(facts.publishedOn()));
    }

    /**
     * That of the day of publication; a subject published before the first page, by the day asked.
     */
    private static InForce<ResitTerms> law(Facts facts, LawBook book) {
        return book.in(facts.jurisdiction(), facts.publishedOn())
                .find(ResitTerms.class)
                .orElseGet(
                        () -> book.in(facts.jurisdiction(), facts.on()).require(ResitTerms.class));
    }
}
