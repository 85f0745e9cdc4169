package cn.jiping.certificate;

import cn.jiping.plan.Issuing;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 能不能发职业资格证书，由谁发. */
@Component
class CertificateIssueTopic implements DecisionTopic<CertificateIssueTopic.Facts> {

    /** 发证的事实: the division is the city or county of the candidate. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            String occupation,
            SkillLevel level,
            DivisionCode division,
            boolean passed,
            boolean reviewed,
            @Nullable LocalDate publishedOn) {}

    @Override
    public String name() {
        return "certificate-issue";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(Issuing.PAGES.stream(), Stream.of(IssueTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2021-11-26",
                "occupation", "焊工",
                "level", "1",
                "division", "330106",
                "passed", "true",
                "reviewed", "true",
                "publishedOn", "2021-11-20");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on());
        var page = law.require(IssueTerms.class);
        var issuing = Issuing.of(law, facts.level(), facts.division(), facts.occupation());
        var ruling =
                new IssueRule(page)
                        .judge(
                                new IssueRule.Standing(
                                        facts.passed(), facts.reviewed(), facts.publishedOn()),
                                facts.on());
        return Answer.of(ruling, facts.on())
                .with("issuedBy", issuing.value().by())
                .with("division", issuing.value().division())
                .with("department", page.terms().departments().get(issuing.value().by()))
                .because(issuing.reasons().toArray(Reason[]::new));
    }
}
