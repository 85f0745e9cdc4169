package cn.jiping.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The forms of identity numbers: GB 11643-1999 for resident IDs and residence permits. */
final class IdentityNumbers {
    private static final Pattern RESIDENT = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final Pattern PASSPORT = Pattern.compile("[A-Z0-9]{5,17}");
    private static final Pattern HONG_KONG_MACAO = Pattern.compile("[HM]\\d{8}(\\d{2})?");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}(\\d{2}[A-Z0-9]?)?");
    private static final Pattern MILITARY =
            Pattern.compile("(\\p{IsHan}{1,4}字第?)?[A-Z0-9]{6,12}号?");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int OLDEST_YEAR = 1900;

    private IdentityNumbers() {}

    static String normalise(String number) {
        return Normalizer.normalize(number, Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
    }

    static boolean wellFormed(IdentityDocument.Kind kind, String number) {
        return switch (kind) {
            case RESIDENT_ID -> resident(number) && !number.startsWith("8");
            case PASSPORT -> PASSPORT.matcher(number).matches();
            case HONG_KONG_MACAO_PERMIT ->
                    HONG_KONG_MACAO.matcher(number).matches() || permit(number, "81", "82");
            case TAIWAN_PERMIT -> TAIWAN.matcher(number).matches() || permit(number, "83");
            case MILITARY_ID -> MILITARY.matcher(number).matches();
        };
    }

    static Optional<LocalDate> bornOn(String number) {
        if (!RESIDENT.matcher(number).matches()) {
            return Optional.empty();
        }
        try {
            var born =
                    LocalDate.of(
                            Integer.parseInt(number.substring(6, 10)),
                            Integer.parseInt(number.substring(10, 12)),
                            Integer.parseInt(number.substring(12, 14)));
            return born.getYear() < OLDEST_YEAR ? Optional.empty() : Optional.of(born);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean permit(String number, String... regions) {
        for (var region : regions) {
            if (number.startsWith(region + "0000")) {
                return resident(number);
            }
        }
        return false;
    }

    private static boolean resident(String number) {
        return RESIDENT.matcher(number).matches()
                && bornOn(number).isPresent()
                && checkDigit(number) == number.charAt(17);
    }

    /** The seventeen digits and their check digit. */
    static String checked(String digits) {
        return digits + checkDigit(digits);
    }

    private static char checkDigit(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
