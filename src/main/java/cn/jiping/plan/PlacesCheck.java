package cn.jiping.plan;

import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawCheck;
import org.springframework.stereotype.Component;

/** 地方核对: no draft goes on with a table of places that cannot be read. */
@Component
class PlacesCheck implements LawCheck {
    @Override
    public void check(LawBook book) {
        Places.in(book);
    }
}
