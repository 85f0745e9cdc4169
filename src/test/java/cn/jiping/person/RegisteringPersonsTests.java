package cn.jiping.person;

import static cn.jiping.person.PersonFixtures.HANGZHOU;
import static cn.jiping.person.PersonFixtures.NINGBO;
import static cn.jiping.person.PersonFixtures.clerkOf;
import static cn.jiping.person.PersonFixtures.draft;
import static cn.jiping.person.PersonFixtures.passport;
import static cn.jiping.person.PersonFixtures.province;
import static cn.jiping.person.PersonFixtures.residentId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.person.PersonView.Term;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.InvalidInput;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Sex;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import(TestDatabase.class)
class RegisteringPersonsTests {
    private static final LocalDate BORN = LocalDate.of(1990, 2, 28);
    private static final Actor OFFICE = province("省厅甲");

    @Autowired Persons persons;
    @Autowired JdbcClient jdbc;

    @Test
    void recordsThePersonWithBirthDateAndSexOfTheDocument() {
        var document = residentId("330106", BORN, 17);

        var id = persons.register(OFFICE, draft("周启明", document));

        var view = persons.find(Scope.all(), id).orElseThrow();
        assertThat(view.person())
                .returns("周启明", PersonView.Summary::name)
                .returns(BORN, PersonView.Summary::bornOn)
                .returns(Sex.MALE, PersonView.Summary::sex)
                .returns(document.masked(), PersonView.Summary::document);
        assertThat(view.names()).extracting(PersonView.NameEntry::proof).containsExactly("窗口核验原件");
    }

    @Test
    void keepsNoNumberReadableInTheDatabase() {
        var document = residentId(BORN);
        var id = persons.register(OFFICE, draft("顾砚秋", "138 0013 8000", document));

        assertThat(
                        jdbc.sql(
                                        """
                                        select d.masked || d.fingerprint || encode(d.number, 'escape')
                                               || c.masked || c.fingerprint || encode(c.value, 'escape')
                                        from person.document d, person.contact c
                                        where d.person_id = :id and c.person_id = d.person_id
                                        """)
                                .param("id", id.value())
                                .query((row, _) -> row.getString(1))
                                .single())
                .doesNotContain(document.number().substring(5), "13800138000");
    }

    @Test
    void givesBackTheSamePersonForTheSameDocument() {
        var document = residentId(BORN);

        var first = persons.register(OFFICE, draft("林知夏", document));
        var again = persons.register(OFFICE, draft("林知夏", document));

        assertThat(again).isEqualTo(first);
        assertThat(persons.findByDocument(document)).hasValue(first);
    }

