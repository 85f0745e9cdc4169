package cn.jiping.policy.web;

import cn.jiping.policy.CitedValue;
import cn.jiping.policy.CitedValue.Leaf;
import cn.jiping.policy.CitedValue.Place;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawDocument;
import cn.jiping.policy.LawDocument.LawClause;
import cn.jiping.policy.LawIndex.Standing;
import cn.jiping.policy.Policies;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import cn.jiping.shared.Unanswerable;
import cn.jiping.territory.Division;
import cn.jiping.territory.Territories;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 法规用语: pages of law, their values and their places in the words of the country. */
@Component
class LawWords {
    private static final Locale CHINESE = Locale.CHINA;

    /** Dots between names; those inside brackets belong to a key. */
    private static final Pattern FIELD_PART = Pattern.compile("\\.(?![^\\[]*\\])");

    private static final String REST_OF_CODE = "0000";

    /** A table without a name of its own. */
    private static final String NO_NAME = "rows";

    private final MessageSource messages;
    private final ReasonTexts texts;
    private final Territories territories;
    private final Policies policies;

    LawWords(
            MessageSource messages, ReasonTexts texts, Territories territories, Policies policies) {
        this.policies = policies;
        this.messages = messages;
        this.texts = texts;
        this.territories = territories;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, CHINESE);
    }

    /** The name of a page of law. */
    public String page(String path) {
        return text("law.page." + path);
    }

    /** 浙江省; 全国. */
    public String place(Jurisdiction jurisdiction) {
        return place(jurisdiction, policies.book());
    }

    /** The same where the country knows no such place and the book of a draft may. */
    public String place(Jurisdiction jurisdiction, LawBook book) {
        if (jurisdiction.equals(Jurisdiction.NATIONAL)) {
            return text("law.national");
        }
        return territories
                .findEver(province(jurisdiction))
                .map(Division::name)
                .or(() -> Optional.ofNullable(book.provinces().get(jurisdiction)))
                .orElseGet(() -> text("law.unnamed", jurisdiction.value()));
    }

    /** The place whose law it is, of any jurisdiction but the national one. */
    static DivisionCode province(Jurisdiction jurisdiction) {
        return new DivisionCode(jurisdiction.value() + REST_OF_CODE);
    }

    /** The document as it is cited; its short name where nobody gave it another. */
    String document(String shortName) {
        return Objects.requireNonNull(
                messages.getMessage("document." + shortName, null, shortName, CHINESE));
    }

    /** 浙江 2021 通知 二(二); for a practice, why it was chosen. */
    String cite(Source source) {
        return switch (source) {
            case Source.Clause clause -> document(clause.document()) + " " + clause.clause();
            case Source.Practice practice -> text("web.practice") + practice.why();
        };
    }

    String days(LocalDate from, @Nullable LocalDate until) {
        return until == null
                ? text("law.days.from", from.toString())
                : text("law.days.between", from.toString(), until.toString());
    }

    /** What a clause means for those who ask, in one sentence. */
    String standing(LawDocument document, LawClause clause, Standing standing) {
        return switch (standing) {
            case IN_FORCE -> text("law.standing.IN_FORCE.about");
            case CARRIED ->
                    text("law.standing.CARRIED.about", String.join("、", clause.requirements()));
            case NO_RULE -> text("law.standing.NO_RULE." + whyNot(document, clause));
        };
    }

    private static String whyNot(LawDocument document, LawClause clause) {
        return switch (clause.kind()) {
            case EFFORT -> "effort";
            case NORM -> "norm";
            case ORGANISATION -> document.gathers(clause) ? "heading" : "organisation";
        };
    }

    /** One group of values as a line: 期限事项 成绩发布，鉴定方式 日常鉴定，工作日 15. */
    String values(CitedValue value) {
        var place = value.place();
        return place == null ? ofPage(value.leaves()) : placed(place, value.leaves());
    }

    private String placed(Place place, List<Leaf> leaves) {
        var values = ofRow(leaves);
        var name = named(place);
        return name.isEmpty() || values.startsWith(name + " ") ? values : name + "：" + values;
    }

    /** The head of the row around it, or the table's name where that says something. */
    private String named(Place place) {
        if (!place.row().isEmpty()) {
            return ofRow(place.row()) + "，" + text("law.value." + place.name());
        }
        if (place.name().equals(NO_NAME)) {
            return "";
        }
        var name = text("law.value." + place.name());
        return place.key() == null ? name : name + " " + word(place.key());
    }

    /** What a page says by itself; here nothing said is something said. */
    private String ofPage(List<Leaf> leaves) {
        return leaves.stream().map(this::leaf).collect(Collectors.joining("，"));
    }

    /** What one row says; the columns that it leaves empty say nothing. */
    private String ofRow(List<Leaf> leaves) {
        var said = leaves.stream().filter(leaf -> leaf.value() != null).toList();
        return ofPage(said.isEmpty() ? leaves : said);
    }

    /** A value of a page by its place there: rows[成绩发布].workingDays is 成绩发布 · 工作日. */
    public String field(String path) {
        return FIELD_PART
                .splitAsStream(path)
                .map(this::fieldPart)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String fieldPart(String part) {
        var bracket = part.indexOf('[');
        var name = bracket < 0 ? part : part.substring(0, bracket);
        var row = bracket < 0 ? "" : part.substring(bracket + 1, part.length() - 1);
        var said = messages.getMessage("law.value." + name, null, name, CHINESE);
        return row.isEmpty() ? String.valueOf(said) : row;
    }

    private String leaf(Leaf leaf) {
        return text("law.value." + leaf.name()) + " " + word(leaf.value());
    }

    /** Why nothing answers, with the place by its name. */
    String nothing(Unanswerable nothing) {
        var place = nothing.facts().getOrDefault("jurisdiction", "");
        var arguments =
                nothing.arguments().stream()
                        .map(each -> each.equals(place) ? place(new Jurisdiction(place)) : each)
                        .toArray();
        var key = "refusal." + nothing.code();
        var named = messages.getMessage(key + ".named", arguments, null, CHINESE);
        return named == null ? text(key, arguments) : named;
    }

    /** What an outcome is called; its own name where nobody gave it one. */
    String outcome(String name) {
        return Objects.requireNonNull(messages.getMessage("outcome." + name, null, name, CHINESE));
    }

    /** A value as a sentence says it. */
    String word(@Nullable Object value) {
        return switch (value) {
            case null -> text("law.unset");
            case Boolean holds -> text(holds ? "law.yes" : "law.no");
            case LocalDate day -> day.toString();
            case Collection<?> none when none.isEmpty() -> text("web.none");
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(entry ->
                                    outcome(key(entry.getKey())) + " " + word(entry.getValue()))
                            .collect(Collectors.joining("；"));
            case Set<?> set ->
                    set.stream()
                            .sorted(LawWords::inOrder)
                            .map(this::word)
                            .collect(Collectors.joining("、"));
            case Collection<?> many ->
                    many.stream().map(this::word).collect(Collectors.joining("、"));
            case Enum<?> constant when unnamed(constant) -> constant.name();
            default -> texts.word(value, CHINESE);
        };
    }

    /** Answers may hold a word that no sentence needed so far. */
    private boolean unnamed(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        return type != SkillLevel.class
                && messages.getMessage(
                                "word." + type.getSimpleName() + "." + constant.name(),
                                null,
                                null,
                                CHINESE)
                        == null;
    }

    private String key(Object key) {
        return key instanceof String name ? name : word(key);
    }

    private static int inOrder(Object one, Object other) {
        return one instanceof Enum<?> first && other instanceof Enum<?> second
                ? Integer.compare(place(first), place(second))
                : one.toString().compareTo(other.toString());
    }

    /** Where a constant stands among those of its type, as the law lists them. */
    private static int place(Enum<?> constant) {
        return List.of(constant.getDeclaringClass().getEnumConstants()).indexOf(constant);
    }
}
