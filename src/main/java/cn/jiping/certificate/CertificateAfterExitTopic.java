package cn.jiping.certificate;

import cn.jiping.catalog.Catalogue;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 退出目录后还发不发职业资格证书. */
@Component
class CertificateAfterExitTopic implements DecisionTopic<CertificateAfterExitTopic.Facts> {

    /** 退出后发证的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            String occupation,
            LocalDate examOn,
            LocalDate on) {}

    @Override
    public String name() {
        return "certificate-after-exit";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(Catalogue.STANDING_PAGES.stream(), Stream.of(AfterExitTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "occupation", "车工",
                "examOn", "2020-09-20",
                "on", "2020-10-15");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var standing =
                Catalogue.in(book).standing(facts.jurisdiction(), facts.occupation(), facts.on());
        var law = book.in(facts.jurisdiction(), facts.on()).require(AfterExitTerms.class);
        var ruling = new AfterExitRule(law).judge(standing, facts.examOn(), facts.on());
        return Answer.of(ruling, facts.on());
    }
}
