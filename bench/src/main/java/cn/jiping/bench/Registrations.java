package cn.jiping.bench;

import cn.jiping.account.DemoBodies;
import cn.jiping.catalog.Education;
import cn.jiping.clock.BusinessClock;
import cn.jiping.database.DatabaseServer;
import cn.jiping.person.PersonDraft;
import cn.jiping.person.Persons;
import cn.jiping.plan.ExamSessions;
import cn.jiping.plan.SessionCode;
import cn.jiping.plan.SessionDraft;
import cn.jiping.plan.SessionView;
import cn.jiping.plan.SubjectForm;
import cn.jiping.policy.Jurisdiction;
import cn.jiping.registration.ApplicationForm;
import cn.jiping.registration.ApplicationForm.Employment;
import cn.jiping.registration.ApplicationForm.Held;
import cn.jiping.registration.ApplicationForm.Job;
import cn.jiping.registration.ApplicationForm.Schooling;
import cn.jiping.registration.Applications;
import cn.jiping.registration.Enrolment;
import cn.jiping.registration.Material;
import cn.jiping.registration.Upload;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.Actor;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.IdentityDocument;
import cn.jiping.shared.Ids;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.SkillLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/**
 * How many people register in a second: each one recorded, begins, fills in, hands over a photo and
 * two proofs, is judged by the law of the day and hands in. Beside it the rows that are left in the
 * tables of registration, inserted by plain JDBC.
 */
final class Registrations implements Benchmark {
    private static final int WORKERS = 16;
    private static final DivisionCode HANGZHOU = new DivisionCode("330100");
    private static final LocalDate FIRST_BORN = LocalDate.of(1960, 1, 1);
    private static final int DAYS = 12_000;
    private static final LocalDateTime IN_REGISTRATION = LocalDateTime.of(2021, 7, 20, 9, 0);

    private final AtomicInteger people = new AtomicInteger();

    @Override
    public String name() {
        return "registrations";
    }

    @Override
    public void run(Plan plan, Report report) throws Exception {
        try (var program =
                ProgramInside.start(
                        "--server.port=-1",
                        "--spring.profiles.active=demo",
                        "--demo.season=false",
                        "--jiping.clock.start=2021-07-01T09:00:00")) {
            program.describe(report);
            report.setting(
                    "a registration: 7 steps, each its own transaction with its act, a photo of 390 × 567 and two proofs drawn anew and encrypted; pool of the program: 20 connections");
            var session = announced(program);
            program.bean(BusinessClock.class)
                    .moveTo(IN_REGISTRATION.atZone(BusinessClock.ZONE).toInstant());
            measure(plan, report, program, session);
        }
    }

    private static SessionView announced(ProgramInside program) {
        var sessions = program.bean(ExamSessions.class);
        var province = Set.of(new DivisionCode("330000"), HANGZHOU);
        var clerk = staff(Role.PROVINCE_CLERK, province);
        var id =
                sessions.draft(
                        clerk,
                        new SessionDraft(
                                new Jurisdiction("33"),
                                new SessionCode("2021-10"),
                                "浙江省2021年10月职业资格全省统一鉴定",
                                List.of(
                                        new SessionDraft.Offer(
                                                "焊工",
                                                SkillLevel.SENIOR_TECHNICIAN,
                                                SubjectForm.PRACTICAL,
                                                SubjectForm.WRITTEN)),
                                "bench"));
        sessions.announce(staff(Role.PROVINCE_APPROVER, province), id, 0);
        var body = program.bean(DemoBodies.class).list().getFirst();
        sessions.accept(
                staff(Role.CITY_CLERK, Set.of(HANGZHOU)), id, HANGZHOU, body.id(), "0571", 0);
        return sessions.find(clerk, id);
    }

    private static Actor staff(Role role, Set<DivisionCode> places) {
        return new Actor(
                AccountId.next(),
                PersonId.next(),
                role.name(),
                role,
                "",
                Scope.ofDivisions(places),
                "127.0.0.1");
    }

    /** One way of registering. */
    private interface Way {
        Measured measure();
    }

    private void measure(Plan plan, Report report, ProgramInside program, SessionView session)
            throws Exception {
        var register = new Registering(program, session, people);
        register.once();
        var load = plan.load(WORKERS);
        try (var alone = new Alone(program)) {
            List<Way> ways =
                    List.of(
                            () -> load.run("registration by the facade", _ -> register.once()),
                            () -> load.run("its rows alone, plain JDBC", alone::insert));
            var results = ways.stream().map(_ -> new ArrayList<Measured>()).toList();
            for (var round = 0; round < plan.rounds(); round++) {
                report.heading("Round " + (round + 1));
                for (var turn = 0; turn < ways.size(); turn++) {
                    var which = (turn + round) % ways.size();
                    var measured = ways.get(which).measure();
                    results.get(which).add(measured);
                    report.add(measured);
                }
            }
            report.heading("The median round of each, by operations per second");
            results.stream().map(Registrations::median).forEach(report::add);
            report.note("%,d people registered.".formatted(people.get()));
        }
    }

