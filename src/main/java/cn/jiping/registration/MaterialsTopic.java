package cn.jiping.registration;

import cn.jiping.catalog.SpecialConditionsTerms;
import cn.jiping.catalog.StandardCode;
import cn.jiping.catalog.StandardInForceTerms;
import cn.jiping.catalog.Standards;
import cn.jiping.catalog.StandardsTerms;
import cn.jiping.policy.Answer;
import cn.jiping.policy.DecisionTopic;
import cn.jiping.policy.Default;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.policy.LawBook;
import cn.jiping.policy.Terms;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.Reason;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 报名要交什么材料. */
@Component
class MaterialsTopic implements DecisionTopic<MaterialsTopic.Facts> {

    /** 材料的事实: the condition claimed; without one, all conditions of the level. */
    record Facts(
            @Default("33") Jurisdiction jurisdiction,
            @Nullable StandardCode standard,
            @Nullable String occupation,
            LocalDate on,
            SkillLevel level,
            @Nullable String condition) {}

    @Override
    public String name() {
        return "materials";
    }

    @Override
    public Class<Facts> facts() {
        return Facts.class;
    }

    @Override
    public Set<Class<? extends Terms>> pages() {
        return Set.of(
                MaterialTerms.class,
                StandardsTerms.class,
                StandardInForceTerms.class,
                SpecialConditionsTerms.class);
    }

    @Override
    public Map<String, String> example() {
        return Map.of(
                "jurisdiction", "22",
                "standard", "NATIONAL-2018",
                "on", "2017-05-10",
                "level", "3",
                "condition", "3-1");
    }

    @Override
    public Answer decide(Facts facts, LawBook book) {
        var law = book.in(facts.jurisdiction(), facts.on());
        var asked = AskedStandard.of(new Standards(law), facts.standard());
        var conditions = conditions(facts, new Standards(law), asked);
        var terms = law.require(MaterialTerms.class).terms();
        var listing = new Listing(new MaterialRule(terms), conditions);
        var reasons = new ArrayList<Reason>(asked.reasons());
        reasons.addAll(listing.reasons());
        var photo = terms.photo();
        if (photo != null) {
            reasons.add(photoReason(photo));
        }
        return Answer.of(reasons, facts.on())
                .with("materials", List.copyOf(listing.materials()))
                .with("instead", listing.instead.isEmpty() ? null : listing.instead)
                .with("copies", listing.copies.isEmpty() ? null : listing.copies)
                .with("byCondition", facts.condition() == null ? listing.byCondition : null)
                .with("photo", photo == null ? null : shown(photo));
    }

    private static List<Standards.Cited> conditions(
            Facts facts, Standards standards, AskedStandard asked) {
        var all = standards.conditions(asked.code(), facts.level(), facts.occupation());
        var condition = facts.condition();
        return condition == null
                ? all
                : List.of(
                        Standards.find(all, condition)
                                .orElseThrow(() ->
                                        InvalidInput.of(
                                                "condition", "registration.condition", condition)));
    }

    private static Reason photoReason(MaterialTerms.Photo photo) {
        return Reason.of(
                RegistrationReason.PHOTO_FORMAT,
                photo.source(),
                photo.copies(),
                photo.size(),
                photo.notOlderThan());
    }

    private static Map<String, Object> shown(MaterialTerms.Photo photo) {
        var shown = new LinkedHashMap<String, Object>();
        shown.put("copies", photo.copies());
        shown.put("size", photo.size());
        shown.put("colour", photo.colour());
        shown.put("bareheaded", photo.bareheaded());
        shown.put("notOlderThan", photo.notOlderThan());
        return shown;
    }

    /** The materials of several conditions, gathered. */
    private static final class Listing {
        private final Map<Material, MaterialTerms.Row> needed = new TreeMap<>();
        private final Map<Material, MaterialTerms.Row> standIns = new TreeMap<>();
        private final Map<Material, Material> instead = new TreeMap<>();
        private final Map<Material, Integer> copies = new TreeMap<>();
        private final Map<String, List<Material>> byCondition = new LinkedHashMap<>();

        Listing(MaterialRule rule, List<Standards.Cited> conditions) {
            for (var cited : conditions) {
                var condition = cited.condition();
                var rows = rule.needed(condition);
                rows.forEach(row -> needed.putIfAbsent(row.material(), row));
                rows.forEach(this::count);
                rule.instead(condition).forEach(this::standIn);
                byCondition.put(
                        condition.id(), rows.stream().map(MaterialTerms.Row::material).toList());
            }
        }

        private void count(MaterialTerms.Row row) {
            if (row.copies() != null) {
                copies.put(row.material(), row.copies());
            }
        }

        private void standIn(MaterialTerms.Row row) {
            if (row.insteadOf() != null) {
                instead.put(row.insteadOf(), row.material());
                standIns.put(row.insteadOf(), row);
            }
        }

        Set<Material> materials() {
            return new TreeSet<>(needed.keySet());
        }

        List<Reason> reasons() {
            var reasons = new ArrayList<Reason>();
            needed.forEach((material, row) ->
                    reasons.add(Reason.of(RegistrationReason.MATERIAL, row.source(), material)));
            standIns.forEach((replaced, row) ->
                    reasons.add(
                            Reason.of(
                                    RegistrationReason.MATERIAL_INSTEAD,
                                    row.source(),
                                    replaced,
                                    row.material())));
            return reasons;
        }
    }
}
