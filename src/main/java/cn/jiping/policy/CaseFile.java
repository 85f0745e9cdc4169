package cn.jiping.policy;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 案例表: questions to be tried on a draft, one a line. The head names the facts as an address would,
 * nested ones with a dot; {@code topic} is needed, {@code case} names the line.
 */
record CaseFile(Policies policies, String name, int most) {
    private static final String TOPIC = "topic";
    private static final String CASE = "case";

    /**
     * @throws LawFaulty naming the line and fact of everything that is wrong
     */
    List<ReplayItem> read(byte[] content, @Nullable DivisionCode division) {
        var lines = Csv.lines(LawZip.text(name, content));
        if (lines.isEmpty() || !lines.getFirst().cells().contains(TOPIC)) {
            throw LawFaulty.of(LawFault.at(name, 1, TOPIC, "case-head"));
        }
        if (lines.size() - 1 > most) {
            throw LawFaulty.of(LawFault.of(name, "case-many", most));
        }
        var head = lines.getFirst().cells();
        var faults = new ArrayList<LawFault>();
        var cases = new ArrayList<ReplayItem>();
        for (var line : lines.subList(1, lines.size())) {
            if (line.cells().size() > head.size()) {
                faults.add(
                        LawFault.at(
                                name,
                                line.number(),
                                "",
                                "cells",
                                head.size(),
                                line.cells().size()));
            } else {
                read(head, line, division, cases, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw new LawFaulty(faults);
        }
        if (cases.isEmpty()) {
            throw LawFaulty.of(LawFault.of(name, "case-none"));
        }
        return cases;
    }

    private void read(
            List<String> head,
            Csv.Line line,
            @Nullable DivisionCode division,
            List<ReplayItem> cases,
            List<LawFault> faults) {
        var facts = new LinkedHashMap<String, String>();
        for (var i = 0; i < line.cells().size(); i++) {
            if (!line.cells().get(i).isBlank()) {
                facts.put(head.get(i), line.cells().get(i).strip());
            }
        }
        var topic = facts.remove(TOPIC);
        var named = facts.remove(CASE);
        var item =
                ReplayItem.ofCase(
                        Ids.next(),
                        named == null ? String.valueOf(line.number()) : named,
                        topic == null ? "" : topic,
                        ReplayItem.factsOf(facts),
                        division);
        try {
            item.question(policies.topic(item.topic()));
            cases.add(item);
        } catch (NotFound _) {
            faults.add(LawFault.at(name, line.number(), TOPIC, "case-topic"));
        } catch (InvalidInput refused) {
            refused.faults()
                    .forEach(fault ->
                            faults.add(
                                    LawFault.at(name, line.number(), fault.field(), code(fault))));
        }
    }

    private static String code(InvalidInput.Fault fault) {
        return switch (fault.code()) {
            case "fact.missing" -> "value-missing";
            case "fact.unknown" -> "value-unknown";
            case "fact.doubled" -> "value-doubled";
            default -> "wrong";
        };
    }
}
