package cn.jiping.demo;

import cn.jiping.exam.PaperStep;
import cn.jiping.exam.Sitting;
import cn.jiping.shared.DivisionCode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * 剧本: two sessions, chapter by chapter, on the days their calendar gives them, and those who were
 * moved to a day of their own.
 */
@InDemo
class Script {
    private static final int THIRDS = 3;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Crowd crowd;
    private final TheSession session;
    private final Registering registering;
    private final Reviewing reviewing;
    private final Paying paying;
    private final Grouping grouping;
    private final Reporting reporting;
    private final Arranging arranging;
    private final ExamDay examDay;
    private final Scoring scoring;
    private final Certifying certifying;
    private final Legislating legislating;

    Script(
            Crowd crowd,
            TheSession session,
            Registering registering,
            Reviewing reviewing,
            Paying paying,
            Grouping grouping,
            Reporting reporting,
            Arranging arranging,
            ExamDay examDay,
            Scoring scoring,
            Certifying certifying,
            Legislating legislating) {
        this.crowd = crowd;
        this.session = session;
        this.registering = registering;
        this.reviewing = reviewing;
        this.paying = paying;
        this.grouping = grouping;
        this.reporting = reporting;
        this.arranging = arranging;
        this.examDay = examDay;
        this.scoring = scoring;
        this.certifying = certifying;
        this.legislating = legislating;
    }

    List<Chapter> chapters() {
        return Stream.concat(of(Season.AUTUMN, autumn()), of(Season.SPRING, spring())).toList();
    }

    /** In the order of their days. */
    private Stream<Chapter> of(Season season, Stream<Chapter> before) {
        var own = Stream.concat(before, examined(season.theoryOn(), season::chapter));
        return Stream.concat(
                        own.map(chapter -> on(season, chapter)),
                        onOtherDay(season).map(chapter -> onOtherDay(season, chapter)))
                .sorted(Comparator.comparing(Chapter::at));
    }

    private Chapter on(Season season, Chapter chapter) {
        return new Chapter(
                chapter.name(),
                chapter.at(),
                chapter.title(),
                () -> {
                    session.turnTo(season);
                    chapter.play().run();
                });
    }

    /** Only if somebody was moved. */
    private Chapter onOtherDay(Season season, Chapter chapter) {
        return new Chapter(
                chapter.name(),
                chapter.at(),
                "改期考试：" + chapter.title(),
                () -> session.turnToOtherDay(season),
                chapter.play());
    }

    private Stream<Chapter> onOtherDay(Season season) {
        UnaryOperator<String> name = kind -> season.chapter(kind + "-moved");
        return Stream.concat(
                Stream.of(
                        new Chapter(
                                name.apply("arranged"),
                                season.otherDay().minusDays(20).atTime(MORNING),
                                "编排考场",
                                () -> cities("编排", arranging::arrange))),
                examined(season.otherDay(), name));
    }

