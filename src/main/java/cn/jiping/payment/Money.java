package cn.jiping.payment;

import java.math.BigDecimal;

/** 金额: whole fen of renminbi; never negative, never a fraction. */
public record Money(long fen) implements Comparable<Money> {
    private static final int FEN_PER_YUAN = 100;
    private static final int DECIMALS = 2;

    public static final Money NOTHING = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("Less than nothing: " + fen);
        }
    }

    public static Money ofYuan(long yuan) {
        return new Money(Math.multiplyExact(yuan, FEN_PER_YUAN));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /** In yuan with two decimals, for workbooks. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, DECIMALS);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** Such as {@code 435.00}. */
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
