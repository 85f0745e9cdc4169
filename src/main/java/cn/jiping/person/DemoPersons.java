package cn.jiping.person;

import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.IdentityDocument.Kind;
import cn.jiping.shared.Sex;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 演示人员: invented people with dealings in places of Zhejiang, so that searching, unmasking and
 * merging can be tried in the demo. The last two look like one person recorded twice.
 */
@Component
@ConditionalOnBooleanProperty("jiping.demo")
class DemoPersons {
    private static final Actor PROGRAM = Actor.program("person.demo");
    private static final String WHY = "registration";
    private static final String SHARED_PHONE = "13800000199";

    private static final List<Sample> SAMPLES =
            List.of(
                    Sample.resident("演示何知秋", "330106", "19850312", "13800000101"),
                    Sample.resident("演示沈望舒", "330106", "19910725", "13800000102"),
                    Sample.resident("演示陆青禾", "330106", "19780903", null),
                    Sample.resident("演示吴若川", "330102", "19880118", "13800000103"),
                    Sample.resident("演示郑听雨", "330110", "19950530", null),
                    Sample.resident("演示王砚", "330182", "19821211", "13800000104"),
                    Sample.resident("演示冯一苇", "330200", "19900207", "13800000105"),
                    Sample.resident("演示陈默言", "330300", "19860814", null),
                    Sample.resident("演示褚云舟", "330825", "19930421", "13800000106"),
                    Sample.resident("演示卫明溪", "330700", "19750619", null),
                    Sample.resident("演示蒋南枝", "330106", "19890923", SHARED_PHONE),
                    Sample.traveller("演示蒋南枝", "330102", "E33010619", "19890923"));

    private final Persons persons;
    private final TransactionTemplate transaction;

    DemoPersons(Persons persons, TransactionTemplate transaction) {
        this.persons = persons;
        this.transaction = transaction;
    }

    /** Once: whoever has the documents by now is left as they are. */
    @EventListener(ApplicationReadyEvent.class)
    void register() {
        SAMPLES.stream()
                .filter(sample -> persons.findByDocument(sample.document()).isEmpty())
                .forEach(sample -> transaction.executeWithoutResult(_ -> register(sample)));
    }

    private void register(Sample sample) {
        var person =
                persons.register(
                        PROGRAM,
                        new PersonDraft(
                                sample.name(),
                                List.of(sample.document()),
                                sample.bornOn(),
                                Sex.FEMALE,
                                sample.phone(),
                                null,
                                "演示数据"));
        persons.link(person, Place.of(sample.place()), WHY);
    }

    private record Sample(
            String name,
            DivisionCode place,
            IdentityDocument document,
            LocalDate bornOn,
            @Nullable String phone) {

        /** With a right check digit, of a sequence that is not given out. */
        static Sample resident(String name, String place, String born, @Nullable String phone) {
            return new Sample(
                    name,
                    new DivisionCode(place),
                    IdentityDocument.resident("330106" + born + "000"),
                    day(born),
                    phone);
        }

        static Sample traveller(String name, String place, String passport, String born) {
            return new Sample(
                    name,
                    new DivisionCode(place),
                    new IdentityDocument(Kind.PASSPORT, passport),
                    day(born),
                    SHARED_PHONE);
        }

        private static LocalDate day(String born) {
            return LocalDate.parse(born, DateTimeFormatter.BASIC_ISO_DATE);
        }
    }
}
