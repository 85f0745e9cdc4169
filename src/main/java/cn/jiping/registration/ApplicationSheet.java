package cn.jiping.registration;

import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 职业技能鉴定申报表, as it is filled in; empty where nothing is known.
 *
 * @param years in words
 */
record ApplicationSheet(
        Person person, ApplicationView application, String years, List<Review> opinions) {
    ApplicationSheet {
        opinions = List.copyOf(opinions);
    }

    /** 本人; number and phone in full only for the person themselves. */
    record Person(
            String name,
            @Nullable Sex sex,
            @Nullable LocalDate bornOn,
            String document,
            String phone) {}
}
