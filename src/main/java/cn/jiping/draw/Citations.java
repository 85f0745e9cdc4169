package cn.jiping.draw;

import cn.jiping.clock.BusinessClock;
import cn.jiping.draw.CitableLaw.Document;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** 依据核对: what is cited must stand in the law book and be in force here on the day. */
@Component
class Citations {
    private final CitableLaw law;

    Citations(CitableLaw law) {
        this.law = law;
    }

    List<Fault> faults(DrawAnnouncement draft, Instant now) {
        var documents = law.inForce(places(draft), LocalDate.ofInstant(now, BusinessClock.ZONE));
        var faults = new ArrayList<Fault>();
        if (draft.heading().basis() instanceof Source.Clause cited) {
            fault(cited, documents).ifPresent(faults::add);
        }
        var seen = new HashSet<Source>();
        for (var exclusion : draft.pool().exclusions()) {
            if (exclusion.source() instanceof Source.Clause cited && seen.add(cited)) {
                fault(cited, documents)
                        .map(fault ->
                                new Fault(
                                        "pool." + exclusion.number(),
                                        fault.code(),
                                        fault.arguments()))
                        .ifPresent(faults::add);
            }
        }
        return faults;
    }

    private static Scope places(DrawAnnouncement draft) {
        var division = draft.heading().place().division();
        return division == null ? Scope.all() : Scope.ofDivisions(Set.of(division));
    }

    private static Optional<Fault> fault(Source.Clause cited, List<Document> documents) {
        var document =
                documents.stream()
                        .filter(each -> each.shortName().equals(cited.document()))
                        .findAny();
        if (document.isEmpty()) {
            return Optional.of(unknown(cited, documents));
        }
        return document.filter(each -> !each.has(cited.clause()))
                .map(each -> without(cited.clause(), each));
    }

    private static Fault unknown(Source.Clause cited, List<Document> documents) {
        var citable =
                documents.stream()
                        .map(each -> each.shortName() + "（" + each.name() + "）")
                        .collect(Collectors.joining("、"));
        return new Fault("basis", "draw.not-in-force", List.of(cited.document(), citable));
    }

    private static Fault without(String clause, Document document) {
        return new Fault(
                "basis.clause",
                "draw.no-clause",
                List.of(
                        document.name(),
                        clause,
                        String.join("、", document.near(clause)),
                        document.address()));
    }
}
