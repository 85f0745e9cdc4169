package cn.jiping.policy;

import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** 启用法规: a draft of law, replayed and put into force by two people of the province. */
public final class LawInForce {
    private final ApplicationContext context;

    public LawInForce(ApplicationContext context) {
        this.context = context;
    }

    /**
     * The calendar of 2022 with sessions in May and October. No document names their days, so they
     * are practice; a province would enter its announcement.
     */
    public void with2022() {
        put(
                Map.of(
                        "33/plan/calendar.yaml",
                        """
                        - from: 2021-01-01
                          source: { document: ZJ2021, clause: "一(二)" }
                          months: [10]
                          sessions:
                            - session: "2021-10"
                              examOn: [2021-10-23]
                              windows:
                                opensOn: 2021-07-14
                                closesOn: 2021-07-28
                                reviewUntil: 2021-07-30
                                payUntil: 2021-08-06
                                ticketFrom: 2021-10-18
                                ticketUntil: 2021-10-23
                              source: { document: ZJ2021, clause: "一(二)" }
                          resits: []
                        - from: 2022-01-01
                          source: { document: ZJ2021, clause: "一(二)" }
                          months: [5, 10]
                          sessions:
                            - session: "2022-05"
                              examOn: [2022-05-21]
                              windows:
                                opensOn: 2022-02-14
                                closesOn: 2022-02-28
                                reviewUntil: 2022-03-02
                                payUntil: 2022-03-09
                                ticketFrom: 2022-05-16
                                ticketUntil: 2022-05-21
                              source: { practice: "2022年的日期没有文件，按2021年的间隔排定" }
                            - session: "2022-10"
                              examOn: [2022-10-25]
                              windows:
                                opensOn: 2022-07-14
                                closesOn: 2022-07-28
                                reviewUntil: 2022-07-30
                                payUntil: 2022-08-06
                                ticketFrom: 2022-10-18
                                ticketUntil: 2022-10-25
                              source: { practice: "2022年的日期没有文件，按2021年的间隔排定" }
                          resits: []
                        """));
    }

    void put(Map<String, String> files) {
        var clerk = person(Role.PROVINCE_CLERK, "方如许", 1980);
        var draft =
                context.getBean(LawDrafts.class)
                        .upload(clerk, "鉴定日历", "", ThirdProvince.zip(files));
        var replays = context.getBean(Replays.class);
        replays.ask(clerk, draft.id(), DecisionFilter.ALL);
        while (replays.advanceOnce()) {}
        var activations = context.getBean(LawActivations.class);
        activations.propose(clerk, draft.id());
        activations.confirm(person(Role.PROVINCE_APPROVER, "魏长庚", 1975), draft.id());
    }

    private Actor person(Role role, String name, int year) {
        var id =
                context.getBean(Persons.class)
                        .register(
                                Actor.program("tests"),
                                PersonFixtures.draft(
                                        name,
                                        "13800001111",
                                        PersonFixtures.residentId(LocalDate.of(year, 3, 4))));
        return new Actor(
                AccountId.next(),
                id,
                name,
                role,
                "浙江省",
                Scope.ofDivisions(Set.of(new DivisionCode("330000"))),
                "127.0.0.1");
    }
}
