package cn.jiping.policy.web;

import cn.jiping.draw.CitableLaw;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawDocument;
import cn.jiping.policy.Policies;
import cn.jiping.shared.Scope;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** 可引用的文件: the documents of the law book in force, for the draws that rest on them. */
@Component
class LawToCite implements CitableLaw {
    private final Policies policies;
    private final LawWords words;
    private final Territories territories;

    LawToCite(Policies policies, LawWords words, Territories territories) {
        this.policies = policies;
        this.words = words;
        this.territories = territories;
    }

    @Override
    public List<Document> inForce(Scope places, LocalDate on) {
        return policies.book().documents().stream()
                .filter(document -> document.inForce().covers(on))
                .filter(document -> applies(document.jurisdiction(), places, on))
                .sorted(Comparator.comparing(LawDocument::shortName))
                .map(this::document)
                .toList();
    }

    private boolean applies(Jurisdiction jurisdiction, Scope places, LocalDate on) {
        return jurisdiction.equals(Jurisdiction.NATIONAL)
                || places.everywhere()
                || territories.jurisdictionOf(LawWords.province(jurisdiction), on).stream()
                        .anyMatch(places::covers);
    }

    private Document document(LawDocument document) {
        return new Document(
                document.shortName(),
                words.text("document." + document.shortName()),
                document.title(),
                LawAddresses.path(document.shortName()),
                document.clauses().stream()
                        .map(clause ->
                                new Clause(
                                        clause.clause(),
                                        Objects.requireNonNullElse(clause.heading(), "")))
                        .toList());
    }
}
