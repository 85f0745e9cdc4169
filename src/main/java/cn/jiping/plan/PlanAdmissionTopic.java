package cn.jiping.plan;

import cn.jiping.catalog.Catalogue;
import cn.jiping.catalog.KindTerms;
import cn.jiping.institution.LevelsTerms;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.Law;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.BodyType;
import cn.jiping.shared.EvaluationKind;
import cn.jiping.shared.Reason;
import cn.jiping.shared.Ruling;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** 计划能不能发布. */
@Component
class PlanAdmissionTopic implements DecisionTopic<PlanAdmissionTopic.Facts> {

    /** 计划的事实: the body, its standing, and the whole plan. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            LocalDate on,
            BodyType bodyType,
            BodyState bodyState,
            EvaluationKind kind,
            String occupation,
            SkillLevel level,
            boolean inFiledScope,
            boolean siteFiled,
            boolean siteConfirmed,
            boolean delegated,
            boolean provincialBody,
            boolean outsideHomeRegion,
            boolean crossRegionApproved,
            boolean feePublished) {}

    /** 机构状态. */
    enum BodyState {
        /** 在目录清单内. */
        LISTED,
        /** 暂停评价. */
        SUSPENDED,
        /** 已退出目录清单. */
        DELISTED
    }

    @Override
    public String name() {
        return "plan-admission";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Stream.concat(
                        Catalogue.STANDING_PAGES.stream(),
                        Stream.of(AdmissionTerms.class, KindTerms.class, LevelsTerms.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Map<String, String> example() {
        return Map.ofEntries(
                Map.entry("jurisdiction", "33"),
                Map.entry("on", "2024-01-10"),
                Map.entry("bodyType", "SOCIAL"),
                Map.entry("bodyState", "LISTED"),
                Map.entry("kind", "SKILL_LEVEL"),
                Map.entry("occupation", "车工"),
                Map.entry("level", "4"),
                Map.entry("inFiledScope", "true"),
                Map.entry("siteFiled", "true"),
                Map.entry("siteConfirmed", "true"),
                Map.entry("delegated", "false"),
                Map.entry("provincialBody", "true"),
                Map.entry("outsideHomeRegion", "true"),
                Map.entry("crossRegionApproved", "false"),
                Map.entry("feePublished", "true"));
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on());
        var page = law.require(AdmissionTerms.class);
        var failing = new ArrayList<>(new AdmissionRule(page).failing(facts));
        failing.addAll(otherKind(facts, book));
        levelNotOpen(facts, law).ifPresent(failing::add);
        var ruling =
                failing.isEmpty()
                        ? Ruling.met(Reason.of(AdmissionReason.ADMITTED, page.source()))
                        : new Ruling.NotMet(failing);
        return Answer.of(ruling, facts.on());
    }

    private static List<Reason> otherKind(Facts facts, LawBook book) {
        var open =
                Catalogue.in(book).openKind(facts.jurisdiction(), facts.occupation(), facts.on());
        return open.value() == facts.kind() ? List.of() : open.reasons();
    }

    private static Optional<Reason> levelNotOpen(Facts facts, Law law) {
        return law.find(LevelsTerms.class)
                .filter(page -> !levelOpen(facts, page.terms()))
                .map(page -> page.terms().of(facts.bodyType()).source())
                .map(source -> Reason.of(AdmissionReason.LEVEL_NOT_OPEN, source, facts.level()));
    }

    /** The added levels of employers exist in skill-level recognition only. */
    private static boolean levelOpen(Facts facts, LevelsTerms levels) {
        return switch (facts.kind()) {
            case SKILL_LEVEL -> levels.of(facts.bodyType()).levels().contains(facts.level());
            case QUALIFICATION -> levels.everywhere(facts.level());
            case SPECIAL -> true;
        };
    }
}
