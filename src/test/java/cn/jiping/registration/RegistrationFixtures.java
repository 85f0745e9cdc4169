package cn.jiping.registration;

import static cn.jiping.plan.PlanFixtures.BODY;
import static cn.jiping.plan.PlanFixtures.HANGZHOU;

import cn.jiping.catalog.Education;
import cn.jiping.plan.CalendarTerms.Windows;
import cn.jiping.plan.OfferingId;
import cn.jiping.plan.SessionDays;
import cn.jiping.plan.SessionId;
import cn.jiping.registration.ApplicationForm.Employment;
import cn.jiping.registration.ApplicationForm.Held;
import cn.jiping.registration.ApplicationForm.Job;
import cn.jiping.registration.ApplicationForm.Schooling;
import cn.jiping.registration.Review.Fault;
import cn.jiping.registration.Review.Ground;
import cn.jiping.registration.Review.Outcome;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Signature;
import cn.jiping.shared.SkillLevel;
import cn.jiping.shared.Source;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** A welder who applies for level one in Hangzhou in the summer of 2021, and who reviews that. */
public final class RegistrationFixtures {
    static final Source CALENDAR = new Source.Clause("ZJ2021", "一(二)");
    static final SessionDays DAYS =
            new SessionDays(
                    List.of(LocalDate.of(2021, 10, 23)),
                    new Windows(
                            LocalDate.of(2021, 7, 14),
                            LocalDate.of(2021, 7, 28),
                            LocalDate.of(2021, 7, 30),
                            LocalDate.of(2021, 8, 6),
                            LocalDate.of(2021, 10, 18),
                            LocalDate.of(2021, 10, 23)),
                    CALENDAR);
    static final Terms TERMS = new Terms(DAYS);
    static final Instant JULY = Instant.parse("2021-07-20T01:00:00Z");
    static final Actor REVIEWER = reviewer("林知夏", BODY);
    static final Actor COLLEAGUE = reviewer("方如许", BODY);
    static final Actor OTHER_BODY = reviewer("水清浅", BodyId.next());
    static final Actor CITY_REVIEWER = cityReviewer("顾明轩", HANGZHOU);

    private RegistrationFixtures() {}

    static Actor reviewer(String name, BodyId body) {
        return staff(name, Role.BODY_ELIGIBILITY_REVIEWER, Scope.ofBody(body));
    }

    static Actor cityReviewer(String name, DivisionCode city) {
        return staff(name, Role.CITY_REVIEWER, Scope.ofDivisions(Set.of(city)));
    }

    private static Actor staff(String name, Role role, Scope scope) {
        return new Actor(AccountId.next(), PersonId.next(), name, role, "", scope, "test");
    }

    public static Actor candidate(@Nullable PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "周启明",
                Role.CANDIDATE,
                "",
                person == null ? Scope.nowhere() : Scope.ofPerson(person),
                "test");
    }

    static Application begun() {
        return Application.begin(
                ApplicationId.next(),
                new Application.Opening(
                        SessionId.next(),
                        "浙江省2021年10月职业资格全省统一鉴定",
                        PersonId.next(),
                        "周启明",
                        new Application.Place(HANGZHOU, "杭州市", BODY, "杭州演示职业技能评价中心"),
                        new Application.Subject(
                                OfferingId.next(), "焊工", SkillLevel.SENIOR_TECHNICIAN),
                        JULY,
                        null,
                        null),
                TERMS);
    }

    static Application handedIn() {
        var application = begun();
        application.submit(submission(application), TERMS);
        return application;
    }

    static Application.Submission submission(Application application) {
        var person = candidate(application.opening().person());
        return new Application.Submission(
                "1-1", Ids.next(), LocalDate.of(2021, 7, 20), Signature.of(person, JULY));
    }

    static Review review(ReviewStage stage, Outcome outcome, Actor by) {
        var grounds =
                outcome == Outcome.PASSED
                        ? List.<Ground>of()
                        : List.of(new Ground(Fault.UNCLEAR, Material.CERTIFICATE, CALENDAR));
        return new Review(stage, outcome, grounds, "", Signature.of(by, JULY));
    }

    /** A technician since May 2017 who has welded ever since 2004. */
    public static ApplicationForm welder() {
        return welder(LocalDate.of(2017, 5, 22));
    }

    public static ApplicationForm welder(LocalDate technicianSince) {
        return ApplicationForm.empty()
                .withBackground(
                        new Schooling(
                                Education.VOCATIONAL_COLLEGE,
                                "杭州演示职业学院",
                                "焊接技术",
                                true,
                                Enrolment.GRADUATED),
                        new Employment("杭州演示重工有限公司", "焊工"))
                .withCertificates(
                        List.of(
                                new Held(
                                        "焊工",
                                        SkillLevel.TECHNICIAN,
                                        "1711003302200035",
                                        "浙江省演示鉴定中心",
                                        technicianSince,
                                        null)),
                        null)
                .withHistory(
                        List.of(new Job(LocalDate.of(2004, 7, 1), null, "杭州演示重工有限公司", "焊工", true)))
                .claiming("1-1");
    }

    public static Upload photo() {
        return new Upload("photo.png", new ByteArrayInputStream(image(600, 800)), key());
    }

    public static Upload proof() {
        return new Upload("proof.png", new ByteArrayInputStream(image(300, 200)), key());
    }

    private static String key() {
        return Ids.next().toString();
    }

    static byte[] image(int width, int height) {
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.DARK_GRAY);
        pen.fillOval(width / 3, height / 4, width / 3, height / 3);
        pen.fillRect(width / 4, 2 * height / 3, width / 2, height / 3);
        pen.dispose();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
