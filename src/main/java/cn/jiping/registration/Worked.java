package cn.jiping.registration;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** 累计工作时间, as people say it. */
public record Worked(int years, int months) {
    private static final int MOST_YEARS = 90;
    private static final int MONTHS = 12;
    private static final int PLACES = 4;

    public Worked {
        if (years < 0 || years > MOST_YEARS || months < 0 || months >= MONTHS) {
            throw new IllegalArgumentException("No working time: " + years + ", " + months);
        }
    }

    /** In years, as the rules take it. */
    BigDecimal inYears() {
        return BigDecimal.valueOf(months)
                .divide(BigDecimal.valueOf(MONTHS), PLACES, RoundingMode.CEILING)
                .add(BigDecimal.valueOf(years));
    }
}
