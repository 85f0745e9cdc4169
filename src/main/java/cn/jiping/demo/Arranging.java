package cn.jiping.demo;

import cn.jiping.exam.Arrangements;
import cn.jiping.exam.CityExam;
import cn.jiping.exam.Entry;
import cn.jiping.exam.PracticalArrangements;
import cn.jiping.exam.PracticalDraft;
import cn.jiping.exam.PracticalView;
import cn.jiping.exam.SeatView;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteId;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 演示的考务编排: each city registers its site, seats its candidates and says where and when they are
 * tested by hand.
 */
@InDemo
class Arranging {
    private static final int SEATS = 30;
    private static final int COLUMNS = 5;
    private static final LocalTime REPORT_AT = LocalTime.of(8, 30);

    private final Sites sites;
    private final Arrangements arrangements;
    private final PracticalArrangements practicals;
    private final TheSession session;
    private final Actors actors;
    private final Refusals refusals;

    Arranging(
            Sites sites,
            Arrangements arrangements,
            PracticalArrangements practicals,
            TheSession session,
            Actors actors,
            Refusals refusals) {
        this.sites = sites;
        this.arrangements = arrangements;
        this.practicals = practicals;
        this.session = session;
        this.actors = actors;
        this.refusals = refusals;
    }

    void arrange(DivisionCode city) {
        var clerk = actors.staff(Role.CITY_CLERK, city);
        arrangements.list(clerk, session.id()).stream()
                .filter(exam -> exam.city().division().equals(city))
                .filter(exam -> exam.candidates() > 0)
                .forEach(exam -> arrange(clerk, exam));
    }

    /** A play that was cut off between the two goes on with the second. */
    private void arrange(Actor clerk, CityExam exam) {
        if (exam.arranged() == null) {
            seat(clerk, exam);
        }
        practicals.list(clerk, session.id()).stream()
                .filter(group -> group.place() == null)
                .forEach(group -> enter(clerk, group, site(clerk, exam.city())));
    }

    private void seat(Actor clerk, CityExam exam) {
        var city = exam.city().division();
        var site = site(clerk, exam.city());
        var rooms = Math.ceilDiv(exam.candidates(), SEATS) + 1;
        for (var room = sites.find(clerk, site).rooms().size() + 1; room <= rooms; room++) {
            sites.addRoom(
                    clerk,
                    site,
                    "第" + room + "考场",
                    SEATS,
                    COLUMNS,
                    sites.find(clerk, site).version());
        }
        arrangements.arrange(clerk, session.id(), city, site, exam.version());
    }

    /** 实操考核安排: the day after theory, at the same site. */
    private void enter(Actor clerk, PracticalView group, SiteId site) {
        practicals.enter(
                clerk,
                group.key(),
                new PracticalDraft(
                        site,
                        session.view().days().theoryOn().plusDays(1),
                        REPORT_AT,
                        "请带身份证和劳保用品（演示）"),
                "",
                group.version());
    }

    private SiteId site(Actor clerk, Entry.City city) {
        return sites.open(
                clerk,
                new SiteDraft(
                        city.division(),
                        city.name().replace("市", "") + "演示技师学院",
                        city.name() + "学知路 1 号（演示）",
                        Set.of(SiteUse.THEORY, SiteUse.PRACTICAL),
                        List.of("焊工")),
                "demo/site/" + city.division().value());
    }

    /** Whoever is seated looks at the ticket; those of another day come too early. */
    void fetchTicket(Player player) {
        var actor = actors.candidate(player);
        arrangements.listOf(actor, actors.person(player)).stream()
                .filter(entry -> session.sittings().contains(entry.session()))
                .forEach(entry -> {
                    if (entry.session().equals(session.id())) {
                        arrangements.ticket(actor, session.id(), entry.id());
                    } else if (!session.onOtherDay()) {
                        refusals.expect(
                                player,
                                "改期考生下载准考证",
                                () -> arrangements.ticket(actor, entry.session(), entry.id()));
                    }
                });
    }

    /** The names of those seated. */
    Set<String> seated() {
        return session.cities().stream()
                .flatMap(city ->
                        arrangements
                                .seats(actors.staff(Role.CITY_CLERK, city), session.id(), city)
                                .stream())
                .map(SeatView::name)
                .collect(Collectors.toSet());
    }
}
