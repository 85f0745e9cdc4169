package cn.jiping.payment;

import cn.jiping.policy.Law;
import cn.jiping.policy.NoRule;
import cn.jiping.shared.Finding;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.util.List;
import java.util.Set;

/** 应收费用: the fixed fee of each subject taken; who resits pays for what is taken again only. */
record FeeRule(Law law) {

    /**
     * @throws NoRule where the level has no such subject
     */
    Finding<List<FeeLine>> lines(SkillLevel level, Set<FeeItem> items) {
        var row = law.require(FeeTerms.class).terms().of(level);
        var lines =
                items.stream()
                        .sorted()
                        .map(item -> new FeeLine(item, fee(row, item), row.source()))
                        .toList();
        var reasons =
                lines.stream()
                        .map(line ->
                                Reason.of(
                                        PaymentReason.FIXED_FEE,
                                        line.source(),
                                        level,
                                        line.item(),
                                        line.amount().toString()))
                        .toList();
        return new Finding<>(lines, reasons);
    }

    private Money fee(FeeTerms.Row row, FeeItem item) {
        var yuan = row.of(item);
        if (yuan == null) {
            throw NoRule.of(law.jurisdiction(), law.on());
        }
        return Money.ofYuan(yuan);
    }
}
