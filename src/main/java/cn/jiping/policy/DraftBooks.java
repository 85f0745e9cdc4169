package cn.jiping.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads the book of a draft with everything that any module checks of a whole book. */
@Component
class DraftBooks {
    private static final Pattern PLACE =
            Pattern.compile(
                    "documents/[A-Z0-9-]+\\.yaml|\\d{2}/[a-z-]+/[a-z-]+\\.yaml|places/\\d{2}\\.csv");

    private final ProgramLaw program;
    private final Calendars calendars;
    private final List<LawCheck> checks;

    DraftBooks(ProgramLaw program, Calendars calendars, List<LawCheck> checks) {
        this.program = program;
        this.calendars = calendars;
        this.checks = List.copyOf(checks);
    }

    /**
     * @throws LawFaulty if a file stands where the book has no place, cannot be read, or the whole
     *     contradicts itself
     */
    LawBook laidOver(LawBook base, Map<String, String> files) {
        var strange =
                files.keySet().stream()
                        .filter(path -> !PLACE.matcher(path).matches())
                        .filter(path -> base.file(path).isEmpty())
                        .map(path -> LawFault.of(path, "no-place"))
                        .toList();
        if (!strange.isEmpty()) {
            throw new LawFaulty(strange);
        }
        var all = new TreeMap<>(base.files());
        all.putAll(files);
        return read(all);
    }

    /**
     * @throws LawFaulty with everything that is wrong
     */
    LawBook read(SortedMap<String, String> files) {
        var book = program.read(files).with(calendars.workingDays());
        var faults = new ArrayList<LawFault>();
        for (var check : checks) {
            try {
                check.check(book);
            } catch (LawFaulty faulty) {
                faults.addAll(faulty.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new LawFaulty(faults);
        }
        return book;
    }
}
