package cn.jiping.policy;

import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;

/** 启用法规: a draft of law, replayed and put into force by two people of the province. */
public final class LawInForce {
    private static final String CALENDAR = "33/plan/calendar.yaml";

    private final ApplicationContext context;

    public LawInForce(ApplicationContext context) {
        this.context = context;
    }

    /**
     * The calendar of 2022 with sessions in May and October, as the demo has it. No document names
     * their days, so they are practice; a province would enter its announcement.
     */
    public void with2022() {
        try {
            var page = new ClassPathResource("demo/law/" + CALENDAR);
            put(Map.of(CALENDAR, page.getContentAsString(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
