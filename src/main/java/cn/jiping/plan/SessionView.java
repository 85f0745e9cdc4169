package cn.jiping.plan;

import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Signature;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 批次详情: a session with everything that was announced of it. */
public record SessionView(
        SessionId id,
        SessionHeading heading,
        SessionDays days,
        List<Offering> offerings,
        List<CityPart> parts,
        SessionStatus status,
        Signature drafted,
        @Nullable Signature announced,
        int version) {
    public SessionView {
        offerings = List.copyOf(offerings);
        parts = List.copyOf(parts);
    }

    public Optional<CityPart> part(DivisionCode city) {
        return parts.stream().filter(part -> part.division().equals(city)).findAny();
    }

    public Optional<Offering> offering(OfferingId id) {
        return offerings.stream().filter(offering -> offering.id().equals(id)).findAny();
    }
}
