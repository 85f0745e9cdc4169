package cn.jiping.exam;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiping.registration.RegistrationTest;
import cn.jiping.registration.Summer;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.SkillLevel;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The photo and the number that a ticket shows of its holder. */
@RegistrationTest
class ShowingTheHolderTests {
    @Autowired Summer summer;
    @Autowired Arrangements arrangements;
    @Autowired TicketHolders holders;

    private static SeatView seat(Actor candidate, UUID examinee, Entry entry) {
        return new SeatView(
                entry.session(),
                examinee,
                own(candidate),
                entry.name(),
                "焊工",
                SkillLevel.SENIOR_TECHNICIAN,
                Set.of(Subject.THEORY),
                "202110330100001",
                examinee,
                "第1考场",
                1);
    }

    private static PersonId own(Actor candidate) {
        return Objects.requireNonNull(candidate.person());
    }

    @Test
    void areThoseOfTheRegistration() {
        var session = summer.announced();
        summer.becomes("2021-07-20");
        var candidate = summer.somebody();
        var id = summer.admitted(candidate, session);
        summer.paid(id);
        var entry = arrangements.listOf(candidate, own(candidate)).getFirst();

        var seat = seat(candidate, id.value(), entry);

        assertThat(holders.document(seat)).contains("*").doesNotContain("19850312");
        assertThat(holders.photo(candidate, seat)).isPresent();
        assertThat(holders.photo(summer.somebody(), seat)).isEmpty();
    }
}
