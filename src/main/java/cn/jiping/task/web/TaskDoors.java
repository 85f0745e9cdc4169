package cn.jiping.task.web;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Door;
import cn.jiping.web.Crumb;

/** The same pages behind six doors; links stay behind the actor's own. */
final class TaskDoors {
    static final String AUTHORITY = "/authority/tasks";
    static final String BODY = "/body/tasks";
    static final String MY = "/my/tasks";
    static final String EXPERT = "/expert/tasks";
    static final String AUDIT = "/audit/tasks";
    static final String ADMIN = "/admin/tasks";

    private TaskDoors() {}

    static String base(Actor actor) {
        var role = actor.role();
        if (role == null) {
            throw new IllegalStateException("Only roles have tasks");
        }
        return role.door().path() + "/tasks";
    }

    /** Whether the tasks behind the actor's door are their own, not those of an office. */
    static boolean own(Actor actor) {
        var role = actor.role();
        return role != null && (role.door() == Door.MY || role.door() == Door.EXPERT);
    }

    static Crumb crumb(Actor actor) {
        return new Crumb(base(actor), "nav.tasks");
    }
}
