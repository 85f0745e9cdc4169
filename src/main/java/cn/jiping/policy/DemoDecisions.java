package cn.jiping.policy;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 演示决定: invented matters, answered by the topics themselves and kept, so that a draft of law can be
 * tried on something in the demo. The same ones in every demo; each is named as one of the demo's.
 */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
class DemoDecisions {
    private static final Actor PROGRAM = Actor.program("policy.demo");
    private static final String TYPE = "demo";
    private static final int EACH = 60;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 2);
    private static final int DAYS = 700;
    private static final List<String> PLACES =
            List.of("330100", "330106", "330200", "330300", "330700", "330825", "331000");

    private final Decisions decisions;
    private final DecisionStore store;
    private final Policies policies;
    private final AuditTrail audit;
    private final SplittableRandom random = new SplittableRandom(20211023);

    DemoDecisions(Decisions decisions, DecisionStore store, Policies policies, AuditTrail audit) {
        this.decisions = decisions;
        this.store = store;
        this.policies = policies;
        this.audit = audit;
    }

    /** A matter of the demo: what is asked about it. */
    private record Matter(String topic, String facts) {}

    /** Once and all of them; a later start finds the first. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void decide() {
        var matters = matters();
        if (matters.isEmpty() || decided(matters.getFirst())) {
            return;
        }
        IntStream.range(0, matters.size()).forEach(at -> keep(at + 1, matters.get(at)));
        audit.record(
                PROGRAM,
                Act.of("policy.demo-decided", TYPE, about(1).id())
                        .changing("decisions", null, matters.size()));
    }

    private List<Matter> matters() {
        return Stream.<Supplier<Matter>>of(
                        this::resit,
                        this::groupSize,
                        this::planScore,
                        this::sampleReview,
                        this::eligibility)
                .flatMap(kind -> Stream.generate(kind).limit(EACH))
                .filter(matter -> known(matter.topic()))
                .toList();
    }

    private boolean decided(Matter first) {
        return store.load(about(1), first.topic(), "").isPresent();
    }

    private boolean known(String topic) {
        return policies.topics().stream().anyMatch(each -> each.name().equals(topic));
    }

    private static DecisionDraft.About about(int number) {
        return new DecisionDraft.About(TYPE, "演示-%04d".formatted(number));
    }

    private void keep(int number, Matter matter) {
        var place = new DivisionCode(PLACES.get(random.nextInt(PLACES.size())));
        store.add(
                decisions.answered(
                        new DecisionDraft(
                                about(number), matter.topic(), "", matter.facts(), place, null),
                        PROGRAM));
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private Matter resit() {
        var published = day();
        return new Matter(
                "resit",
                """
                {"on": "%s", "publishedOn": "%s", "resitsUsed": %d}\
                """
                        .formatted(
                                published.plusDays(random.nextInt(1, 420)),
                                published,
                                random.nextInt(3)));
    }

    private Matter groupSize() {
        return new Matter(
                "group-size",
                """
                {"on": "%s", "applicants": %d}\
                """
                        .formatted(day(), random.nextInt(3, 19)));
    }

    private Matter planScore() {
        return new Matter(
                "plan-score",
                """
                {"on": "%s", "bodyType": "SOCIAL", "score": %d}\
                """
                        .formatted(day(), random.nextInt(45, 96)));
    }

    private Matter sampleReview() {
        var sampled = random.nextInt(6, 40);
        return new Matter(
                "sample-review",
                """
                {"on": "%s", "sampled": %d, "unqualified": %d}\
                """
                        .formatted(day(), sampled, random.nextInt(sampled * 2 / 3)));
    }

    private Matter eligibility() {
        var years = random.nextInt(1, 16);
        return new Matter(
                "eligibility",
                """
                {"on": "%s", "level": "%d", "applicant": {"bornOn": "%s", \
                "yearsInOccupation": %d, "certificate": "%d", "yearsSinceCertificate": %d}}\
                """
                        .formatted(
                                day(),
                                random.nextInt(3, 5),
                                FIRST_DAY.minusYears(20L + years),
                                years,
                                random.nextInt(4, 6),
                                random.nextInt(years)));
    }
}
