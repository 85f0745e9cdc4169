package cn.jiping.task;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Office;
import cn.jiping.shared.Role;
import java.util.List;

/** 机关: what places are called, who works there, which offices lie below. */
interface Offices {
    /** Such as 浙江省 · 杭州市. */
    String name(DivisionCode division);

    /** Everybody holding the role whose scope covers the place. */
    List<Colleague> holding(Role role, TaskPlace place);

    /** The divisions of the level to which a matter of the place can be given. */
    List<Below> below(DivisionCode place, Office level);
}
