package cn.jiping.score;

import static cn.jiping.plan.PlanFixtures.CITY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;
import static cn.jiping.plan.PlanFixtures.PROVINCE;

import cn.jiping.exam.Arrangements;
import cn.jiping.institution.SiteDraft;
import cn.jiping.institution.SiteUse;
import cn.jiping.institution.Sites;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.Ids;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.web.Excel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * 阅卷: everybody of Hangzhou seated by the city, their marks read in by one person of the province
 * and published by another.
 */
public record Marking(ApplicationContext context) {
    public static final Actor READER = ofProvince("林知夏", Role.PROVINCE_CLERK);
    public static final Actor RELEASER = ofProvince("许远山", Role.PROVINCE_APPROVER);

    static Actor ofProvince(String name, Role role) {
        return new Actor(
                AccountId.next(),
                null,
                name,
                role,
                "",
                Scope.ofDivisions(Set.of(PROVINCE, HANGZHOU)),
                "test");
    }

    private Scores scores() {
        return context.getBean(Scores.class);
    }

    private Arrangements arrangements() {
        return context.getBean(Arrangements.class);
    }

    /** Everybody, in one room of a new site. */
    public void seat(SessionId session) {
        var sites = context.getBean(Sites.class);
        var site =
                sites.open(
                        CITY,
                        new SiteDraft(
                                HANGZHOU,
                                "考点" + Ids.next(),
                                "学知路 1 号",
                                Set.of(SiteUse.THEORY),
                                List.of()),
                        Ids.next().toString());
        sites.addRoom(CITY, site, "第1考场", 30, 5, 0);
        arrangements().arrange(CITY, session, HANGZHOU, site, 0);
    }

    /** The same marks for everybody. */
    public void readIn(SessionId session, Object... marks) throws IOException {
        var rows =
                arrangements().seats(CITY, session, HANGZHOU).stream()
                        .map(seat ->
                                Stream.concat(
                                                Stream.of(seat.ticket(), seat.name()),
                                                Stream.of(marks))
                                        .toList())
                        .toList();
        readIn(READER, session, file(rows));
    }

    int readIn(Actor actor, SessionId session, byte[] file) throws IOException {
        return scores().readIn(actor, session, HANGZHOU, "成绩.xlsx", file);
    }

    byte[] file(List<? extends List<?>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        Excel.write(out, "成绩", scores().headers(), rows.iterator());
        return out.toByteArray();
    }

    public void release(SessionId session) {
        var seen = scores().find(RELEASER, session, HANGZHOU).version();
        scores().release(RELEASER, session, HANGZHOU, seen);
    }
}
