package cn.jiping.registration;

import cn.jiping.shared.Actor;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Slice;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 补考人员汇总表: who registered for a resit, of which subjects. */
@Service
public class Resits {
    private final ResitListStore lists;

    Resits(ResitListStore lists) {
        this.lists = lists;
    }

    @Transactional(readOnly = true)
    public Slice<ResitRow> list(Actor actor, ResitFilter filter, Paging paging) {
        return lists.list(actor.scope(), filter, paging);
    }

    @Transactional(readOnly = true)
    public void export(Actor actor, ResitFilter filter, Consumer<ResitRow> each) {
        lists.export(actor.scope(), filter, each);
    }

    /** The sessions one may filter by. */
    @Transactional(readOnly = true)
    public List<Reviews.Session> sessions(Actor actor) {
        return lists.listSessions(actor.scope());
    }
}
