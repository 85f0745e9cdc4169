package cn.jiping.notice;

import cn.jiping.shared.Actor;
import cn.jiping.web.UnreadNotices;
import org.springframework.stereotype.Component;

/** The number in the header of every page. */
@Component
class InboxCount implements UnreadNotices {
    private final Notices notices;

    InboxCount(Notices notices) {
        this.notices = notices;
    }

    @Override
    public long unread(Actor actor) {
        return notices.unread(actor);
    }
}
