package cn.jiping.certificate;

import cn.jiping.clock.BusinessClock;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.territory.Division;
import cn.jiping.territory.DivisionLevel;
import cn.jiping.territory.Territories;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 领取地点: at which office of a city's the paper certificate is fetched: at the city's own or in one
 * of its counties, which then has it on its list. The holder chooses, or the city says so, until it
 * is handed out.
 */
@Service
public class CertificatePlaces {
    /** In one order, so that two at once do not wait for each other. */
    private static final Comparator<CertificateId> BY_ID =
            Comparator.comparing(CertificateId::value);

    private final CertificateFile file;
    private final Territories territories;
    private final BusinessClock clock;

    CertificatePlaces(CertificateFile file, Territories territories, BusinessClock clock) {
        this.file = file;
        this.territories = territories;
        this.clock = clock;
    }

    /** The counties of the city as they are today. */
    public List<Locality> counties(DivisionCode city) {
        return territories.children(city, clock.today()).stream()
                .filter(division -> division.level() == DivisionLevel.COUNTY)
                .map(CertificatePlaces::locality)
                .toList();
    }

    /** The counties of every city of the actor's. */
    public List<Locality> counties(Actor actor) {
        return actor.scope().divisions().stream()
                .flatMap(code -> territories.find(code, clock.today()).stream())
                .filter(division -> division.level() == DivisionLevel.COUNTY)
                .sorted(Comparator.comparing(division -> division.code().value()))
                .map(CertificatePlaces::locality)
                .toList();
    }

    private static Locality locality(Division division) {
        return new Locality(division.code(), division.name());
    }

    /**
     * 变更领取地点, by the holder or the city; pressed twice it is done once.
     *
     * @param county null: at the city
     * @throws NotFound if it is neither the actor's own nor of the actor's city
     * @throws InvalidInput if the county is none of the city's
     * @throws CertificateRefused if it is not valid any more, or was handed out
     */
    @Transactional
    public void move(Actor actor, CertificateId id, @Nullable DivisionCode county, int seen) {
        var certificate = requireMovable(actor, id);
        var place = place(certificate, county);
        if (Objects.equals(place, certificate.facts().county())
                && certificate.version() <= seen + 1) {
            return;
        }
        file.requireAsSeen(certificate, seen);
        move(actor, certificate, place);
    }

    private Certificate requireMovable(Actor actor, CertificateId id) {
        var certificate = file.lock(actor, id);
        var facts = certificate.facts();
        if (!actor.scope().covers(facts.city().code())
                && !actor.scope().covers(facts.holder().person())) {
            throw new NotFound("certificate", id);
        }
        return certificate;
    }

    private @Nullable Locality place(Certificate certificate, @Nullable DivisionCode county) {
        return county == null
                ? null
                : counties(certificate.facts().city().code()).stream()
                        .filter(one -> one.code().equals(county))
                        .findAny()
                        .orElseThrow(() -> InvalidInput.of("county", "certificate.county"));
    }

    private void move(Actor actor, Certificate certificate, @Nullable Locality place) {
        var before = certificate.facts().county();
        certificate.lieAt(place);
        var own = actor.scope().covers(certificate.facts().holder().person());
        file.changed(
                actor,
                certificate,
                CertificateFile.act("moved", certificate)
                        .changing("county", name(before), name(place)),
                own
                        ? null
                        : new CertificateEvent.Moved(
                                CertificateEvent.CertificateRef.of(certificate),
                                certificate.version() + 1,
                                clock.now()));
    }

    private static @Nullable String name(@Nullable Locality place) {
        return place == null ? null : place.name();
    }

    /** 交由县（市、区）发放: how many lie elsewhere now, and how many could not be moved any more. */
    public record Moved(int moved, int left) {}

    /**
     * Several at once: those that are handed out or not valid stay as they are.
     *
     * @param county null: back to the city
     * @throws NotFound if one is not of the actor's city
     * @throws InvalidInput if none is chosen, or the county is none of the city's
     */
    @Transactional
    public Moved move(Actor actor, Collection<CertificateId> ids, @Nullable DivisionCode county) {
        if (ids.isEmpty()) {
            throw InvalidInput.of("ids", "certificate.none-chosen");
        }
        var moved = 0;
        var left = 0;
        for (var id : ids.stream().distinct().sorted(BY_ID).toList()) {
            var certificate = requireMovable(actor, id);
            var place = place(certificate, county);
            if (!certificate.waits()) {
                left++;
            } else if (!Objects.equals(place, certificate.facts().county())) {
                move(actor, certificate, place);
                moved++;
            }
        }
        return new Moved(moved, left);
    }
}
