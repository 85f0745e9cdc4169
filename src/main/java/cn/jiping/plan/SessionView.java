package cn.jiping.plan;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Signature;
import cn.jiping.shared.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 批次详情: a session with everything that was announced of it.
 *
 * @param basis what its days rest on; of one on another day, before that, what lets the time be
 *     changed
 * @param parent the session in which those registered who sit in this one on a day of their own;
 *     null for all others
 */
public record SessionView(
        SessionId id,
        SessionHeading heading,
        SessionDays days,
        List<Source> basis,
        List<Offering> offerings,
        List<CityPart> parts,
        SessionStatus status,
        Signature drafted,
        @Nullable Signature announced,
        @Nullable SessionId parent,
        int version) {
    public SessionView {
        basis = List.copyOf(basis);
        offerings = List.copyOf(offerings);
        parts = List.copyOf(parts);
    }

    /** 改期场次: nobody registers in it. */
    public boolean onAnotherDay() {
        return parent != null;
    }

    public Optional<CityPart> part(DivisionCode city) {
        return parts.stream().filter(part -> part.division().equals(city)).findAny();
    }

    public Optional<Offering> offering(OfferingId id) {
        return offerings.stream().filter(offering -> offering.id().equals(id)).findAny();
    }
}
