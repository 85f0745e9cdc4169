package cn.jiping.person;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 个人信息删除: only where nothing must be kept. */
@Component
class PersonErasure {
    private final PersonStore store;
    private final StandingPersons standing;
    private final Duplicates duplicates;
    private final SkillStore skills;
    private final ObjectProvider<RetentionHold> holds;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final PersonSettings settings;

    PersonErasure(
            PersonStore store,
            StandingPersons standing,
            Duplicates duplicates,
            SkillStore skills,
            ObjectProvider<RetentionHold> holds,
            AuditTrail audit,
            ApplicationEventPublisher events,
            PersonSettings settings) {
        this.store = store;
        this.standing = standing;
        this.duplicates = duplicates;
        this.skills = skills;
        this.holds = holds;
        this.audit = audit;
        this.events = events;
        this.settings = settings;
    }

    void erase(Actor actor, PersonId person, String reason) {
        var why = Reasons.checked(reason, settings.shortestReason());
        var core = standing.requireActive(standing.visible(actor, person));
        if (store.loadCluster(core.id()).size() > 1 || duplicates.inAMerge(core.id())) {
            throw PersonRefused.retained("merge");
        }
        if (!skills.loadHistory(List.of(core.id())).isEmpty()) {
            throw PersonRefused.retained("skill");
        }
        holds.stream()
                .flatMap(hold -> hold.hold(core.id()).stream())
                .findFirst()
                .ifPresent(hold -> {
                    throw PersonRefused.retained(hold);
                });
        standing.advance(core);
        store.erase(core.id());
        audit.record(actor, Act.of("person.erased", "person", core.id()).because(why));
        events.publishEvent(new PersonEvent.Erased(core.id()));
    }
}
