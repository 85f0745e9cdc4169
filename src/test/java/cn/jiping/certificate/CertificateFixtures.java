package cn.jiping.certificate;

import cn.jiping.person.PersonFixtures;
import cn.jiping.person.Persons;
import cn.jiping.plan.SessionId;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Welders of level one who passed in Hangzhou or Ningbo, and the people who deal with them. */
public final class CertificateFixtures {
    static final DivisionCode PROVINCE = new DivisionCode("330000");
    static final Locality HANGZHOU = new Locality(new DivisionCode("330100"), "杭州市");
    static final Locality NINGBO = new Locality(new DivisionCode("330200"), "宁波市");
    static final Locality XIHU = new Locality(new DivisionCode("330106"), "西湖区");
    static final Locality BINJIANG = new Locality(new DivisionCode("330108"), "滨江区");
    public static final PassedResult.Session SESSION =
            new PassedResult.Session(
                    SessionId.next(), "浙江省2021年10月职业资格全省统一鉴定", new Jurisdiction("33"));
    static final PassedResult.Proof PASSED =
            new PassedResult.Proof(true, true, LocalDate.of(2021, 11, 20));
    static final Actor PROGRAM = Actor.program("test");
    static final Actor CLERK =
            staff("林知夏", Role.PROVINCE_CLERK, PROVINCE, HANGZHOU, NINGBO, XIHU, BINJIANG);
    static final Actor APPROVER =
            staff("许远山", Role.PROVINCE_APPROVER, PROVINCE, HANGZHOU, NINGBO, XIHU, BINJIANG);
    static final Actor CITY = staff("顾明轩", Role.CITY_CLERK, null, HANGZHOU, XIHU, BINJIANG);
    static final Actor OTHER_CITY = staff("沈同川", Role.CITY_CLERK, null, NINGBO);
    static final Actor COUNTY = staff("何清如", Role.COUNTY_CLERK, null, XIHU);
    static final Actor OTHER_COUNTY = staff("吴若水", Role.COUNTY_CLERK, null, BINJIANG);

    private CertificateFixtures() {}

    private static Actor staff(
            String name, Role role, @Nullable DivisionCode own, Locality... places) {
        var codes = new HashSet<DivisionCode>();
        if (own != null) {
            codes.add(own);
        }
        for (var place : places) {
            codes.add(place.code());
        }
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                name,
                role,
                "",
                Scope.ofDivisions(Set.copyOf(codes)),
                "test");
    }

    static Actor holder(PersonId person) {
        return new Actor(
                AccountId.next(),
                person,
                "水知白",
                Role.CANDIDATE,
                "",
                Scope.ofPerson(person),
                "test");
    }

    static IdentityDocument document() {
        return PersonFixtures.residentId(LocalDate.of(1985, 3, 12));
    }

    static PersonId person(Persons persons, String name, IdentityDocument document) {
        return persons.register(PROGRAM, PersonFixtures.draft(name, document));
    }

    static PassedResult result(
            PersonId person, Locality city, @Nullable Locality county, PassedResult.Proof proof) {
        return new PassedResult(
                Ids.next(),
                SESSION,
                new PassedResult.Candidate(person, null),
                new PassedResult.Skill("焊工", SkillLevel.SENIOR_TECHNICIAN),
                city,
                county,
                proof);
    }

    /** Where results are kept, as far as a test says. */
    public static final class Results implements PassedResults {
        private final Map<UUID, PassedResult> results = new ConcurrentHashMap<>();

        @Override
        public Optional<PassedResult> find(SessionId session, UUID result) {
            return Optional.ofNullable(results.get(result))
                    .filter(found -> found.session().id().equals(session));
        }

        public UUID add(PassedResult result) {
            results.put(result.id(), result);
            return result.id();
        }

        /** The person passed in Hangzhou, and is told to come to Xihu. */
        public PassedResult passed(PersonId person) {
            var result = result(person, HANGZHOU, XIHU, PASSED);
            add(result);
            return result;
        }

        /** A person of this name who passed in Hangzhou, to be told in the county. */
        public PassedResult passed(Persons persons, String name, IdentityDocument document) {
            return passed(person(persons, name, document));
        }
    }

    /** Results in place of those of the stages before. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Configured {
        @Bean
        @Primary
        Results fixedResults() {
            return new Results();
        }
    }
}
