package cn.jiping.plan.web;

import cn.jiping.plan.Offerable;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.Ids;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.InvalidInput.Fault;
import cn.jiping.shared.SkillLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 新批次表: the title, and of each occupation that may be offered whether and how it is. */
public record NewSessionForm(
        @Nullable String title, @Nullable List<Row> rows, @Nullable String clientKey) {
    public NewSessionForm {
        rows = rows == null ? List.of() : rows.stream().filter(Objects::nonNull).toList();
    }

    /** One occupation that may be offered. */
    public record Row(
            @Nullable String occupation,
            @Nullable Boolean offered,
            @Nullable SubjectForm skills,
            @Nullable SubjectForm review) {}

    static NewSessionForm of(String title, List<Offerable> offerables, String clientKey) {
        return new NewSessionForm(
                title,
                offerables.stream()
                        .filter(Offerable::admitted)
                        .map(one -> new Row(one.occupation().name(), null, null, null))
                        .toList(),
                clientKey);
    }

    /**
     * @throws InvalidInput if one that is offered does not say how it is held
     */
    SessionDraft draft(Jurisdiction jurisdiction, SessionCode code, SkillLevel level) {
        var offers = new ArrayList<SessionDraft.Offer>();
        var faults = new ArrayList<Fault>();
        var given = Objects.requireNonNull(rows);
        for (var at = 0; at < given.size(); at++) {
            var row = given.get(at);
            if (!Boolean.TRUE.equals(row.offered())) {
                continue;
            }
            var skills = row.skills();
            var review = row.review();
            if (skills == null) {
                faults.add(missing(at, "skills"));
            }
            if (review == null) {
                faults.add(missing(at, "review"));
            }
            if (skills != null && review != null && row.occupation() != null) {
                offers.add(new SessionDraft.Offer(row.occupation(), level, skills, review));
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new SessionDraft(
                jurisdiction,
                code,
                title == null ? "" : title,
                offers,
                clientKey == null || clientKey.isBlank() ? Ids.next().toString() : clientKey);
    }

    private static Fault missing(int at, String field) {
        return new Fault("rows[" + at + "]." + field, "plan.held-how", List.of());
    }
}
