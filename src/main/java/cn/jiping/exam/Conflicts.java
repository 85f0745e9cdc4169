package cn.jiping.exam;

import cn.jiping.shared.Signature;
import cn.jiping.shared.Stale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 已被他人更改: says who was faster and when; what no person did the platform did. */
@Component
class Conflicts {
    private final MessageSource messages;

    Conflicts(MessageSource messages) {
        this.messages = messages;
    }

    Stale of(Optional<Signature> last, Stale.Change... changes) {
        return new Stale(
                List.of(changes),
                last.map(this::name).orElse(null),
                last.map(Signature::at).orElse(null));
    }

    private String name(Signature by) {
        return by.account() == null
                ? messages.getMessage("exam.by-the-platform", null, Locale.CHINA)
                : by.name();
    }
}
