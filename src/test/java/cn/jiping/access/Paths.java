package cn.jiping.access;

import cn.jiping.shared.Ids;
import cn.jiping.web.Route;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses made from the patterns of the matrix. */
final class Paths {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}|\\*\\*");

    private Paths() {}

    /** Well-formed ids that belong to nobody. */
    static String sample(Route route) {
        return with(
                route, variable -> variable.contains("code") ? "990000" : Ids.next().toString());
    }

    /** The same text for every variable, encoded by the caller. */
    static String with(Route route, UnaryOperator<String> value) {
        return VARIABLE.matcher(route.path().getPatternString())
                .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group())));
    }
}
