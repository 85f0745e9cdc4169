package cn.jiping.certificate;

import cn.jiping.file.FileId;
import cn.jiping.plan.SessionId;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 鉴定结果: what the stages before say of one person's examination. {@code county}: where the candidate
 * is told to come for the certificate; null: to the city.
 */
public record PassedResult(
        UUID id,
        Session session,
        Candidate candidate,
        Skill skill,
        Locality city,
        @Nullable Locality county,
        Proof proof) {

    /** 批次. */
    public record Session(SessionId id, String title, Jurisdiction jurisdiction) {}

    /** 考生, and the photo that was checked with the application. */
    public record Candidate(PersonId person, @Nullable FileId photo) {}

    /** 职业和等级. */
    public record Skill(String occupation, SkillLevel level) {}

    /**
     * Whether every subject the level asks for was passed, whether the review of the application
     * was closed with a yes, and since when the scores are published.
     */
    public record Proof(boolean passed, boolean reviewed, @Nullable LocalDate publishedOn) {}
}
