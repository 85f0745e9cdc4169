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
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 演示的申报: what each invented person does about their application; done again, it does no more. */
@InDemo
@Component
class Registering {
    private static final String WITHDRAWN = "工作调动，不参加本次鉴定（演示）";

    private final Applications applications;
    private final TheSession session;
    private final Actors actors;
    private final Refusals refusals;
    private final Pictures pictures = new Pictures();

    Registering(Applications applications, TheSession session, Actors actors, Refusals refusals) {
        this.applications = applications;
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
        var actor = actors.candidate(player);
        var id = begin(player);
        var view = applications.find(actor, id);
        if (view.status() != ApplicationStatus.DRAFT) {
            return;
        }
        if (view.form().history().isEmpty()) {
            applications.write(actor, id, view.version(), player.form());
        }
        attach(player, actor, id, Material.PHOTO);
        applications.materials(actor, id).stream()
                .filter(Needed::uploaded)
                .map(Needed::material)
                .forEach(material -> attach(player, actor, id, material));
        if (player.fate() == Fate.UNFINISHED) {
            return;
        }
        if (player.fate().lacksTheCondition()) {
            refusals.expect(player, "不符合申报条件", () -> submit(actor, id));
        } else {
            submit(actor, id);
        }
    }

    private ApplicationId begin(Player player) {
        return applications.begin(
                actors.candidate(player),
                session.id(),
                player.city(),
                session.offering(player.occupation()).id(),
                "demo/" + player.number());
    }

    private void submit(Actor actor, ApplicationId id) {
        applications.submit(actor, id, applications.find(actor, id).version());
    }

    private void attach(Player player, Actor actor, ApplicationId id, Material material) {
        var view = applications.find(actor, id);
        if (view.form().materials().containsKey(material)) {
            return;
        }
        upload(player, actor, view, material, "demo/" + player.number() + "/" + material);
    }

    private void upload(
            Player player, Actor actor, ApplicationView view, Material material, String key) {
        try (var content = content(player, material)) {
            applications.attach(
                    actor, view.id(), view.version(), material, new Upload("演示.jpg", content, key));
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
                            view,
                            Material.CERTIFICATE,
                            "demo/" + player.number() + "/CERTIFICATE/2");
                    submit(actor, view.id());
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
        return applications.listOf(actors.candidate(player), actors.person(player)).stream()
                .filter(view -> view.about().session().equals(session.id()))
                .findFirst();
    }
}
