package cn.jiping.person;

import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 出生日期和性别: what documents tell and what was said, which must not contradict. */
record Birth(LocalDate bornOn, Sex sex) {
    private static final int OLDEST_YEAR = 1900;

    /**
     * @throws InvalidInput if they contradict, are missing or impossible
     */
    static Birth of(
            List<IdentityDocument> documents,
            @Nullable LocalDate bornOn,
            @Nullable Sex sex,
            LocalDate today) {
        var faults = new ArrayList<InvalidInput.Fault>();
        var days = documents.stream().flatMap(d -> d.bornOn().stream()).distinct().toList();
        var sexes = documents.stream().flatMap(d -> d.sex().stream()).distinct().toList();
        var day = settled("bornOn", "person.born-on", days, bornOn, faults);
        var which = settled("sex", "person.sex", sexes, sex, faults);
        if (day != null && (day.isAfter(today) || day.getYear() < OLDEST_YEAR)) {
            faults.add(fault("bornOn", "person.born-on-impossible"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Birth(Objects.requireNonNull(day), Objects.requireNonNull(which));
    }

    private static <T> @Nullable T settled(
            String field,
            String code,
            List<T> told,
            @Nullable T said,
            List<InvalidInput.Fault> faults) {
        if (told.size() > 1) {
            faults.add(fault("documents", code + "-of-documents-differ"));
            return null;
        }
        if (told.isEmpty()) {
            if (said == null) {
                faults.add(fault(field, code + "-missing"));
            }
            return said;
        }
        if (said != null && !said.equals(told.getFirst())) {
            faults.add(fault(field, code + "-differs"));
        }
        return told.getFirst();
    }

    private static InvalidInput.Fault fault(String field, String code) {
        return new InvalidInput.Fault(field, code, List.of());
    }
}
