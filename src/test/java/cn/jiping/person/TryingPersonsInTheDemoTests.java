package cn.jiping.person;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.Scope;
import cn.jiping.territory.Territories;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@Import(TestDatabase.class)
class TryingPersonsInTheDemoTests {
    private static final Paging PAGE = Paging.within(1, 50);
    private static final DivisionCode XIHU = new DivisionCode("330106");
    private static final DivisionCode SHANGCHENG = new DivisionCode("330102");
    private static final PersonQuery INVENTED =
            new PersonQuery("演示", "", "", PersonQuery.Sort.NAME);

    @Autowired DemoPersons demo;
    @Autowired Persons persons;
    @Autowired PersonMerges merges;
    @Autowired Territories territories;

    @Test
    void showsEachOfficeThePeopleOfItsPlaces() {
        assertThat(invented("330106")).hasSize(4);
        assertThat(invented("330100")).hasSize(8);
        assertThat(invented("330000")).hasSize(12);
        assertThat(invented("220000")).isEmpty();
    }

    @Test
    void addsNobodyAtTheNextStart() {
        demo.register();

        assertThat(invented("330000")).hasSize(12);
    }

    @Test
    void hasAPairThatHangzhouMergesAndParts() {
        var pair = merges.duplicates(office("330100"), PAGE).rows().getFirst();
        assertThat(pair.reasons()).contains(AlikeReason.SAME_BIRTH, AlikeReason.SAME_CONTACT);
        assertThat(merges.duplicates(office("330106"), PAGE).rows()).isEmpty();
        var clerk = PersonFixtures.clerkOf("经办", XIHU, SHANGCHENG);
        var reviewer = PersonFixtures.clerkOf("审核", XIHU, SHANGCHENG);

        var merge = merges.propose(clerk, pair.one().id(), pair.other().id(), "同一部电话");
        merges.confirm(reviewer, merge, version(reviewer, merge));
        demo.register();
        assertThat(invented("330100")).hasSize(7);

        merges.undo(reviewer, merge, version(reviewer, merge), "证实为两个人");
        assertThat(invented("330100")).hasSize(8);
    }

    private int version(Actor actor, UUID merge) {
        return merges.merge(actor.scope(), merge).orElseThrow().merge().version();
    }

    private List<PersonView.Summary> invented(String office) {
        return persons.search(office(office), INVENTED, PAGE).rows();
    }

    private Scope office(String place) {
        return Scope.ofDivisions(
                territories.jurisdictionOf(new DivisionCode(place), LocalDate.of(2025, 1, 1)));
    }
}
