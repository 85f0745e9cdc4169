package cn.jiping.catalog;

import cn.jiping.policy.LawBook;
import cn.jiping.policy.LawCheck;
import cn.jiping.policy.Policies;
import org.springframework.stereotype.Component;

/**
 * 目录核对: neither the program nor a draft goes on with a faulty table or an annex that disagrees with
 * its totals.
 */
@Component
final class CatalogueCheck implements LawCheck {
    CatalogueCheck(Policies policies) {
        check(policies.book());
    }

    @Override
    public void check(LawBook book) {
        Catalogue.in(book);
        NamedTables.in(book);
        Province.in(book);
    }
}