    private Stream<Chapter> autumn() {
        return Stream.of(
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
                        "proposed",
                        "2021-08-09T09:00",
                        "不足人数的组：各市提出",
                        () -> cities("提出", grouping::propose)),
                chapter("decided", "2021-08-10T09:00", "不足人数的组：省里决定", grouping::decide),
                chapter(
                        "left",
                        "2021-08-12T09:00",
                        "因调整退出",
                        () -> each("退出", this::looksAfterIt, grouping::leave)),
                chapter(
                        "city-reports",
                        "2021-08-12T10:00",
                        "各市上报人数和考务安排",
                        () -> cities("上报", this::reportNumbers)),
                chapter(
                        "city-report-late",
                        "2021-08-16T09:00",
                        "最后一市上报，已经逾期",
                        () -> reporting.report(lateCity())),
                chapter(
                        "arranged",
                        "2021-08-20T09:00",
                        "编排考场",
                        () -> cities("编排", arranging::arrange)),
                chapter("settled", "2021-09-10T09:00", "上缴结算", () -> cities("结算", paying::settle)),
                chapter(
                        "returned-late",
                        "2021-10-27T09:00",
                        "最后一市送交答卷",
                        () -> sendBackNow(lateCity())));
    }

    /** The next session, with those who have a subject open, stayed away or came too late. */
    private Stream<Chapter> spring() {
        return Stream.of(
                chapter("law-2022", "2021-12-20T09:00", "2022年鉴定日历生效", legislating::calendarOf2022),
                chapter("announced-2022", "2022-01-10T09:00", "公告2022年5月批次", this::announceAgain),
                chapter(
                        "applied-2022",
                        "2022-02-14T09:00",
                        "补考和再次报名",
                        () -> each("报名", _ -> true, registering::apply)),
                chapter("reviewed-2022", "2022-02-24T09:00", "机构初审", reviewing::first),
                chapter("reviewed-city-2022", "2022-03-03T09:00", "市复审", reviewing::second),
                chapter("paid-2022", "2022-03-07T09:00", "缴费", this::payAgain),
                chapter(
                        "proposed-2022",
                        "2022-03-11T09:00",
                        "不足人数的组：各市提出",
                        () -> cities("提出", grouping::propose)),
                chapter("decided-2022", "2022-03-14T09:00", "不足人数的组：省里决定", grouping::decide),
                chapter(
                        "arranged-2022",
                        "2022-03-21T09:00",
                        "编排考场",
                        () -> cities("编排", arranging::arrange)),
                chapter(
                        "settled-2022",
                        "2022-04-11T09:00",
                        "上缴结算",
                        () -> cities("结算", paying::settle)));
    }

    /**
     * From the demand for papers to the certificates handed out, counted from the day of theory.
     */
    private Stream<Chapter> examined(LocalDate day, UnaryOperator<String> name) {
        return Stream.of(
                new Chapter(
                        name.apply("demanded"),
                        day.minusDays(11).atTime(MORNING),
                        "报试卷需求",
                        this::demand),
                new Chapter(
                        name.apply("tickets"),
                        day.minusDays(5).atTime(MORNING),
                        "下载准考证",
                        this::fetchTickets),
                new Chapter(
                        name.apply("sent"), day.minusDays(2).atTime(MORNING), "试卷送到各市", this::send),
                new Chapter(
                        name.apply("theory"),
                        day.atTime(8, 0),
                        "理论考试签到",
                        () -> begin(Sitting.THEORY)),
                new Chapter(
                        name.apply("theory-over"),
                        day.atTime(10, 30),
                        "理论考试收卷",
                        () -> end(Sitting.THEORY)),
                new Chapter(
                        name.apply("skills"),
                        day.atTime(12, 40),
                        "操作技能签到",
                        () -> begin(Sitting.SKILLS)),
                new Chapter(
                        name.apply("skills-over"),
                        day.atTime(15, 0),
                        "操作技能收卷",
                        () -> end(Sitting.SKILLS)),
                new Chapter(
                        name.apply("review"),
                        day.atTime(15, 10),
                        "综合评审签到",
                        () -> begin(Sitting.REVIEW)),
                new Chapter(
                        name.apply("review-over"),
                        day.atTime(17, 30),
                        "综合评审收卷",
                        () -> end(Sitting.REVIEW)),
                new Chapter(
                        name.apply("practical"),
                        day.plusDays(1).atTime(MORNING),
                        "实际操作考核",
                        () -> begin(Sitting.SKILLS_PRACTICAL)),
                new Chapter(
                        name.apply("returned"),
                        day.plusDays(2).atTime(14, 0),
                        "答卷送交省中心",
                        this::sendBack),
                new Chapter(
                        name.apply("reported"),
                        day.plusDays(3).atTime(MORNING),
                        "报送实操成绩",
                        this::reportPractical),
                new Chapter(
                        name.apply("practical-over"),
                        day.plusDays(8).atTime(MORNING),
                        "实际操作考核结束",
                        () -> end(Sitting.SKILLS_PRACTICAL)),
                new Chapter(
                        name.apply("marked"),
                        day.plusDays(23).atTime(MORNING),
                        "导入卷面成绩",
                        this::mark),
                new Chapter(
                        name.apply("released"),
                        day.plusDays(30).atTime(MORNING),
                        "公布成绩，核发证书",
                        this::release),
                new Chapter(
                        name.apply("handed-out"),
                        day.plusDays(44).atTime(MORNING),
                        "领取证书",
                        this::handOut));
    }

    private void demand() {
        cities("需求", examDay::demand);
    }

    private void reportPractical() {
        cities("实操成绩", scoring::report);
    }

    private void mark() {
        cities("卷面成绩", scoring::mark);
    }

    private void handOut() {
        cities("领证", certifying::handOut);
    }

    private static Chapter chapter(String name, String at, String title, Runnable play) {
        return new Chapter(name, LocalDateTime.parse(at), title, play);
    }

    private void announce() {
        session.openWhatMayNotBe();
        announceAgain();
    }

    private void announceAgain() {
        session.open();
        session.takeUp();
    }

    private void outside(Fate fate) {
        crowd.each("窗口外", session.cast().with(fate), registering::comeOutsideTheWindow);
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

    private void payAgain() {
        each("缴费", _ -> true, paying::pay);
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
        if (session.onOtherDay()) {
            var seated = arranging.seated();
            each(
                    "准考证",
                    player -> looksAfterIt(player) && seated.contains(player.name()),
                    arranging::fetchTicket);
        } else {
            each("准考证", this::looksAfterIt, arranging::fetchTicket);
        }
    }

    private boolean looksAfterIt(Player player) {
        return player.fate().appliesInTime() && player.fate().hasAPhone();
    }

    private void send() {
        for (var step : List.of(PaperStep.SENT, PaperStep.RECEIVED, PaperStep.AT_SITE)) {
            cities("交接", city -> examDay.hand(city, step));
        }
    }

    private void begin(Sitting sitting) {
        cities("签到", city -> examDay.begin(city, sitting));
    }

    private void end(Sitting sitting) {
        cities("收卷", city -> examDay.end(city, sitting));
    }

    private void reportNumbers(DivisionCode city) {
        if (!city.equals(lateCity())) {
            reporting.report(city);
        }
    }

    /** One city is late with its report and with its answer sheets. */
    private DivisionCode lateCity() {
        return session.cities().getLast();
    }

    /** On the great day of the autumn one city is late with them. */
    private void sendBack() {
        cities(
                "送交",
                city -> {
                    if (session.season() == Season.SPRING
                            || session.onOtherDay()
                            || !city.equals(lateCity())) {
                        sendBackNow(city);
                    }
                });
    }

    private void sendBackNow(DivisionCode city) {
        examDay.hand(city, PaperStep.RETURNED);
    }

    private void release() {
        cities("公布", scoring::release);
        certifying.await();
    }

    private void each(String what, Predicate<Player> who, Consumer<Player> act) {
        crowd.each(what, session.cast().players().stream().filter(who).toList(), act);
    }

    private void cities(String what, Consumer<DivisionCode> act) {
        crowd.each(what, session.cities(), act);
    }
}
