package cn.jiping.registration;

import cn.jiping.catalog.Condition;
import cn.jiping.catalog.StandardInForceTerms;
import cn.jiping.catalog.Standards;
import cn.jiping.policy.Law;
import cn.jiping.registration.Application.Subject;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** 所据条件: the condition somebody claims, by the law of the day of application. */
record Claim(Condition condition, Source source, MaterialTerms terms) {

    static Optional<Claim> find(Law law, Subject subject, String condition) {
        var standards = new Standards(law);
        StandardInForceTerms edition = standards.inForce().terms();
        var all = standards.conditions(edition.standard(), subject.level(), subject.occupation());
        return Standards.find(all, condition)
                .map(cited ->
                        new Claim(
                                cited.condition(),
                                cited.source(),
                                law.require(MaterialTerms.class).terms()));
    }

    /** What is handed in for it; who still studies hands in what stands instead. */
    List<Needed> materials(boolean studying) {
        var rule = new MaterialRule(terms);
        var instead = studying ? rule.instead(condition) : List.<MaterialTerms.Row>of();
        return rule.needed(condition).stream()
                .map(row ->
                        instead.stream()
                                .filter(other -> Objects.equals(other.insteadOf(), row.material()))
                                .findFirst()
                                .orElse(row))
                .map(row -> new Needed(row.material(), row.source()))
                .toList();
    }
}
