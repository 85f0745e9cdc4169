package cn.jiping.exam;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** 待办取消的理由: why a task is taken away, in the words of the texts. */
@Component
class TaskReasons {
    private final MessageSource messages;

    TaskReasons(MessageSource messages) {
        this.messages = messages;
    }

    /** What became of the group it was about. */
    String of(SmallGroupStatus status) {
        return text("word.SmallGroupStatus." + status);
    }

    String nobodyLeft() {
        return of(SmallGroupStatus.EMPTY);
    }

    String everybodySeated() {
        return text("page.exam.cities.arranged");
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.CHINA);
    }
}
