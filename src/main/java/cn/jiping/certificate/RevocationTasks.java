package cn.jiping.certificate;

import cn.jiping.notice.Argument;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Role;
import cn.jiping.task.TaskDraft;
import cn.jiping.task.TaskKind;
import cn.jiping.task.TaskPlace;
import cn.jiping.task.TaskSubject;
import cn.jiping.task.Tasks;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What waits for the second person of the issuing authority. */
@Component
class RevocationTasks {
    static final TaskKind CONFIRM = TaskKind.closedByItsModule("certificate-revocation");

    private final Tasks tasks;
    private final Territories territories;

    RevocationTasks(Tasks tasks, Territories territories) {
        this.tasks = tasks;
        this.territories = territories;
    }

    void proposed(Actor actor, Certificate certificate, Revocation revocation) {
        var facts = certificate.facts();
        var issuer = facts.issue().issuer().code();
        var provincial =
                territories
                        .findEver(issuer)
                        .filter(place -> place.level() == DivisionLevel.PROVINCE)
                        .isPresent();
        tasks.open(
                actor,
                new TaskDraft(
                        CONFIRM,
                        List.of(
                                Argument.of(facts.holder().name()),
                                Argument.of(facts.issue().number())),
                        new TaskSubject(
                                "certificate",
                                certificate.id().toString(),
                                "/authority/certificates/" + certificate.id()),
                        new TaskPlace.Division(issuer),
                        Set.of(provincial ? Role.PROVINCE_APPROVER : Role.CITY_APPROVER),
                        null,
                        key(revocation)));
    }

    void decided(Actor actor, Revocation revocation) {
        tasks.close(actor, key(revocation), "");
    }

    private static String key(Revocation revocation) {
        return "certificate-revocation/" + revocation.id();
    }
}
