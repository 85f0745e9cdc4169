package cn.jiping.exam;

import cn.jiping.file.FileContent;
import cn.jiping.file.StoredFiles;
import cn.jiping.person.Persons;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Material;
import cn.jiping.shared.Actor;
import cn.jiping.shared.PersonId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 准考证持有人: what lets somebody at the door see that the holder is the one named. */
@Service
public class TicketHolders {
    private final Persons persons;
    private final Applications applications;
    private final StoredFiles files;

    TicketHolders(Persons persons, Applications applications, StoredFiles files) {
        this.persons = persons;
        this.applications = applications;
        this.files = files;
    }

    /** The masked number of the identity document; empty if there is none. */
    @Transactional(readOnly = true)
    public String document(SeatView seat) {
        return documents(List.of(seat)).getOrDefault(seat.person(), "");
    }

    /** The same for several at once; who has none is missing. */
    @Transactional(readOnly = true)
    public Map<PersonId, String> documents(Collection<SeatView> seats) {
        return persons.maskedDocuments(seats.stream().map(SeatView::person).toList());
    }

    /** The photo of the registration; reading it is recorded. */
    @Transactional
    public Optional<byte[]> photo(Actor actor, SeatView seat) {
        return applications.listOf(actor, seat.person()).stream()
                .filter(one -> one.id().value().equals(seat.examinee()))
                .flatMap(one -> Stream.ofNullable(one.form().materials().get(Material.PHOTO)))
                .findAny()
                .map(photo -> bytes(files.open(actor, photo, null)));
    }

    private static byte[] bytes(FileContent content) {
        try (var stream = content.stream()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
