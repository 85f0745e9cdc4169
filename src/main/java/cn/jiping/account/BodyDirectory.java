package cn.jiping.account;

import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Scope;
import java.util.List;
import java.util.Optional;

/**
 * 机构名录: the evaluation bodies a role can be given at; implemented by the module that keeps them.
 */
public interface BodyDirectory {
    /** Bodies inside the scope whose name holds the text, the nearest first. */
    List<Entry> search(Scope scope, String text, int atMost);

    /** The body, if it lies inside the scope. */
    Optional<Entry> find(Scope scope, BodyId body);

    /** A body with its printed name and the division it lies in. */
    record Entry(BodyId id, String name, DivisionCode division) {}
}
