package cn.jiping.demo;

import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationStatus;
import cn.jiping.registration.ApplicationView;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Material;
import cn.jiping.registration.Needed;
import cn.jiping.registration.Upload;
import cn.jiping.shared.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 演示的申报: what each invented person does about their application; done again, it does no more. */
@InDemo
class Registering {
    private static final String WITHDRAWN = "工作调动，不参加本次鉴定（演示）";

    private final Applications applications;
    private final Countering countering;
    private final TheSession session;
    private final Actors actors;
    private final Refusals refusals;
    private final Pictures pictures = new Pictures();

    Registering(
            Applications applications,
            Countering countering,
            TheSession session,
            Actors actors,
            Refusals refusals) {
        this.applications = applications;
        this.countering = countering;
        this.session = session;
        this.actors = actors;
        this.refusals = refusals;
    }

    /** Outside the window nobody gets as far as a form. */
    void comeOutsideTheWindow(Player player) {
        refusals.expect(player, "报名时间以外申报", () -> begin(player));
    }

    /** 申报, as far as this person takes it. */
    void apply(Player player) {
        var actor = actor(player);
        var id = begin(player);
        var view = applications.find(actor, id);
        if (view.status() != ApplicationStatus.DRAFT) {
            return;
        }
        var version = filledIn(player, actor, view);
        if (player.fate() == Fate.UNFINISHED) {
            return;
        }
        if (player.fate().lacksTheCondition()) {
            refusals.expect(player, "不符合申报条件", () -> applications.submit(actor, id, version));
        } else {
            applications.submit(actor, id, version);
        }
    }

    /** Whatever is not there yet; returns the version it stands at then. */
    private int filledIn(Player player, Actor actor, ApplicationView view) {
        var version = view.version();
        if (view.form().history().isEmpty()) {
            applications.write(actor, view.id(), version, player.form());
            version++;
        }
        for (var material : missing(actor, view)) {
            upload(player, actor, view.id(), version, new Paper(material, ""));
            version++;
        }
        return version;
    }

    private List<Material> missing(Actor actor, ApplicationView view) {
        var needed =
                applications.materials(actor, view.id()).stream()
                        .filter(Needed::uploaded)
                        .map(Needed::material);
        return Stream.concat(Stream.of(Material.PHOTO), needed)
                .distinct()
                .filter(material -> !view.form().materials().containsKey(material))
                .toList();
    }

    /** Who takes the steps: the person, or the clerk at the counter. */
    private Actor actor(Player player) {
        return player.fate().hasAPhone()
                ? actors.candidate(player)
                : countering.clerk(player.city());
    }

    private ApplicationId begin(Player player) {
        if (!player.fate().hasAPhone()) {
            return countering.begin(player, pictures.paper());
        }
        return applications.begin(
                actors.candidate(player),
                session.id(),
                player.city(),
                session.offering(player.occupation()).id(),
                key(player));
    }

    private String key(Player player) {
        return session.season().key() + "/" + player.number();
    }

    /** 材料: what it is, and which time it is handed over. */
    private record Paper(Material material, String time) {}

    private void upload(Player player, Actor actor, ApplicationId id, int version, Paper paper) {
        var key = key(player) + "/" + paper.material() + paper.time();
        try (var content = content(player, paper.material())) {
            applications.attach(
                    actor, id, version, paper.material(), new Upload("演示.jpg", content, key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream content(Player player, Material material) {
        return material == Material.PHOTO ? pictures.face(player) : pictures.paper();
    }

    /** 补正: the certificate once more, and readable. */
    void correct(Player player) {
        var actor = actors.candidate(player);
        own(player)
                .filter(view -> view.status() == ApplicationStatus.RETURNED)
                .ifPresent(view -> {
                    upload(
                            player,
                            actor,
                            view.id(),
                            view.version(),
                            new Paper(Material.CERTIFICATE, "/2"));
                    applications.submit(actor, view.id(), view.version() + 1);
                });
    }

    void withdraw(Player player) {
        own(player)
                .filter(view -> view.status().running())
                .ifPresent(view ->
                        applications.withdraw(
                                actors.candidate(player), view.id(), view.version(), WITHDRAWN));
    }

    /** The person's application in this session, if they began one. */
    Optional<ApplicationView> own(Player player) {
        if (!player.fate().hasAPhone()) {
            return countering.find(player).map(id -> applications.find(actor(player), id));
        }
        return applications.listOf(actors.candidate(player), actors.person(player)).stream()
                .filter(view -> view.about().session().equals(session.id()))
                .findFirst();
    }
}
