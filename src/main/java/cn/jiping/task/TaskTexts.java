package cn.jiping.task;

import cn.jiping.notice.Argument;
import cn.jiping.shared.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of tasks as they are printed into titles and steps, in the language of the offices. */
@Component
class TaskTexts {
    private static final Locale LANGUAGE = Locale.CHINA;

    private final MessageSource messages;

    TaskTexts(MessageSource messages) {
        this.messages = messages;
    }

    String title(TaskKind kind, List<Argument> arguments) {
        var values =
                arguments.stream().map(argument -> argument.written(key -> words(key))).toArray();
        return words("task." + kind.code() + ".title", values);
    }

    /** Who goes up with a late task. */
    String program() {
        return words("task.program");
    }

    String platform() {
        return words("task.place.platform");
    }

    String reviewed() {
        return words("task.account-review.outcome");
    }

    String secondPersonDone() {
        return words("task.second-person.outcome");
    }

    /** Such as 市级审核（浙江省 · 杭州市）: whose it is, and where the matter lies. */
    String whose(Task.Duty duty) {
        return roles(duty.doers()) + "（" + duty.placeName() + "）";
    }

    String roles(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> words("role." + role))
                .collect(Collectors.joining("、"));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LANGUAGE);
    }
}
