package cn.jiping.plan;

import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.SkillLevel;
import java.util.List;

/**
 * 批次稿: which session is to be opened and what is offered in it. The key makes drafting idempotent.
 */
public record SessionDraft(
        Jurisdiction jurisdiction,
        SessionCode code,
        String title,
        List<Offer> offers,
        String clientKey) {
    public SessionDraft {
        offers = List.copyOf(offers);
    }

    /** 拟开考项. */
    public record Offer(
            String occupation, SkillLevel level, SubjectForm skills, SubjectForm review) {}
}
