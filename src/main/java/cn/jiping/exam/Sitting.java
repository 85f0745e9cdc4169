package cn.jiping.exam;

import cn.jiping.plan.SessionView;
import cn.jiping.plan.SubjectForm;
import cn.jiping.shared.SkillLevel;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** 场次: a subject at its hour, or, done by hand or before a panel, within the days after theory. */
public enum Sitting {
    /** 理论知识. */
    THEORY(Subject.THEORY, false),
    /** 操作技能 on paper or at a computer. */
    SKILLS(Subject.SKILLS, false),
    /** 综合评审 on paper or at a computer. */
    REVIEW(Subject.REVIEW, false),
    /** 实际操作. */
    SKILLS_PRACTICAL(Subject.SKILLS, true),
    /** 业绩评审. */
    REVIEW_PRACTICAL(Subject.REVIEW, true);

    private final Subject subject;
    private final boolean practical;

    Sitting(Subject subject, boolean practical) {
        this.subject = subject;
        this.practical = practical;
    }

    public Subject subject() {
        return subject;
    }

    /** Whether it has no hour and no paper. */
    public boolean practical() {
        return practical;
    }

    /** As addresses write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Sitting> of(String code) {
        return Stream.of(values()).filter(one -> one.code().equals(code)).findAny();
    }

    /** In which sitting somebody of an occupation takes the subject. */
    public static Sitting of(
            SessionView session, String occupation, SkillLevel level, Subject subject) {
        var practical =
                session.offerings().stream()
                        .filter(offering -> offering.occupation().equals(occupation))
                        .filter(offering -> offering.level() == level)
                        .anyMatch(offering ->
                                switch (subject) {
                                    case THEORY -> false;
                                    case SKILLS -> offering.skills() == SubjectForm.PRACTICAL;
                                    case REVIEW -> offering.review() == SubjectForm.PRACTICAL;
                                });
        return Stream.of(values())
                .filter(one -> one.subject == subject && one.practical == practical)
                .findAny()
                .orElseThrow();
    }
}