    private static Measured median(List<Measured> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** A person who was not there before registers from the first page to the last. */
    private static final class Registering {
        private final Persons persons;
        private final Applications applications;
        private final SessionView session;
        private final AtomicInteger people;
        private final byte[] photo = picture(390, 567);
        private final byte[] proof = picture(140, 100);

        private Registering(ProgramInside program, SessionView session, AtomicInteger people) {
            this.persons = program.bean(Persons.class);
            this.applications = program.bean(Applications.class);
            this.session = session;
            this.people = people;
        }

        private void once() throws IOException {
            var n = people.incrementAndGet();
            var candidate = candidate(n);
            var offering = session.offerings().getFirst().id();
            var id = applications.begin(candidate, session.id(), HANGZHOU, offering, "bench");
            applications.write(candidate, id, 0, form());
            var version = 1;
            for (var material :
                    List.of(Material.PHOTO, Material.CERTIFICATE, Material.YEARS_PROOF)) {
                var content = material == Material.PHOTO ? photo : proof;
                applications.attach(
                        candidate,
                        id,
                        version,
                        material,
                        new Upload(
                                "演示.jpg", new ByteArrayInputStream(content), n + "/" + material));
                version++;
            }
            applications.submit(candidate, id, version);
        }

        private Actor candidate(int n) {
            var born = FIRST_BORN.plusDays(n % DAYS);
            var document =
                    IdentityDocument.resident(
                            "330102"
                                    + born.toString().replace("-", "")
                                    + "%03d".formatted(n / DAYS));
            var person =
                    persons.register(
                            Actor.program("bench"),
                            new PersonDraft(
                                    "演示水知白", List.of(document), null, null, null, null, "演示"));
            return new Actor(
                    AccountId.next(),
                    person,
                    "演示水知白",
                    Role.CANDIDATE,
                    "",
                    Scope.ofPerson(person),
                    "127.0.0.1");
        }

        private static ApplicationForm form() {
            return new ApplicationForm(
                    new Schooling(
                            Education.VOCATIONAL_COLLEGE,
                            "演示职业学院",
                            "焊接技术",
                            true,
                            Enrolment.GRADUATED),
                    new Employment("演示重工有限公司", "焊工"),
                    List.of(
                            new Held(
                                    "焊工",
                                    SkillLevel.TECHNICIAN,
                                    "1711003302200035",
                                    "浙江省演示鉴定中心",
                                    LocalDate.of(2015, 5, 22),
                                    null)),
                    null,
                    List.of(new Job(LocalDate.of(2004, 7, 1), null, "演示重工有限公司", "焊工", true)),
                    "1-1",
                    Map.of());
        }

        private static byte[] picture(int width, int height) {
            var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
            var pen = image.createGraphics();
            pen.fillRect(0, 0, width, height / 2);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            try {
                ImageIO.write(image, "jpg", out);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return out.toByteArray();
        }
    }

    /** The same rows as those of the first registration, under other ids. */
    private static final class Alone implements AutoCloseable {
        private static final List<String> TABLES =
                List.of("application", "application_place", "application_of_person");
        private final List<Connection> connections = new ArrayList<>();
        private final List<List<Row>> rows = new ArrayList<>();

        private Alone(ProgramInside program) throws SQLException {
            var server = program.bean(DatabaseServer.class);
            for (var worker = 0; worker < WORKERS; worker++) {
                var connection =
                        DriverManager.getConnection(
                                server.url(),
                                server.application().user(),
                                server.application().password());
                connection.setAutoCommit(false);
                connections.add(connection);
                var kept = new ArrayList<Row>();
                for (var table : TABLES) {
                    kept.add(Row.first(connection, "registration." + table));
                }
                connection.commit();
                rows.add(kept);
            }
        }

        private void insert(int worker) throws SQLException {
            var application = Ids.next();
            var person = UUID.randomUUID();
            for (var row : rows.get(worker)) {
                row.insert(application, person);
            }
            connections.get(worker).commit();
        }

        @Override
        public void close() throws SQLException {
            for (var connection : connections) {
                connection.close();
            }
        }
    }

    /** A row of a table, to be inserted again for other people. */
    private record Row(List<String> columns, List<Object> values, PreparedStatement insert) {
        static Row first(Connection connection, String table) throws SQLException {
            try (var found =
                    connection
                            .createStatement()
                            .executeQuery("select * from " + table + " limit 1")) {
                if (!found.next()) {
                    throw new IllegalStateException("Nobody registered before: " + table);
                }
                var columns = new ArrayList<String>();
                var values = new ArrayList<Object>();
                for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
                    columns.add(found.getMetaData().getColumnName(column));
                    values.add(found.getObject(column));
                }
                var sql =
                        "insert into %s (%s) values (%s)"
                                .formatted(
                                        table,
                                        String.join(", ", columns),
                                        String.join(", ", columns.stream().map(_ -> "?").toList()));
                return new Row(columns, values, connection.prepareStatement(sql));
            }
        }

        void insert(UUID application, UUID person) throws SQLException {
            for (var column = 0; column < columns.size(); column++) {
                var value =
                        switch (columns.get(column)) {
                            case "id", "application_id" -> application;
                            case "person_id" -> person;
                            default -> values.get(column);
                        };
                insert.setObject(column + 1, value);
            }
            insert.executeUpdate();
        }
    }
}
