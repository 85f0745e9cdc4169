package cn.jiping.account;

import cn.jiping.database.Columns;
import cn.jiping.keys.Vault;
import cn.jiping.shared.AccountId;
import cn.jiping.shared.BodyId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import cn.jiping.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAccountStore implements AccountStore {
    static final String PHONE = "account.account.phone";
    static final String EMAIL = "account.account.email";

    private static final String SELECT =
            """
            select a.id, a.kind, a.user_name, a.name, a.person, a.home, a.phone, a.email, a.password,
                   a.password_since, a.suspended_at, a.suspended_because, a.signed_out_before,
                   a.reviewed_at, a.created_at, a.created_by, a.version
            from account.account a
            """;

    private final JdbcClient jdbc;
    private final JdbcGrants grants;
    private final Vault vault;

    JdbcAccountStore(JdbcClient jdbc, JdbcGrants grants, Vault vault) {
        this.jdbc = jdbc;
        this.grants = grants;
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
                        .param("fingerprints", Columns.texts(vault.fingerprints(phone, PHONE)))
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
                        .param("reviewed", Columns.at(reviewedBefore))
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
                .param("since", Columns.at(reviewedSince))
                .query((row, _) -> Columns.instant(row, "reviewed_at"))
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
                    .param("createdAt", Columns.at(account.life().createdAt()))
                    .param("createdBy", value(account.life().createdBy()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw taken(e);
        }
        account.grants().forEach(grant -> grants.insert(account.id(), grant));
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
        account.grants().forEach(grant -> grants.upsert(account.id(), grant));
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
                .param("passwordSince", Columns.at(login.passwordSince()))
                .param("suspendedAt", suspension == null ? null : Columns.at(suspension.at()))
                .param("suspendedBecause", suspension == null ? null : suspension.because())
                .param("signedOutBefore", Columns.at(life.signedOutBefore()))
                .param("reviewedAt", Columns.at(life.reviewedAt()))
                .param("version", account.version());
    }

    @Override
    public void markReminded(AccountId id, Instant now) {
        jdbc.sql("update account.account set review_reminded_at = :now where id = :id")
                .param("now", Columns.at(now))
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
                JdbcVisibility.scoped(
                                jdbc.sql(
                                        SELECT + " where a.id = :id and " + JdbcVisibility.VISIBLE),
                                scope)
                        .param("id", id.value())
                        .query(this::bare));
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
    public List<AccountDirectory.Reach> loadReach(Collection<AccountId> ids) {
        return jdbc.sql(
                        """
                        select a.id, a.phone, a.email from account.account a where a.id = any(:ids)
                        """)
                .param("ids", Columns.uuids(ids.stream().map(AccountId::value).toList()))
                .query((rs, _) ->
                        new AccountDirectory.Reach(
                                new AccountId(Columns.uuid(rs, "id")),
                                opened(rs.getBytes("phone"), PHONE),
                                opened(rs.getBytes("email"), EMAIL)))
                .list();
    }

    @Override
    public Map<PersonId, List<AccountDirectory.Card>> loadCards(Collection<PersonId> persons) {
        return jdbc
                .sql(
                        """
                        select a.person, a.id, a.name, a.home from account.account a
                        where a.person = any(:persons) and a.suspended_at is null
                        order by a.id
                        """)
                .param("persons", Columns.uuids(persons.stream().map(PersonId::value).toList()))
                .query((rs, _) -> Map.entry(new PersonId(Columns.uuid(rs, "person")), card(rs)))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
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
        return new AccountDirectory.Holder(card(rs), JdbcPlaceColumns.read(rs));
    }

    private static AccountDirectory.Card card(ResultSet rs) throws SQLException {
        var home = rs.getString("home");
        return new AccountDirectory.Card(
                new AccountId(Columns.uuid(rs, "id")),
                Columns.text(rs, "name"),
                home == null ? null : new DivisionCode(home));
    }

    private Optional<Account> withGrants(JdbcClient.MappedQuerySpec<Account> query) {
        return withGrants(query.list()).stream().findFirst();
    }

    private List<Account> withGrants(List<Account> bare) {
        var held = grants.loadOf(bare.stream().map(Account::id).toList());
        return bare.stream()
                .map(a ->
                        new Account(
                                a.id(),
                                a.kind(),
                                a.owner(),
                                a.login(),
                                a.life(),
                                held.getOrDefault(a.id(), List.of()),
                                a.version()))
                .toList();
    }

    private Account bare(ResultSet rs, int number) throws SQLException {
        var person = rs.getObject("person", UUID.class);
        var home = rs.getString("home");
        var createdBy = rs.getObject("created_by", UUID.class);
        var suspendedAt = Columns.instantOrNull(rs, "suspended_at");
        return new Account(
                new AccountId(Columns.uuid(rs, "id")),
                Account.Kind.valueOf(Columns.text(rs, "kind")),
                new Account.Owner(
                        Columns.text(rs, "name"),
                        person == null ? null : new PersonId(person),
                        home == null ? null : new DivisionCode(home)),
                new Account.Login(
                        rs.getString("user_name"),
                        opened(rs.getBytes("phone"), PHONE),
                        opened(rs.getBytes("email"), EMAIL),
                        rs.getString("password"),
                        Columns.instantOrNull(rs, "password_since")),
                new Account.Life(
                        Columns.instant(rs, "created_at"),
                        createdBy == null ? null : new AccountId(createdBy),
                        Columns.instant(rs, "reviewed_at"),
                        Columns.instant(rs, "signed_out_before"),
                        suspendedAt == null
                                ? null
                                : new Account.Suspension(
                                        suspendedAt, Columns.text(rs, "suspended_because"))),
                List.of(),
                rs.getInt("version"));
    }

    private byte @Nullable [] sealed(@Nullable String plain, String context) {
        return plain == null ? null : vault.encrypt(plain, context);
    }

    private @Nullable String opened(byte @Nullable [] sealed, String context) {
        return sealed == null ? null : vault.decrypt(sealed, context);
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
}
