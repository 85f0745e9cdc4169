package cn.jiping.demo;

import cn.jiping.registration.ApplicationFilter;
import cn.jiping.registration.ApplicationId;
import cn.jiping.registration.ApplicationRow;
import cn.jiping.registration.CounterApplications;
import cn.jiping.registration.CounterDraft;
import cn.jiping.registration.Upload;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** 演示的代报: the clerk of a county registers those who come to the counter without a phone. */
@InDemo
class Countering {
    private static final Paging FIRST = new Paging(1, 20);

    private final CounterApplications counter;
    private final TheSession session;
    private final Actors actors;

    Countering(CounterApplications counter, TheSession session, Actors actors) {
        this.counter = counter;
        this.session = session;
        this.actors = actors;
    }

    Actor clerk(DivisionCode city) {
        return actors.staff(Role.COUNTY_CLERK, city);
    }

    /** With the consent they signed; done again, it is the same application. */
    ApplicationId begin(Player player, InputStream consent) {
        var clerk = clerk(player.city());
        var key = session.season().key() + "/" + player.number();
        try (consent) {
            return counter.begin(
                    clerk,
                    new CounterDraft(
                            session.id(),
                            session.offering(player.occupation()).id(),
                            counter.counties(clerk).getFirst().code(),
                            new CounterDraft.Candidate(
                                    player.name(), player.document(), null, null),
                            key),
                    new Upload("委托书.jpg", consent, key + "/consent"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<ApplicationId> find(Player player) {
        var filter =
                new ApplicationFilter(
                        player.name(),
                        null,
                        session.id(),
                        null,
                        true,
                        ApplicationFilter.Column.NAME,
                        false);
        return counter.list(clerk(player.city()), filter, FIRST).rows().stream()
                .filter(row -> row.name().equals(player.name()))
                .map(ApplicationRow::id)
                .findFirst();
    }

    /** Where it is paid. */
    String pay(Player player, ApplicationId application) {
        return counter.pay(clerk(player.city()), application, "/authority/counter");
    }
}
