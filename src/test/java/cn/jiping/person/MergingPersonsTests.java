package cn.jiping.person;

import static cn.jiping.person.PersonFixtures.HANGZHOU;
import static cn.jiping.person.PersonFixtures.NINGBO;
import static cn.jiping.person.PersonFixtures.clerkOf;
import static cn.jiping.person.PersonFixtures.draft;
import static cn.jiping.person.PersonFixtures.province;
import static cn.jiping.person.PersonFixtures.residentId;
import static cn.jiping.person.PersonFixtures.welder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiping.shared.Actor;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.NotFound;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Sex;
import cn.jiping.shared.Stale;
import cn.jiping.testing.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;

@ApplicationModuleTest(
        mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = "web")
@Import(TestDatabase.class)
class MergingPersonsTests {
    private static final LocalDate BORN = LocalDate.of(1985, 6, 15);
    private static final AtomicInteger NUMBER = new AtomicInteger(10);
    private static final Paging PAGE = Paging.within(1, 200);
    private final Actor proposer = province("经办甲");
    private final Actor confirmer = province("复核乙");

    @Autowired Persons persons;
    @Autowired PersonMerges merges;
    @Autowired SkillRecords skills;

    private String name = "";
    private PersonId kept = PersonId.next();
    private PersonId absorbed = PersonId.next();
    private IdentityDocument passport = PersonFixtures.passport("E0000000");

    /** One man who came once with his resident ID and once with his passport. */
    @BeforeEach
    void twoRecordsOfOnePerson() {
        var number = NUMBER.incrementAndGet();
        name = "重名" + "甲乙丙丁戊己庚辛壬癸子丑寅卯".charAt(number - 11);
        passport = PersonFixtures.passport("E80000" + number);
        kept =
                persons.register(
                        proposer,
                        draft(
                                name,
                                "138111100" + number,
                                residentId("330106", BORN, 2 * number + 1)));
        absorbed =
                persons.register(
                        proposer,
                        new PersonDraft(
                                name,
                                List.of(passport),
                                BORN,
                                Sex.MALE,
                                "138111100" + number,
                                null,
                                "护照"));
        persons.link(kept, Place.of(HANGZHOU), "registration");
        persons.link(absorbed, Place.of(NINGBO), "registration");
    }

    @Test
    void showsThePairWithTheReasonsItLooksAlike() {
        assertThat(pairOf(Scope.all()).reasons())
                .containsExactlyInAnyOrder(AlikeReason.SAME_BIRTH, AlikeReason.SAME_CONTACT);
    }

    @Test
    void showsThePairOnlyToWhoSeesBoth() {
        assertThat(ofThisName(clerkOf("甲", HANGZHOU).scope())).isEmpty();
        assertThat(ofThisName(clerkOf("甲", HANGZHOU, NINGBO).scope())).hasSize(1);
    }

    private List<PersonMerges.Pair> ofThisName(Scope scope) {
        return merges.duplicates(scope, PAGE).rows().stream()
                .filter(pair -> pair.one().person().name().equals(name))
                .toList();
    }

    private PersonMerges.Pair pairOf(Scope scope) {
        return ofThisName(scope).getFirst();
    }

    @Test
    void aDismissedPairIsNotShownAgain() {
        merges.dismiss(proposer, pairOf(Scope.all()).id(), "核对照片，是两个人");

        assertThat(ofThisName(Scope.all())).isEmpty();
    }

    @Test
    void theAbsorbedIdResolvesToTheKeptOneAfterTwoPeopleAgreed() {
        confirmed();

        assertThat(persons.current(absorbed)).isEqualTo(kept);
        assertThat(persons.findByDocument(passport)).hasValue(kept);
        var view = persons.find(Scope.all(), absorbed).orElseThrow();
        assertThat(view.id()).isEqualTo(kept);
        assertThat(view.documents()).hasSize(2);
        assertThat(view.absorbed()).containsExactly(absorbed);
        assertThat(ofThisName(Scope.all())).isEmpty();
    }

    private UUID confirmed() {
        var merge = merges.propose(proposer, kept, absorbed, "护照与身份证为同一人");
        merges.confirm(confirmer, merge, 0);
        return merge;
    }

