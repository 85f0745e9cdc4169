package cn.jiping.draw;

import cn.jiping.clock.BusinessClock;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** 抽取编号: the number people read out, such as CQ20240408-7K3M9QXA; made from the id and the day. */
final class DrawNumber {
    private static final int DIGITS = 8;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private DrawNumber() {}

    static String of(DrawId id, Instant announcedAt) {
        var day = LocalDate.ofInstant(announcedAt, BusinessClock.ZONE);
        var rest = new BigInteger(Sha256.of(id.toString()), 16);
        var out = new StringBuilder();
        for (var i = 0; i < DIGITS; i++) {
            out.append(ALPHABET.charAt(rest.shiftRight(5 * i).intValue() & 31));
        }
        return "CQ" + day.format(DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)) + "-" + out;
    }
}