    @Test
    void manyAtOnceGetOnePerson() throws InterruptedException {
        var document = residentId(BORN);
        Callable<PersonId> attempt =
                () -> persons.register(OFFICE, draft("沈知远", document, passport("E11223344")));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> attempt).toList());

            assertThat(ids).extracting(Future::resultNow).containsOnly(ids.getFirst().resultNow());
        }
        assertThat(search("沈知远", "")).hasSize(1);
    }

    @Test
    void refusesADocumentUnderAnotherName() {
        var document = residentId(BORN);
        persons.register(OFFICE, draft("吴一舟", document));

        refused("person.document-under-another-name", draft("吴二舟", document));
    }

    @Test
    void refusesDocumentsOfDifferentPersons() {
        var one = residentId(BORN);
        var other = passport("G77665544");
        persons.register(OFFICE, draft("陈甲", one));
        persons.register(
                OFFICE, new PersonDraft("陈甲", List.of(other), BORN, Sex.MALE, null, null, "护照"));

        refused("person.documents-of-several", draft("陈甲", one, other));
    }

    private void refused(String code, PersonDraft draft) {
        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> persons.register(OFFICE, draft))
                .returns(code, PersonRefused::code);
    }

    @Test
    void refusesABirthDateTheDocumentContradicts() {
        var draft =
                new PersonDraft(
                        "吴一舟", List.of(residentId(BORN)), BORN.plusDays(1), null, null, null, "原件");

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> persons.register(OFFICE, draft))
                .satisfies(input ->
                        assertThat(input.faults())
                                .extracting(InvalidInput.Fault::code)
                                .containsExactly("person.born-on-differs"));
    }

    @Nested
    class AreSeen {
        @Test
        void whereTheyHaveDealingsOnly() {
            var person = persons.register(OFFICE, draft("往来甲", residentId(BORN)));
            var body = BodyId.next();
            persons.link(person, Place.of(HANGZHOU), "registration");
            persons.link(person, Place.of(body), "registration");
            persons.link(person, Place.of(body), "registration");

            assertThat(persons.find(clerkOf("甲", HANGZHOU).scope(), person)).isPresent();
            assertThat(persons.find(Scope.ofBody(body), person)).isPresent();
            assertThat(persons.find(Scope.ofPerson(person), person)).isPresent();
            assertThat(persons.find(clerkOf("乙", NINGBO).scope(), person)).isEmpty();
            assertThat(persons.find(Scope.nowhere(), person)).isEmpty();
        }

        @Test
        void inListsAndCountsOfThatScopeOnly() {
            var person = persons.register(OFFICE, draft("往来乙", residentId(BORN)));
            persons.link(person, Place.of(NINGBO), "registration");
            var query = new PersonQuery("往来乙", "", "", PersonQuery.Sort.NEWEST);

            assertThat(persons.search(clerkOf("甲", NINGBO).scope(), query, Paging.within(1, 20)))
                    .satisfies(slice -> assertThat(slice.rows()).hasSize(1))
                    .satisfies(slice -> assertThat(slice.total()).isEqualTo(1));
            assertThat(persons.search(clerkOf("乙", HANGZHOU).scope(), query, Paging.within(1, 20)))
                    .satisfies(slice -> assertThat(slice.rows()).isEmpty())
                    .satisfies(slice -> assertThat(slice.total()).isZero());
        }

        @Test
        void byWholeNumberOrWholePhone() {
            var document = residentId(BORN);
            persons.register(OFFICE, draft("查询丙", "13900001111", document));

            assertThat(search("", document.number())).hasSize(1);
            assertThat(search("", document.number().substring(0, 10))).isEmpty();
            assertThat(byPhone("139-0000-1111")).hasSize(1);
            assertThat(byPhone("1390000")).isEmpty();
        }

        @Test
        void byTheBeginningOfTheNameTakenLiterally() {
            persons.register(OFFICE, draft("欧阳晓晓", residentId(BORN)));

            assertThat(search("欧阳", "")).hasSize(1);
            assertThat(search("阳晓", "")).isEmpty();
            assertThat(search("欧%", "")).isEmpty();
            assertThat(search("_阳", "")).isEmpty();
        }

        private List<PersonView.Summary> byPhone(String phone) {
            return persons.search(
                            Scope.all(),
                            new PersonQuery("", "", phone, PersonQuery.Sort.NAME),
                            Paging.within(1, 20))
                    .rows();
        }
    }

    private List<PersonView.Summary> search(String name, String number) {
        return persons.search(
                        Scope.all(),
                        new PersonQuery(name, number, "", PersonQuery.Sort.NAME),
                        Paging.within(1, 20))
                .rows();
    }

    @Nested
    class Unmasking {
        @Test
        void givesTheNumbersAndWritesDownTheReason() {
            var document = residentId(BORN);
            var id = persons.register(OFFICE, draft("明文甲", "13700002222", document));

            var unmasked = persons.unmask(OFFICE, id, "核对准考证信息");

            assertThat(unmasked.documents()).containsValue(document);
            assertThat(unmasked.contacts()).containsValue("13700002222");
            assertThat(acts(id)).containsExactly("person.registered", "person.unmasked");
        }

        @Test
        void asksForAReasonAndAScope() {
            var id = persons.register(OFFICE, draft("明文乙", residentId(BORN)));

            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> persons.unmask(OFFICE, id, " x "));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> persons.unmask(clerkOf("乙", NINGBO), id, "核对准考证信息"));
            assertThat(acts(id)).containsExactly("person.registered");
        }

        private List<String> acts(PersonId id) {
            return jdbc.sql(
                            "select code from audit.act where subject_id = :id order by recorded_at, id")
                    .param("id", id.toString())
                    .query((row, _) -> row.getString(1))
                    .list();
        }
    }

    @Nested
    class ThroughTime {
        private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

        @Test
        void aNewNameEndsTheOldOne() {
            var id = persons.register(OFFICE, draft("旧名", residentId(BORN)));

            persons.rename(OFFICE, id, 0, "新名", DAY, "户口簿更名页");

            var view = persons.find(Scope.all(), id).orElseThrow();
            assertThat(view.person().name()).isEqualTo("新名");
            assertThat(view.names())
                    .extracting(PersonView.NameEntry::name, PersonView.NameEntry::term)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("旧名", new Term(null, DAY)),
                            org.assertj.core.groups.Tuple.tuple("新名", new Term(DAY, null)));
        }

        @Test
        void aWrongNameStaysStruckOutWithTheReason() {
            var document = residentId(BORN);
            var id = persons.register(OFFICE, draft("误名", document));
            var entry = persons.find(Scope.all(), id).orElseThrow().names().getFirst().id();

            persons.correctName(OFFICE, id, 0, entry, "正名", "录入时打错字");

            var names = persons.find(Scope.all(), id).orElseThrow().names();
            assertThat(names.getFirst().recorded().correction())
                    .satisfies(c -> assertThat(c.reason()).isEqualTo("录入时打错字"));
            assertThat(names.getLast().name()).isEqualTo("正名");
            refused("person.document-under-another-name", draft("误名", document));
        }

        @Test
        void aWrongDocumentGivesItsNumberFreeForTheRightfulOwner() {
            var wrong = residentId(BORN);
            var right = residentId(BORN.plusYears(1));
            var id = persons.register(OFFICE, draft("证件甲", wrong));
            var entry = persons.find(Scope.all(), id).orElseThrow().documents().getFirst().id();

            persons.correctDocument(OFFICE, id, 0, entry, right, "录成了他人的号码");

            assertThat(persons.findByDocument(wrong)).isEmpty();
            assertThat(persons.findByDocument(right)).hasValue(id);
            assertThat(persons.find(Scope.all(), id).orElseThrow().person().bornOn())
                    .isEqualTo(BORN.plusYears(1));
            assertThat(persons.register(OFFICE, draft("证件乙", wrong))).isNotEqualTo(id);
        }

        @Test
        void anotherDocumentMustAgreeAndBelongToNobodyElse() {
            var id = persons.register(OFFICE, draft("多证甲", residentId(BORN)));
            var taken = passport("K55667788");
            persons.register(
                    OFFICE,
                    new PersonDraft("多证乙", List.of(taken), BORN, Sex.MALE, null, null, "护照"));

            assertThatExceptionOfType(PersonRefused.class)
                    .isThrownBy(() -> add(id, 0, taken))
                    .returns("person.document-taken", PersonRefused::code);
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> add(id, 0, residentId(BORN.plusYears(1))));
            add(id, 0, passport("K55667799"));
            assertThat(persons.findByDocument(passport("K55667799"))).hasValue(id);
        }

        private void add(PersonId id, int version, IdentityDocument document) {
            persons.addDocument(OFFICE, id, version, document, new Term(null, null), "原件");
        }

        @Test
        void aSecondEditOfTheSameVersionIsStale() {
            var id = persons.register(OFFICE, draft("版本甲", residentId(BORN)));
            persons.changeContact(OFFICE, id, 0, ContactKind.PHONE, "13600003333");

            assertThatExceptionOfType(Stale.class)
                    .isThrownBy(() ->
                            persons.changeContact(OFFICE, id, 0, ContactKind.PHONE, "13600004444"));
            assertThat(persons.contacts(id).phone()).isEqualTo("13600003333");
        }

        @Test
        void anOldPhoneNumberStaysInTheHistory() {
            var id = persons.register(OFFICE, draft("电话甲", "13500001111", residentId(BORN)));

            persons.changeContact(OFFICE, id, 0, ContactKind.PHONE, "13500002222");
            persons.changeContact(OFFICE, id, 1, ContactKind.EMAIL, "Zhou@Example.COM");

            assertThat(persons.contacts(id))
                    .isEqualTo(new Contacts("13500002222", "zhou@example.com"));
            assertThat(persons.find(Scope.all(), id).orElseThrow().contacts())
                    .extracting(PersonView.ContactEntry::masked)
                    .containsExactly("135****1111", "135****2222", "z***@example.com");
        }
    }

    @Nested
    class Erasing {
        @Test
        void leavesAnEmptyStubThatLeadsToNobody() {
            var document = residentId(BORN);
            var id = persons.register(OFFICE, draft("清除甲", "13400001111", document));

            persons.erase(OFFICE, id, "本人要求，无业务记录");

            var view = persons.find(Scope.all(), id).orElseThrow();
            assertThat(view.person())
                    .returns("", PersonView.Summary::name)
                    .returns(PersonState.ERASED, PersonView.Summary::state);
            assertThat(view.documents()).isEmpty();
            assertThat(persons.findByDocument(document)).isEmpty();
            assertThat(search("清除甲", "")).isEmpty();
        }
    }
}
