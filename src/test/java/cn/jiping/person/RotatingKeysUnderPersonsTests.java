package cn.jiping.person;

import static cn.jiping.person.PersonFixtures.draft;
import static cn.jiping.person.PersonFixtures.province;
import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.keys.EncryptedColumn;
import cn.jiping.keys.KeyKind;
import cn.jiping.keys.Keys;
import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import(TestDatabase.class)
class RotatingKeysUnderPersonsTests {
    private static final LocalDate BORN = LocalDate.of(1979, 9, 9);
    private static final Actor OFFICE = province("省厅甲");

    @Autowired Persons persons;
    @Autowired PersonMerges merges;
    @Autowired Keys keys;
    @Autowired List<EncryptedColumn> columns;

    private IdentityDocument document = residentId(BORN);
    private PersonDraft draft = draft("轮换甲", document);
    private PersonId person = PersonId.next();

    @BeforeEach
    void somebodyUnderTheOldKeys() {
        document = residentId(BORN);
        draft = draft("轮换甲", "138" + document.number().substring(9, 17), document);
        person = persons.register(OFFICE, draft);
        keys.rotate(Actor.program("test"), EnumSet.of(KeyKind.DATA, KeyKind.LOOKUP));
    }

    private void reencryptEverything() {
        for (var column : columns) {
            while (column.reencrypt(2) > 0) {
                assertThat(column.remaining()).isNotNegative();
            }
        }
    }

    @Test
    void whileItRunsEverybodyIsStillFoundAndNobodyIsRecordedTwice() {
        assertThat(persons.findByDocument(document)).hasValue(person);
        assertThat(persons.register(OFFICE, draft)).isEqualTo(person);
        assertThat(columns).anyMatch(column -> column.remaining() > 0);
    }

    @Test
    void afterwardsNothingLiesUnderTheOldKeysAndEverythingReadsTheSame() {
        reencryptEverything();

        assertThat(columns).allMatch(column -> column.remaining() == 0);
        assertThat(persons.findByDocument(document)).hasValue(person);
        assertThat(persons.unmask(OFFICE, person, "核对轮换结果").documents()).containsValue(document);
        assertThat(persons.contacts(person).phone()).isEqualTo(draft.phone());
        assertThat(byPhone()).containsExactly(person);
    }

    private List<PersonId> byPhone() {
        return persons
                .search(
                        Scope.all(),
                        new PersonQuery("", "", "" + draft.phone(), PersonQuery.Sort.NAME),
                        Paging.within(1, 20))
                .rows()
                .stream()
                .map(PersonView.Summary::id)
                .toList();
    }

    @Test
    void aNumberGivenFreeByACorrectionIsNotTakenBack() {
        var entry = persons.find(Scope.all(), person).orElseThrow().documents().getFirst().id();
        persons.correctDocument(OFFICE, person, 0, entry, residentId(BORN), "录成了他人的号码");

        reencryptEverything();

        assertThat(persons.findByDocument(document)).isEmpty();
    }

    @Test
    void someoneAlikeIsNoticedAcrossTheKeys() {
        var other = persons.register(OFFICE, draft("轮换乙", draft.phone(), residentId(BORN)));

        assertThat(merges.duplicates(Scope.all(), Paging.within(1, 200)).rows())
                .anyMatch(pair -> involves(pair, person) && involves(pair, other));
    }

    private static boolean involves(PersonMerges.Pair pair, PersonId person) {
        return pair.one().id().equals(person) || pair.other().id().equals(person);
    }
}
