package cn.jiping.registration;

import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 代报稿: who is registered at which counter for what. The key makes beginning idempotent. */
public record CounterDraft(
        SessionId session,
        OfferingId offering,
        DivisionCode county,
        Candidate candidate,
        String clientKey) {

    /** 考生, as the document says; what it does not tell is typed. */
    public record Candidate(
            String name,
            IdentityDocument document,
            @Nullable LocalDate bornOn,
            @Nullable Sex sex) {}
}
