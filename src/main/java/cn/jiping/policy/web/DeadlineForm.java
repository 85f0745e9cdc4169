package cn.jiping.policy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a request asks to have counted: a term of a document, or so many working days. */
record DeadlineForm(
        @Nullable String what,
        @Nullable String event,
        @Nullable String mode,
        @Nullable String jurisdiction,
        @Nullable String days) {
    /** The choice that counts working days without any document's term. */
    static final String WORKING_DAYS = "working-day";

    private static final String USUAL_PLACE = "33";

    /** Whether the form was sent, be it empty; otherwise only the questions are shown. */
    public boolean asked() {
        return Stream.of(what, event, mode, days).anyMatch(Objects::nonNull);
    }

    /** The same question of another place and mode. */
    DeadlineForm in(String place, String otherMode) {
        return new DeadlineForm(what, event, otherMode, place, days);
    }

    public boolean inWorkingDays() {
        return WORKING_DAYS.equals(text("what"));
    }

    /** What was typed into a field. */
    public String text(String field) {
        var given =
                switch (field) {
                    case "what" -> what;
                    case "event" -> event;
                    case "mode" -> mode;
                    case "jurisdiction" ->
                            jurisdiction == null || jurisdiction.isBlank()
                                    ? USUAL_PLACE
                                    : jurisdiction;
                    case "days" -> days;
                    default -> throw new IllegalArgumentException(field);
                };
        return Asked.text(given);
    }

    /** The topic that knows. */
    String topic() {
        return inWorkingDays() ? WORKING_DAYS : "deadline";
    }

    /** The facts of the topic, as an address gives them. */
    Map<String, List<String>> facts() {
        var facts = new LinkedHashMap<String, List<String>>();
        if (inWorkingDays()) {
            put(facts, "from", "event");
            put(facts, "offset", "days");
        } else {
            put(facts, "jurisdiction", "jurisdiction");
            put(facts, "what", "what");
            put(facts, "mode", "mode");
            put(facts, "event", "event");
        }
        return facts;
    }

    private void put(Map<String, List<String>> facts, String fact, String field) {
        if (!text(field).isEmpty()) {
            facts.put(fact, List.of(text(field)));
        }
    }

    /** The field in which a fact was typed. */
    static String field(String fact) {
        return switch (fact) {
            case "from" -> "event";
            case "offset" -> "days";
            default -> fact;
        };
    }
}
