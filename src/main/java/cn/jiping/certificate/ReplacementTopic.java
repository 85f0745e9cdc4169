package cn.jiping.certificate;

import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 证书遗失或有误怎么办. */
@Component
class ReplacementTopic implements DecisionTopic<ReplacementTopic.Facts> {

    /** 补证的事实. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            ReplacementTerms.CertificateKind certificateKind,
            String occupation,
            LocalDate issuedOn,
            Cause reason) {}

    /** 补证事由; both lead to the same. */
    enum Cause {
        /** 遗失. */
        LOST,
        /** 错证. */
        WRONG
    }

    @Override
    public String name() {
        return "replacement";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(ReplacementTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2021-06-01",
                "certificateKind", "QUALIFICATION",
                "occupation", "车工",
                "issuedOn", "2019-05-01",
                "reason", "LOST");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        if (facts.issuedOn().isAfter(facts.on())) {
            throw InvalidInput.of("issuedOn", "certificate.issued-later");
        }
        var row =
                new ReplacementRule(book.in(facts.jurisdiction(), facts.on()))
                        .judge(facts.certificateKind(), facts.occupation(), facts.issuedOn());
        return Answer.of(List.of(reason(row)), facts.on())
                .with("gives", row.gives())
                .with("by", row.by())
                .with("document", row.document());
    }

    private static Reason reason(ReplacementTerms.Row row) {
        var document = row.document();
        return switch (row.gives()) {
            case PROOF ->
                    Reason.of(
                            CertificateReason.PROOF,
                            row.source(),
                            document == null ? row.gives() : document);
            case REISSUE -> Reason.of(CertificateReason.REISSUE, row.source());
        };
    }
}
