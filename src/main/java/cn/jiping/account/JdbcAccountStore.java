package cn.jiping.account;

import cn.jiping.keys.Vault;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.Paging;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Slice;
import cn.jiping.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountStore implements AccountStore {
    static final String PHONE = "account.account.phone";
    static final String EMAIL = "account.account.email";

    private static final int EXPORT_CHUNK = 500;

    private static final String SELECT =
            """
            select a.id, a.kind, a.user_name, a.name, a.person, a.home, a.phone, a.email, a.password,
                   a.password_since, a.suspended_at, a.suspended_because, a.signed_out_before,
                   a.reviewed_at, a.created_at, a.created_by, a.version
            from account.account a
            """;

    private static final String SELECT_ROW =
            """
            select a.id, a.name, a.user_name, a.kind, a.created_at, a.reviewed_at,
                   case when a.suspended_at is not null then 'SUSPENDED'
                        when a.kind = 'STAFF' and a.password is null then 'INVITED'
                        when not exists (select 1 from account.role_grant v
                                         where v.account = a.id and v.ended_at is null
                                           and v.valid_from <= :today
                                           and (v.valid_until is null or v.valid_until >= :today))
                             then 'WITHOUT_ROLE'
                        else 'ACTIVE' end as state
            from account.account a
            """;

    private static final String VISIBLE =
            """
            (:everywhere or a.home = any(:divisions)
             or exists (select 1 from account.role_grant s
                        where s.account = a.id and s.ended_at is null
                          and s.division = any(:divisions)))
            """;

    private static final String MATCHES =
            """
            (:text = '' or strpos(lower(a.name), :text) > 0 or strpos(a.user_name, :text) > 0)
            and (cast(:role as text) is null
                 or exists (select 1 from account.role_grant r
                            where r.account = a.id and r.role = :role and r.ended_at is null
                              and (r.valid_until is null or r.valid_until >= :today)))
            and (cast(:place as text) is null
                 or exists (select 1 from account.role_grant p
                            where p.account = a.id and p.ended_at is null
                              and strpos(p.place_name, :place) > 0))
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    JdbcAccountStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<Account> load(AccountId id) {
        return withGrants(
                jdbc.sql(SELECT + " where a.id = :id").param("id", id.value()).query(this::bare));
    }

    @Override
    public Optional<Account> loadByUserName(String normalised) {
        return withGrants(
                jdbc.sql(SELECT + " where a.user_name = :name")
                        .param("name", normalised)
                        .query(this::bare));
    }

    @Override
    public Optional<Account> loadCandidateByPhone(String phone) {
        return withGrants(
                jdbc.sql(
                                SELECT
                                        + " where a.kind = 'CANDIDATE' and a.phone_fingerprint ="
                                        + " any(:fingerprints)")
                        .param("fingerprints", texts(vault.fingerprints(phone, PHONE)))
                        .query(this::bare));
    }

    @Override
    public Optional<Account> loadCandidateOf(PersonId person) {
        return withGrants(
                jdbc.sql(SELECT + " where a.kind = 'CANDIDATE' and a.person = :person")
                        .param("person", person.value())
                        .query(this::bare));
    }

    @Override
    public List<Account> loadHoldersEverywhere(Role role, LocalDate day) {
        return withGrants(
                jdbc.sql(
                                SELECT
                                        + """
                                         where a.suspended_at is null
                                           and exists (select 1 from account.role_grant g
                                                       where g.account = a.id and g.role = :role
                                                         and g.place = 'EVERYWHERE' and g.ended_at is null
                                                         and g.valid_from <= :day
                                                         and (g.valid_until is null or g.valid_until >= :day))
                                        """)
                        .param("role", role.name())
                        .param("day", day)
                        .query(this::bare)
                        .list());
    }

    @Override
    public boolean everAppointedAlone() {
        return jdbc.sql("select count(*) from account.role_grant g where g.alone")
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public List<Account> loadForReview(Instant reviewedBefore, int atMost) {
        return withGrants(
                jdbc.sql(
                                SELECT
                                        + """
                                         where a.kind = 'STAFF' and a.suspended_at is null
                                           and a.reviewed_at < :reviewed
                                           and (a.review_reminded_at is null or a.review_reminded_at < a.reviewed_at)
                                         order by a.reviewed_at limit :most
                                        """)
                        .param("reviewed", at(reviewedBefore))
                        .param("most", atMost)
                        .query(this::bare)
                        .list());
    }

    @Override
    public Optional<Instant> loadNextForReview(Instant reviewedSince) {
        return jdbc.sql(
                        """
                        select reviewed_at from account.account
                        where kind = 'STAFF' and suspended_at is null and reviewed_at >= :since
                          and (review_reminded_at is null or review_reminded_at < reviewed_at)
                        order by reviewed_at limit 1
                        """)
                .param("since", at(reviewedSince))
                .query((row, _) -> row.getObject("reviewed_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public void add(Account account) {
        try {
            parameters(
                            jdbc.sql(
                                    """
                                    insert into account.account
                                        (id, kind, user_name, name, person, home, phone, phone_fingerprint, email,
                                         password, password_since, suspended_at, suspended_because,
                                         signed_out_before, reviewed_at, created_at, created_by, version)
                                    values (:id, :kind, :userName, :name, :person, :home, :phone, :fingerprint, :email,
                                            :password, :passwordSince, :suspendedAt, :suspendedBecause,
                                            :signedOutBefore, :reviewedAt, :createdAt, :createdBy, :version)
                                    """),
                            account)
                    .param("kind", account.kind().name())
                    .param("createdAt", at(account.life().createdAt()))
                    .param("createdBy", value(account.life().createdBy()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        account.grants().forEach(grant -> insert(account.id(), grant));
    }

    @Override
    public void save(Account account) {
        try {
            var rows =
                    parameters(
                                    jdbc.sql(
                                            """
                                            update account.account
                                            set user_name = :userName, name = :name, person = :person, home = :home,
                                                phone = :phone, phone_fingerprint = :fingerprint, email = :email,
                                                password = :password, password_since = :passwordSince,
                                                suspended_at = :suspendedAt, suspended_because = :suspendedBecause,
                                                signed_out_before = :signedOutBefore, reviewed_at = :reviewedAt,
                                                version = version + 1
                                            where id = :id and version = :version
                                            """),
                                    account)
                            .update();
            if (rows == 0) {
                throw new Stale(List.of(), null, null);
            }
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        account.grants().forEach(grant -> upsert(account.id(), grant));
    }

    private static RuntimeException taken(DuplicateKeyException e) {
        var message = String.valueOf(e.getMessage());
        if (message.contains("account_candidate_phone")) {
            return AccountRefused.phoneTaken();
        }
        if (message.contains("account_candidate_person")) {
            return AccountRefused.identityTaken();
        }
        return message.contains("user_name") ? AccountRefused.userNameTaken() : e;
    }

    private JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec sql, Account account) {
        var login = account.login();
        var life = account.life();
        var suspension = life.suspension();
        return sql.param("id", account.id().value())
                .param("userName", login.userName())
                .param("name", account.owner().name())
                .param("person", value(account.owner().person()))
                .param("home", value(account.owner().home()))
                .param("phone", sealed(login.phone(), PHONE))
                .param(
                        "fingerprint",
                        login.phone() == null ? null : vault.fingerprint(login.phone(), PHONE))
                .param("email", sealed(login.email(), EMAIL))
                .param("password", login.password())
                .param("passwordSince", at(login.passwordSince()))
                .param("suspendedAt", suspension == null ? null : at(suspension.at()))
                .param("suspendedBecause", suspension == null ? null : suspension.because())
                .param("signedOutBefore", at(life.signedOutBefore()))
                .param("reviewedAt", at(life.reviewedAt()))
                .param("version", account.version());
    }

    private void insert(AccountId account, Grant grant) {
        grant(
                        jdbc.sql(
                                """
                                insert into account.role_grant
                                    (account, id, role, place, division, body, place_name, valid_from, valid_until,
                                     granted_at, granted_by, confirmed_by, alone, ended_at, ended_by, ended_because)
                                values (:account, :id, :role, :place, :division, :body, :placeName, :from, :until,
                                        :grantedAt, :grantedBy, :confirmedBy, :alone, :endedAt, :endedBy, :endedBecause)
                                """),
                        account,
                        grant)
                .update();
    }

    private void upsert(AccountId account, Grant grant) {
        grant(
                        jdbc.sql(
                                """
                                insert into account.role_grant
                                    (account, id, role, place, division, body, place_name, valid_from, valid_until,
                                     granted_at, granted_by, confirmed_by, alone, ended_at, ended_by, ended_because)
                                values (:account, :id, :role, :place, :division, :body, :placeName, :from, :until,
                                        :grantedAt, :grantedBy, :confirmedBy, :alone, :endedAt, :endedBy, :endedBecause)
                                on conflict (account, id) do update
                                set valid_until = excluded.valid_until, ended_at = excluded.ended_at,
                                    ended_by = excluded.ended_by, ended_because = excluded.ended_because
                                """),
                        account,
                        grant)
                .update();
    }

    private static JdbcClient.StatementSpec grant(
            JdbcClient.StatementSpec sql, AccountId account, Grant grant) {
        var ended = grant.ended();
        return PlaceColumns.of(grant.place())
                .bind(sql)
                .param("account", account.value())
                .param("id", grant.id().value())
                .param("role", grant.role().name())
                .param("placeName", grant.placeName())
                .param("from", grant.from())
                .param("until", grant.until())
                .param("grantedAt", at(grant.given().at()))
                .param("grantedBy", grant.given().by())
                .param("confirmedBy", grant.given().confirmedBy())
                .param("alone", grant.given().alone())
                .param("endedAt", ended == null ? null : at(ended.at()))
                .param("endedBy", ended == null ? null : ended.by())
                .param("endedBecause", ended == null ? null : ended.because());
    }

    @Override
    public void markReminded(AccountId id, Instant now) {
        jdbc.sql("update account.account set review_reminded_at = :now where id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    @Override
    public void rehash(AccountId id, String was, String is) {
        jdbc.sql("update account.account set password = :is where id = :id and password = :was")
                .param("is", is)
                .param("id", id.value())
                .param("was", was)
                .update();
    }

    @Override
    public void lockFounding() {
        jdbc.sql("select id from account.founding where id = :id for update")
                .param("id", 1)
                .query()
                .singleRow();
    }

    @Override
    public Optional<Account> find(Scope scope, AccountId id) {
        return withGrants(
                scoped(jdbc.sql(SELECT + " where a.id = :id and " + VISIBLE), scope)
                        .param("id", id.value())
                        .query(this::bare));
    }

    @Override
    public Slice<AccountRow> page(Scope scope, AccountQuery query, LocalDate today, Paging paging) {
        var total =
                filtered("select count(*) from (", ") n", scope, query, today)
                        .query(Long.class)
                        .single();
        var rows =
                filtered("", ordered(query) + " limit :size offset :offset", scope, query, today)
                        .param("size", paging.size())
                        .param("offset", paging.offset())
                        .query(JdbcAccountStore::row)
                        .list();
        return new Slice<>(withRoles(rows, today), total, paging);
    }

    @Override
    public void export(
            Scope scope, AccountQuery query, LocalDate today, Consumer<AccountRow> each) {
        for (var offset = 0; ; offset += EXPORT_CHUNK) {
            var rows =
                    filtered(
                                    "",
                                    ordered(query) + " limit :size offset :offset",
                                    scope,
                                    query,
                                    today)
                            .param("size", EXPORT_CHUNK)
                            .param("offset", offset)
                            .query(JdbcAccountStore::row)
                            .list();
            withRoles(rows, today).forEach(each);
            if (rows.size() < EXPORT_CHUNK) {
                return;
            }
        }
    }

    private JdbcClient.StatementSpec filtered(
            String before, String after, Scope scope, AccountQuery query, LocalDate today) {
        var state = query.state();
        var role = query.role();
        return scoped(
                        jdbc.sql(
                                before
                                        + "select * from ("
                                        + SELECT_ROW
                                        + " where "
                                        + VISIBLE
                                        + " and "
                                        + MATCHES
                                        + ") f where (cast(:state as text) is null or state = :state)"
                                        + after),
                        scope)
                .param("text", UserNames.normalise(query.text()))
                .param("role", role == null ? null : role.name())
                .param("state", state == null ? null : state.name())
                .param("place", query.place())
                .param("today", today);
    }

    private static String ordered(AccountQuery query) {
        var column =
                switch (query.order()) {
                    case NAME -> "name collate \"zh-x-icu\"";
                    case USER_NAME -> "user_name";
                    case CREATED -> "created_at";
                    case REVIEWED -> "reviewed_at";
                };
        return " order by " + column + (query.descending() ? " desc" : " asc") + " nulls last, id";
    }

    @Override
    public List<AccountRow> listForReview(
            Scope scope, Instant reviewedBefore, LocalDate today, int atMost) {
        var rows =
                scoped(
                                jdbc.sql(
                                        SELECT_ROW
                                                + " where a.kind = 'STAFF' and a.suspended_at is null"
                                                + " and a.reviewed_at < :before and "
                                                + VISIBLE
                                                + " order by a.reviewed_at, a.id limit :most"),
                                scope)
                        .param("before", at(reviewedBefore))
                        .param("today", today)
                        .param("most", atMost)
                        .query(JdbcAccountStore::row)
                        .list();
        return withRoles(rows, today);
    }

    @Override
    public List<Account> loadOf(PersonId person) {
        return withGrants(
                jdbc.sql(SELECT + " where a.person = :person")
                        .param("person", person.value())
                        .query(this::bare)
                        .list());
    }

    @Override
    public List<AccountDirectory.Holder> loadHolders(
            Role role, @Nullable BodyId body, LocalDate day) {
        return jdbc.sql(
                        """
                        select a.id, a.name, a.home, g.place, g.division, g.body
                        from account.account a join account.role_grant g on (g.account = a.id)
                        where a.suspended_at is null and g.ended_at is null and g.role = :role
                          and (cast(:body as uuid) is null or g.body = :body)
                          and g.valid_from <= :day and (g.valid_until is null or g.valid_until >= :day)
                        order by a.id
                        """)
                .param("role", role.name())
                .param("body", body == null ? null : body.value())
                .param("day", day)
                .query((rs, _) -> holder(rs))
                .list();
    }

    private static AccountDirectory.Holder holder(ResultSet rs) throws SQLException {
        var home = rs.getString("home");
        return new AccountDirectory.Holder(
                new AccountDirectory.Card(
                        new AccountId(uuid(rs, "id")),
                        text(rs, "name"),
                        home == null ? null : new DivisionCode(home)),
                PlaceColumns.read(rs));
    }

    private static JdbcClient.StatementSpec scoped(JdbcClient.StatementSpec sql, Scope scope) {
        return sql.param("everywhere", scope.everywhere())
                .param(
                        "divisions",
                        texts(scope.divisions().stream().map(DivisionCode::value).toList()));
    }

    private Optional<Account> withGrants(JdbcClient.MappedQuerySpec<Account> query) {
        return withGrants(query.list()).stream().findFirst();
    }

    private List<Account> withGrants(List<Account> bare) {
        var grants = grantsOf(bare.stream().map(Account::id).toList());
        return bare.stream()
                .map(a ->
                        new Account(
                                a.id(),
                                a.kind(),
                                a.owner(),
                                a.login(),
                                a.life(),
                                grants.getOrDefault(a.id(), List.of()),
                                a.version()))
                .toList();
    }

    private Map<AccountId, List<Grant>> grantsOf(Collection<AccountId> accounts) {
        var grants = new LinkedHashMap<AccountId, List<Grant>>();
        if (accounts.isEmpty()) {
            return grants;
        }
        jdbc.sql(
                        """
                        select g.account, g.id, g.role, g.place, g.division, g.body, g.place_name, g.valid_from,
                               g.valid_until, g.granted_at, g.granted_by, g.confirmed_by, g.alone, g.ended_at,
                               g.ended_by, g.ended_because
                        from account.role_grant g where g.account = any(:accounts) order by g.id
                        """)
                .param("accounts", uuids(accounts.stream().map(AccountId::value).toList()))
                .query(rs -> {
                    grants.computeIfAbsent(
                                    new AccountId(uuid(rs, "account")), _ -> new ArrayList<>())
                            .add(grant(rs));
                });
        return grants;
    }

    private List<AccountRow> withRoles(List<AccountRow> rows, LocalDate today) {
        var grants = grantsOf(rows.stream().map(AccountRow::id).toList());
        return rows.stream()
                .map(row ->
                        new AccountRow(
                                row.id(),
                                row.name(),
                                row.userName(),
                                row.candidate(),
                                row.state(),
                                grants.getOrDefault(row.id(), List.of()).stream()
                                        .filter(grant -> grant.livesOn(today))
                                        .map(g ->
                                                new AccountRow.HeldRole(
                                                        g.role(), g.placeName(), g.until()))
                                        .toList(),
                                row.createdAt(),
                                row.reviewedAt()))
                .toList();
    }

    private static AccountRow row(ResultSet rs, int number) throws SQLException {
        return new AccountRow(
                new AccountId(uuid(rs, "id")),
                text(rs, "name"),
                rs.getString("user_name"),
                text(rs, "kind").equals(Account.Kind.CANDIDATE.name()),
                AccountState.valueOf(text(rs, "state")),
                List.of(),
                required(instant(rs, "created_at")),
                required(instant(rs, "reviewed_at")));
    }

    private Account bare(ResultSet rs, int number) throws SQLException {
        var person = rs.getObject("person", UUID.class);
        var home = rs.getString("home");
        var createdBy = rs.getObject("created_by", UUID.class);
        var suspendedAt = instant(rs, "suspended_at");
        return new Account(
                new AccountId(uuid(rs, "id")),
                Account.Kind.valueOf(text(rs, "kind")),
                new Account.Owner(
                        text(rs, "name"),
                        person == null ? null : new PersonId(person),
                        home == null ? null : new DivisionCode(home)),
                new Account.Login(
                        rs.getString("user_name"),
                        opened(rs.getBytes("phone"), PHONE),
                        opened(rs.getBytes("email"), EMAIL),
                        rs.getString("password"),
                        instant(rs, "password_since")),
                new Account.Life(
                        required(instant(rs, "created_at")),
                        createdBy == null ? null : new AccountId(createdBy),
                        required(instant(rs, "reviewed_at")),
                        required(instant(rs, "signed_out_before")),
                        suspendedAt == null
                                ? null
                                : new Account.Suspension(
                                        suspendedAt, text(rs, "suspended_because"))),
                List.of(),
                rs.getInt("version"));
    }

    private static Grant grant(ResultSet rs) throws SQLException {
        var endedAt = instant(rs, "ended_at");
        return new Grant(
                new GrantId(uuid(rs, "id")),
                Role.valueOf(text(rs, "role")),
                PlaceColumns.read(rs),
                text(rs, "place_name"),
                required(rs.getObject("valid_from", LocalDate.class)),
                rs.getObject("valid_until", LocalDate.class),
                new Grant.Given(
                        required(instant(rs, "granted_at")),
                        text(rs, "granted_by"),
                        rs.getString("confirmed_by"),
                        rs.getBoolean("alone")),
                endedAt == null
                        ? null
                        : new Grant.Ended(
                                endedAt, text(rs, "ended_by"), text(rs, "ended_because")));
    }

    private byte @Nullable [] sealed(@Nullable String plain, String context) {
        return plain == null ? null : vault.encrypt(plain, context);
    }

    private @Nullable String opened(byte @Nullable [] sealed, String context) {
        return sealed == null ? null : vault.decrypt(sealed, context);
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static String text(ResultSet rs, String column) throws SQLException {
        return required(rs.getString(column));
    }

    static UUID uuid(ResultSet rs, String column) throws SQLException {
        return required(rs.getObject(column, UUID.class));
    }

    static <T> T required(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

    static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    static UUID[] uuids(Collection<UUID> values) {
        return values.toArray(UUID[]::new);
    }

    private static @Nullable UUID value(@Nullable AccountId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID value(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String value(@Nullable DivisionCode code) {
        return code == null ? null : code.value();
    }

    /** How a place stands in its three columns. */
    record PlaceColumns(@Nullable String place, @Nullable String division, @Nullable UUID body) {
        static PlaceColumns of(Place place) {
            return switch (place) {
                case Place.Everywhere _ -> new PlaceColumns("EVERYWHERE", null, null);
                case Place.InDivision in -> new PlaceColumns("DIVISION", in.code().value(), null);
                case Place.AtBody at ->
                        new PlaceColumns("BODY", at.division().value(), at.body().value());
                case Place.Self _ -> new PlaceColumns("SELF", null, null);
            };
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
            return sql.param("place", place).param("division", division).param("body", body);
        }

        static Place read(ResultSet rs) throws SQLException {
            return switch (text(rs, "place")) {
                case "EVERYWHERE" -> new Place.Everywhere();
                case "DIVISION" -> new Place.InDivision(new DivisionCode(text(rs, "division")));
                case "BODY" ->
                        new Place.AtBody(
                                new BodyId(uuid(rs, "body")),
                                new DivisionCode(text(rs, "division")));
                case "SELF" -> new Place.Self();
                case String other -> throw new IllegalStateException("No such place: " + other);
            };
        }
    }
}
