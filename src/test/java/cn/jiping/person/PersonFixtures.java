package cn.jiping.person;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Invented people; every number is made up and has a right check digit. */
public final class PersonFixtures {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final AtomicInteger SERIAL = new AtomicInteger(200);

    public static final DivisionCode HANGZHOU = new DivisionCode("330100");
    public static final DivisionCode NINGBO = new DivisionCode("330200");

    private PersonFixtures() {}

    public static Actor clerkOf(String name, DivisionCode... places) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                name,
                Role.CITY_CLERK,
                "",
                Scope.ofDivisions(Set.of(places)),
                "127.0.0.1");
    }

    public static Actor province(String name) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                name,
                Role.PROVINCE_REVIEWER,
                "",
                Scope.all(),
                "127.0.0.1");
    }

    /** A resident ID nobody else in the test has; odd serials are men. */
    public static IdentityDocument residentId(LocalDate bornOn) {
        return residentId("330106", bornOn, SERIAL.getAndIncrement() % 1000);
    }

    public static IdentityDocument residentId(String place, LocalDate bornOn, int serial) {
        var body = place + bornOn.toString().replace("-", "") + "%03d".formatted(serial);
        return new IdentityDocument(IdentityDocument.Kind.RESIDENT_ID, body + check(body));
    }

    public static char check(String body) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    public static IdentityDocument passport(String number) {
        return new IdentityDocument(IdentityDocument.Kind.PASSPORT, number);
    }

    public static PersonDraft draft(String name, IdentityDocument... documents) {
        return draft(name, null, documents);
    }

    public static PersonDraft draft(
            String name, @Nullable String phone, IdentityDocument... documents) {
        return new PersonDraft(name, List.of(documents), null, null, phone, null, "窗口核验原件");
    }

    static SkillFact welder(String key, LocalDate since, @Nullable LocalDate until) {
        return new SkillFact(
                key,
                SkillKind.SUBJECT_KEPT,
                new SkillFact.Skill("焊工", "6-18-02-04", SkillLevel.ADVANCED, "理论知识"),
                new SkillFact.Proof("score", null, "成绩 2024-001"),
                since,
                until);
    }
}
