package cn.jiping.policy;

import cn.jiping.shared.Source;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 现行规定: values in force, the source they rest on, and from which day. {@code until} is the last
 * day, where the law ends or another follows.
 */
public record InForce<T extends Terms>(
        T terms, Source source, LocalDate from, @Nullable LocalDate until) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
