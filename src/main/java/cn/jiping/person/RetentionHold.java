package cn.jiping.person;

import cn.jiping.shared.PersonId;
import java.util.Optional;

/** 留存: a module that must keep a person's data says so here, before anything is erased. */
public interface RetentionHold {
    /**
     * Why the person's data must stay, as a message key under {@code hold.<key>}; empty: it need
     * not.
     */
    Optional<String> hold(PersonId person);
}
