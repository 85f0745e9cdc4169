package cn.jiping.demo;

import cn.jiping.shared.DivisionCode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** 剧本: the season of 2021, chapter by chapter, on the days the calendar of the session gives it. */
@InDemo
@Component
class Script {
    private static final int THIRDS = 3;

    private final Cast cast;
    private final Crowd crowd;
    private final TheSession session;
    private final Registering registering;
    private final Reviewing reviewing;
    private final Paying paying;
    private final Arranging arranging;
    private final Scoring scoring;
    private final Certifying certifying;

    Script(
            Cast cast,
            Crowd crowd,
            TheSession session,
            Registering registering,
            Reviewing reviewing,
            Paying paying,
            Arranging arranging,
            Scoring scoring,
            Certifying certifying) {
        this.cast = cast;
        this.crowd = crowd;
        this.session = session;
        this.registering = registering;
        this.reviewing = reviewing;
        this.paying = paying;
        this.arranging = arranging;
        this.scoring = scoring;
        this.certifying = certifying;
    }

    List<Chapter> chapters() {
        return List.of(
                chapter("announced", "2021-07-01T09:05", "公告批次，各市确定受理机构", this::announce),
                chapter(
                        "too-early",
                        "2021-07-13T16:00",
                        "报名开始前来报名的人",
                        () -> outside(Fate.TOO_EARLY)),
                chapter("applied-1", "2021-07-14T09:00", "报名开始", () -> apply(0)),
                chapter("applied-2", "2021-07-20T09:00", "报名继续", () -> apply(1)),
                chapter("reviewed-1", "2021-07-22T09:00", "机构初审", reviewing::first),
                chapter("applied-3", "2021-07-27T09:00", "报名最后两天", () -> apply(2)),
                chapter("corrected", "2021-07-28T09:00", "补正、撤回", this::correct),
                chapter("too-late", "2021-07-29T09:00", "报名截止后来报名的人", () -> outside(Fate.TOO_LATE)),
                chapter("reviewed-2", "2021-07-29T10:00", "机构初审", reviewing::first),
                chapter("corrected-2", "2021-07-30T09:00", "最后的补正", this::correctLast),
                chapter("reviewed-city", "2021-08-02T09:00", "市复审", reviewing::second),
                chapter("paid", "2021-08-04T09:00", "缴费", this::pay),
                chapter("withdrawn-paid", "2021-08-05T09:00", "缴费后撤回", this::withdrawPaid),
                chapter("paid-late", "2021-08-06T23:45", "零点前才付款的人", this::payLate),
                chapter("payment-over", "2021-08-07T09:00", "缴费截止，未缴费的失效", () -> {}),
                chapter(
                        "arranged",
                        "2021-08-20T09:00",
                        "编排考场",
                        () -> cities("编排", arranging::arrange)),
                chapter("tickets", "2021-10-18T09:00", "下载准考证", this::fetchTickets),
                chapter(
                        "reported",
                        "2021-10-26T09:00",
                        "报送实操成绩",
                        () -> cities("实操成绩", scoring::report)),
                chapter(
                        "marked",
                        "2021-11-15T09:00",
                        "导入卷面成绩",
                        () -> cities("卷面成绩", scoring::mark)),
                chapter("released", "2021-11-22T09:00", "公布成绩，核发证书", this::release),
                chapter(
                        "handed-out",
                        "2021-12-06T09:00",
                        "领取证书",
                        () -> cities("领证", certifying::handOut)));
    }

    private static Chapter chapter(String name, String at, String title, Runnable play) {
        return new Chapter(name, LocalDateTime.parse(at), title, play);
    }

    private void announce() {
        session.open();
        session.takeUp();
    }

    private void outside(Fate fate) {
        crowd.each("窗口外", cast.with(fate), registering::comeOutsideTheWindow);
    }

    private void apply(int third) {
        each(
                "报名",
                player -> player.fate().appliesInTime() && player.number() % THIRDS == third,
                registering::apply);
    }

    private void correct() {
        each("补正", player -> player.fate() == Fate.CORRECTS, registering::correct);
        each("撤回", player -> player.fate() == Fate.WITHDRAWS, registering::withdraw);
    }

    private void correctLast() {
        each("补正", player -> player.fate() == Fate.CORRECTS, registering::correct);
        reviewing.first();
    }

    private void pay() {
        each(
                "缴费",
                player -> player.fate() != Fate.NEVER_PAYS && player.fate() != Fate.PAYS_TOO_LATE,
                paying::pay);
        paying.tell();
    }

    private void withdrawPaid() {
        each("退费", player -> player.fate() == Fate.WITHDRAWS_PAID, registering::withdraw);
        paying.tell();
    }

    private void payLate() {
        each("缴费", player -> player.fate() == Fate.PAYS_TOO_LATE, paying::pay);
    }

    private void fetchTickets() {
        each("准考证", player -> player.fate().appliesInTime(), arranging::fetchTicket);
    }

    private void release() {
        cities("公布", scoring::release);
        cities("发证", certifying::await);
    }

    private void each(String what, Predicate<Player> who, Consumer<Player> act) {
        crowd.each(what, cast.players().stream().filter(who).toList(), act);
    }

    private void cities(String what, Consumer<DivisionCode> act) {
        crowd.each(what, session.cities(), act);
    }
}
