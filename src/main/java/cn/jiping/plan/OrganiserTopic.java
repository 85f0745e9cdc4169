package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.Occupation;
import cn.jiping.catalog.UnifiedTerms;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Finding;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 由谁组织、由谁核发. */
@Component
class OrganiserTopic implements DecisionTopic<OrganiserTopic.Facts> {

    /** 组织与核发的事实: the division is the city or county of the candidate. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            EvaluationKind kind,
            @Nullable SkillLevel level,
            @Nullable String occupation,
            @Nullable Affiliation affiliation,
            @Nullable DivisionCode division) {}

    @Override
    public String name() {
        return "organiser";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(
                QualificationTerms.class,
                SkillLevelTerms.class,
                SpecialTerms.class,
                UnifiedTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "33",
                "on", "2021-10-23",
                "kind", "QUALIFICATION",
                "level", "1",
                "occupation", "保安员",
                "affiliation", "LOCAL",
                "division", "330106");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var occupation =
                facts.occupation() == null ? null : Catalogue.in(book).require(facts.occupation());
        return switch (facts.kind()) {
            case QUALIFICATION -> qualification(facts, occupation, book);
            case SKILL_LEVEL -> skillLevel(facts, occupation, book);
            case SPECIAL -> special(facts, occupation, book);
        };
    }

    private static Answer qualification(
            Facts facts, @Nullable Occupation occupation, LawBook book) {
        var level = given("level", facts.level());
        var law = book.in(facts.jurisdiction(), facts.on());
        var page = law.require(QualificationTerms.class);
        var place = place(facts, book);
        var affiliation = given("affiliation", facts.affiliation());
        var found = new QualificationRule(law, page).judge(level, affiliation, place, occupation);
        return answer(found, facts)
                .with("division", division(found.value().organisedBy(), place, facts));
    }

    private static Answer skillLevel(Facts facts, @Nullable Occupation occupation, LawBook book) {
        var level = given("level", facts.level());
        var page = book.in(facts.jurisdiction(), facts.on()).require(SkillLevelTerms.class);
        if (!page.terms().levels().contains(level)) {
            throw InvalidInput.of("level", "plan.no-such-level");
        }
        requireOpen(facts, occupation, book);
        var organiser = new Organiser(page.terms().organisedBy(), page.terms().issuedBy(), false);
        return answer(
                Finding.of(organiser, Reason.of(OrganiserReason.BY_BODY, page.source())), facts);
    }

    private static Answer special(Facts facts, @Nullable Occupation occupation, LawBook book) {
        var page = book.in(facts.jurisdiction(), facts.on()).require(SpecialTerms.class);
        requireOpen(facts, occupation, book);
        var place = place(facts, book);
        var row = page.terms().of(QualificationRule.seat(place));
        var organiser = new Organiser(page.terms().organisedBy(), row.issuedBy(), false);
        return answer(
                        Finding.of(
                                organiser,
                                Reason.of(
                                        OrganiserReason.ORGANISED,
                                        page.terms().organising(),
                                        organiser.organisedBy()),
                                Reason.of(
                                        OrganiserReason.ISSUED,
                                        row.issuing(),
                                        organiser.issuedBy()),
                                Reason.of(OrganiserReason.NEAREST, row.chosen())),
                        facts)
                .with("division", division(row.issuedBy(), place, facts));
    }

    private static void requireOpen(Facts facts, @Nullable Occupation occupation, LawBook book) {
        if (occupation == null) {
            return;
        }
        var open = Catalogue.in(book).openKind(facts.jurisdiction(), occupation.name(), facts.on());
        if (open.value() != facts.kind()) {
            throw InvalidInput.of("kind", "plan.kind-not-open", occupation.name());
        }
    }

    private static Places.Place place(Facts facts, LawBook book) {
        var division = given("division", facts.division());
        return Places.in(book)
                .find(facts.jurisdiction(), division, facts.on())
                .orElseThrow(() -> InvalidInput.of("division", "plan.division", division.value()));
    }

    private static <V> V given(String field, @Nullable V value) {
        if (value == null) {
            throw InvalidInput.of(field, "plan.needed");
        }
        return value;
    }

    private static @Nullable String division(Authority authority, Places.Place place, Facts facts) {
        var division = Issuing.division(authority, place, facts.jurisdiction());
        return division == null ? null : division.value();
    }

    private static Answer answer(Finding<Organiser> found, Facts facts) {
        return Answer.of(found.reasons(), facts.on())
                .with("organisedBy", found.value().organisedBy())
                .with("issuedBy", found.value().issuedBy())
                .with("unified", found.value().unified());
    }
}