    @Test
    void bothIdsShowTheOneDocumentInUseAfterwards() {
        var before = persons.maskedDocuments(List.of(kept, absorbed, PersonId.next()));
        confirmed();

        var after = persons.maskedDocuments(List.of(kept, absorbed));

        assertThat(before)
                .containsOnlyKeys(kept, absorbed)
                .containsEntry(absorbed, passport.masked());
        assertThat(after)
                .containsEntry(kept, before.get(kept))
                .containsEntry(absorbed, before.get(kept));
        assertThat(persons.document(absorbed).orElseThrow().masked()).isEqualTo(before.get(kept));
    }

    @Test
    void officesOfBothSeeTheOnePersonAfterwards() {
        confirmed();

        assertThat(persons.find(clerkOf("甲", NINGBO).scope(), kept)).isPresent();
        assertThat(persons.find(clerkOf("甲", HANGZHOU).scope(), absorbed)).isPresent();
    }

    @Test
    void refusesConfirmationByWhoProposedIt() {
        var merge = merges.propose(proposer, kept, absorbed, "护照与身份证为同一人");
        var samePersonOtherAccount =
                new Actor(
                        cn.jiping.shared.AccountId.next(),
                        proposer.person(),
                        "经办甲",
                        proposer.role(),
                        "",
                        Scope.all(),
                        "");

        for (var actor : List.of(proposer, samePersonOtherAccount)) {
            assertThatExceptionOfType(PersonRefused.class)
                    .isThrownBy(() -> merges.confirm(actor, merge, 0))
                    .returns("person.confirmed-by-the-same-person", PersonRefused::code);
        }
        assertThat(persons.current(absorbed)).isEqualTo(absorbed);
    }

    @Test
    void undoingPartsThemExactly() {
        var keptBefore = persons.find(Scope.all(), kept).orElseThrow();
        var absorbedBefore = persons.find(Scope.all(), absorbed).orElseThrow();
        var merge = confirmed();

        merges.undo(confirmer, merge, 1, "证实为两个人");

        assertThat(persons.find(Scope.all(), kept).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(keptBefore);
        assertThat(persons.find(Scope.all(), absorbed).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(absorbedBefore);
        assertThat(persons.find(clerkOf("甲", NINGBO).scope(), kept)).isEmpty();
    }

    @Test
    void theSkillRecordOfBothIsOneWhileTheyAreMerged() {
        var since = LocalDate.of(2024, 1, 1);
        skills.add(proposer, kept, welder("a", since, null));
        skills.add(proposer, absorbed, welder("b", since, null));

        var merge = confirmed();
        assertThat(skills.of(kept, since)).hasSize(2);

        merges.undo(confirmer, merge, 1, "证实为两个人");
        assertThat(skills.of(kept, since)).hasSize(1);
    }

    @Test
    void refusesASecondProposalForEitherOfThem() {
        merges.propose(proposer, kept, absorbed, "护照与身份证为同一人");

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> merges.propose(confirmer, absorbed, kept, "反过来合并"))
                .returns("person.already-in-a-merge", PersonRefused::code);
    }

    @Test
    void refusesToDecideTwiceOrToUndoWhatIsNotInEffect() {
        var merge = merges.propose(proposer, kept, absorbed, "护照与身份证为同一人");
        merges.reject(confirmer, merge, 0);

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> merges.confirm(confirmer, merge, 0));
        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> merges.confirm(confirmer, merge, 1))
                .returns("person.merge-not-in-rejected", PersonRefused::code);
        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> merges.undo(confirmer, merge, 1, "证实为两个人"));
    }

    @Test
    void keepsOutWhoDoesNotSeeBoth() {
        var hangzhou = clerkOf("甲", HANGZHOU);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> merges.propose(hangzhou, kept, absorbed, "护照与身份证为同一人"));
    }

    @Test
    void anErasureIsRefusedWhileTheyAreMerged() {
        confirmed();

        assertThatExceptionOfType(PersonRefused.class)
                .isThrownBy(() -> persons.erase(proposer, kept, "本人要求"))
                .returns("person.retained", PersonRefused::code);
    }
}
