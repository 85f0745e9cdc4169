package cn.jiping.exam;

import static cn.jiping.exam.Autumn.PROVINCE_APPROVER;
import static cn.jiping.exam.Autumn.city;
import static cn.jiping.exam.Autumn.clerk;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.database.Columns;
import cn.jiping.plan.SessionId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cities and the province do about the small groups of welders of one session. */
final class SmallGroupSteps {
    private static final Actor PROGRAM = Actor.program("test");

    private final Autumn autumn;
    private final SmallGroups groups;
    private final Arrangements arrangements;
    private final JdbcClient jdbc;
    private final SessionId session;

    SmallGroupSteps(ApplicationContext context, SessionId session) {
        autumn = context.getBean(Autumn.class);
        groups = context.getBean(SmallGroups.class);
        arrangements = context.getBean(Arrangements.class);
        jdbc = context.getBean(JdbcClient.class);
        this.session = session;
    }

    List<Entry> registered(DivisionCode city, int count) {
        return autumn.registered(session, city, "焊工", count);
    }

    SmallGroupView only(DivisionCode city) {
        return groups.list(clerk(city), session).getFirst();
    }

    void propose(DivisionCode city, GroupMeasure measure) {
        var group = only(city);
        groups.propose(clerk(city), session, group.id(), measure, "人数少", group.version());
    }

    void decide(DivisionCode city, GroupMeasure measure) {
        var group = only(city);
        groups.decide(PROVINCE_APPROVER, session, group.id(), measure, "就近统筹", group.version());
    }

    static GroupMeasure pool(DivisionCode to) {
        return new GroupMeasure.Pool(city(to));
    }

    static void refused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(ExamRefused.class)
                .isThrownBy(act)
                .satisfies(no -> assertThat(no.code()).isEqualTo("exam." + code));
    }

    List<String> openTasks() {
        return jdbc
                .sql("select kind from task.task where status in ('OPEN', 'CLAIMED')")
                .query((row, _) -> Columns.text(row, "kind"))
                .list()
                .stream()
                .filter(kind -> kind.startsWith("exam-small-group"))
                .toList();
    }

    /** 不变量: whoever has a seat sits with enough others of the same occupation and level. */
    void nobodyRunsAlone() {
        var seated =
                arrangements.list(PROGRAM, session).stream()
                        .flatMap(exam ->
                                arrangements
                                        .seats(PROGRAM, session, exam.city().division())
                                        .stream()
                                        .map(seat -> exam.city() + seat.occupation()))
                        .collect(Collectors.groupingBy(group -> group, Collectors.counting()));
        assertThat(seated.values()).allMatch(people -> people >= 10);
    }
}
