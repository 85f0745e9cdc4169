package cn.jiping.registration;

import cn.jiping.audit.Act;
import cn.jiping.audit.AuditTrail;
import cn.jiping.clock.BusinessClock;
import cn.jiping.file.StoredFiles;
import cn.jiping.person.ContactKind;
import cn.jiping.person.PersonView;
import cn.jiping.person.Persons;
import cn.jiping.policy.ReasonTexts;
import cn.jiping.print.Pdf;
import cn.jiping.shared.Actor;
import cn.jiping.shared.NotFound;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 职业技能鉴定申报表 as PDF. The applicant gets it with their numbers in full, to sign and archive; staff
 * with masked ones, and that they printed it is recorded.
 */
@Service
public class ApplicationSheets {
    private static final Actor PRINTER = Actor.program("registration");

    private final ApplicationStore store;
    private final ApplicationLaw law;
    private final Persons persons;
    private final StoredFiles files;
    private final AuditTrail audit;
    private final BusinessClock clock;
    private final SheetPaper paper;
    private final MessageSource messages;

    ApplicationSheets(
            ApplicationStore store,
            ApplicationLaw law,
            Persons persons,
            StoredFiles files,
            ReasonTexts texts,
            AuditTrail audit,
            BusinessClock clock,
            MessageSource messages) {
        this.store = store;
        this.law = law;
        this.persons = persons;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
        this.messages = messages;
        this.paper = new SheetPaper(new PrintedWords(messages, texts));
    }

    private record PrintedWords(MessageSource messages, ReasonTexts texts)
            implements SheetPaper.Words {
        @Override
        public String of(String key, Object... arguments) {
            var said = Stream.of(arguments).map(Object::toString).toArray();
            return messages.getMessage(prefix(key) + key, said, Locale.CHINA);
        }

        private static String prefix(String key) {
            return switch (key.substring(0, key.indexOf('.') + 1)) {
                case "sex." -> "page.person.";
                case "stage.", "outcome." -> "registration.";
                default -> "page.registration.";
            };
        }

        @Override
        public String word(Object value) {
            return texts.word(value, Locale.CHINA);
        }
    }

    /** 已打印的申报表: the name of the file, and its content. */
    public interface Printed {
        String name();

        void write(OutputStream out) throws IOException;
    }

    /**
     * @throws NotFound if there is none in the actor's scope, or it was never handed in
     */
    @Transactional
    public Printed print(Actor actor, ApplicationId id) {
        var application =
                store.find(actor.scope(), id)
                        .filter(one -> one.progress().submission() != null)
                        .orElseThrow(() -> new NotFound("application", id));
        var opening = application.opening();
        var own = opening.person().equals(actor.person());
        if (!own) {
            audit.record(
                    actor,
                    Act.of("registration.sheet-printed", "application", id)
                            .in(opening.place().city())
                            .at(opening.place().body()));
        }
        var sheet =
                new ApplicationSheet(
                        own ? inFull(application) : masked(application),
                        ApplicationView.of(application),
                        years(application),
                        application.progress().reviews());
        return new Sheet(sheet, photo(application));
    }

    private ApplicationSheet.Person inFull(Application application) {
        var person = application.opening().person();
        var view = view(application);
        return person(
                application,
                view,
                persons.document(person).map(document -> document.number()).orElse(""),
                Objects.requireNonNullElse(persons.contacts(person).phone(), ""));
    }

    private ApplicationSheet.Person masked(Application application) {
        var view = view(application);
        return person(
                application,
                view,
                Objects.requireNonNullElse(view.person().document(), ""),
                view.contacts().stream()
                        .filter(contact -> contact.kind() == ContactKind.PHONE)
                        .filter(contact -> contact.ended() == null)
                        .map(PersonView.ContactEntry::masked)
                        .findFirst()
                        .orElse(""));
    }

    private PersonView view(Application application) {
        return persons.find(PRINTER.scope(), application.opening().person()).orElseThrow();
    }

    private static ApplicationSheet.Person person(
            Application application, PersonView view, String document, String phone) {
        return new ApplicationSheet.Person(
                application.opening().name(),
                view.person().sex(),
                view.person().bornOn(),
                document,
                phone);
    }

    private String years(Application application) {
        var years =
                new WorkTime(application.form().history(), law.appliedOn(application))
                        .years()
                        .intValue();
        return messages.getMessage("check.worked.years", new Object[] {years}, Locale.CHINA);
    }

    private byte @Nullable [] photo(Application application) {
        var photo = application.form().materials().get(Material.PHOTO);
        if (photo == null) {
            return null;
        }
        try (var content = files.open(PRINTER, photo, null).stream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NotFound _) {
            return null; // its term ended before that of the application
        }
    }

    private final class Sheet implements Printed {
        private final ApplicationSheet sheet;
        private final byte @Nullable [] photo;

        private Sheet(ApplicationSheet sheet, byte @Nullable [] photo) {
            this.sheet = sheet;
            this.photo = photo;
        }

        @Override
        public String name() {
            var title = messages.getMessage("page.registration.sheet", null, Locale.CHINA);
            return title + " " + sheet.person().name();
        }

        @Override
        public void write(OutputStream out) throws IOException {
            Pdf.write(out, name(), clock.now(), pdf -> paper.draw(pdf, sheet, photo));
        }
    }
}
