package cn.jiping.web;

import cn.jiping.shared.Actor;
import java.util.List;

/**
 * 备选项: what a form of an earlier module offers to pick; implemented by the modules that know the
 * things, as far as the actor may see them.
 */
public interface PickList {
    /** What is picked. */
    enum Kind {
        /** 行政区划, by code. */
        PLACE,
        /** 评价机构, by id. */
        BODY
    }

    Kind kind();

    List<Choice> choices(Actor actor);
}
