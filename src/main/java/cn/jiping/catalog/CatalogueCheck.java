package cn.jiping.catalog;

import cn.jiping.policy.Policies;
import org.springframework.stereotype.Component;

/** 启动核对: the program does not start with an annex that disagrees with its own totals. */
@Component
class CatalogueCheck {
    CatalogueCheck(Policies policies) {
        Catalogue.in(policies.book());
    }
}
