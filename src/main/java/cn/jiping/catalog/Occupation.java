package cn.jiping.catalog;

import cn.jiping.shared.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 职业: as the documents print it, with the departments that implement its appraisal; the source is
 * the place that names it.
 */
public record Occupation(
        String name,
        @Nullable Category category,
        List<String> departments,
        @Nullable Exit exit,
        Source source) {
    public Occupation {
        departments = List.copyOf(departments);
    }

    /** 职业资格名称: the numbered category of the annex. */
    public record Category(int number, String name) {}

    /** How the annex lets the occupation leave the catalogue. */
    public enum Exit {
        /** 第一批. */
        BATCH_1,
        /** 第二批. */
        BATCH_2,
        /** 拟依法调整为准入类. */
        TO_ACCESS
    }

    /** 由人力资源社会保障部门实施, alone or with others. */
    public boolean implementedBy(String department) {
        return departments.contains(department);
    }
}
