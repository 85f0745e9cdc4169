package cn.jiping.account;

import cn.jiping.shared.AccountId;
import cn.jiping.shared.DivisionCode;
import cn.jiping.shared.PersonId;
import cn.jiping.shared.Role;
import cn.jiping.shared.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 账号: a person's way in, with the roles given to it. */
final class Account {
    enum Kind {
        /** 工作人员: user name and password. */
        STAFF,
        /** 考生: phone and code. */
        CANDIDATE
    }

    /** Whose it is; {@code home} is the division that administers it, null: the whole country. */
    record Owner(String name, @Nullable PersonId person, @Nullable DivisionCode home) {}

    /** How it signs in; the password is a hash. */
    record Login(
            @Nullable String userName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String password,
            @Nullable Instant passwordSince) {}

    /** 停用. */
    record Suspension(Instant at, String because) {}

    /** When things happened to it. Sessions begun before {@code signedOutBefore} are over. */
    record Life(
            Instant createdAt,
            @Nullable AccountId createdBy,
            Instant reviewedAt,
            Instant signedOutBefore,
            @Nullable Suspension suspension) {}

    private final AccountId id;
    private final Kind kind;
    private Owner owner;
    private Login login;
    private Life life;
    private final List<Grant> grants;
    private final int version;

    Account(
            AccountId id,
            Kind kind,
            Owner owner,
            Login login,
            Life life,
            List<Grant> grants,
            int version) {
        this.id = id;
        this.kind = kind;
        this.owner = owner;
        this.login = login;
        this.life = life;
        this.grants = new ArrayList<>(grants);
        this.version = version;
    }

    static Account staff(
            Owner owner,
            String userName,
            @Nullable String phone,
            @Nullable AccountId createdBy,
            Instant now) {
        return new Account(
                AccountId.next(),
                Kind.STAFF,
                owner,
                new Login(UserNames.normalise(userName), phone, null, null, null),
                new Life(now, createdBy, now, Instant.EPOCH, null),
                List.of(),
                0);
    }

    static Account candidate(String phone, Instant now) {
        return new Account(
                AccountId.next(),
                Kind.CANDIDATE,
                new Owner("", null, null),
                new Login(null, phone, null, null, null),
                new Life(now, null, now, Instant.EPOCH, null),
                List.of(),
                0);
    }

    AccountId id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    Owner owner() {
        return owner;
    }

    Login login() {
        return login;
    }

    Life life() {
        return life;
    }

    int version() {
        return version;
    }

    List<Grant> grants() {
        return List.copyOf(grants);
    }

    List<Grant> validOn(LocalDate day) {
        return grants.stream().filter(grant -> grant.validOn(day)).toList();
    }

    List<Grant> livingOn(LocalDate day) {
        return grants.stream().filter(grant -> grant.livesOn(day)).toList();
    }

    boolean holds(Role role, LocalDate day) {
        return livingOn(day).stream().anyMatch(grant -> grant.role() == role);
    }

    boolean suspended() {
        return life.suspension() != null;
    }

    /** Whether the whole account, with every living role, lies inside the scope. */
    boolean within(Scope scope, LocalDate day) {
        return scope.everywhere()
                || (owner.home() != null
                        && scope.covers(owner.home())
                        && livingOn(day).stream().allMatch(g -> Places.within(scope, g.place())));
    }

    void give(Grant grant) {
        requireNotHeld(grant.role(), grant.place(), grant.from());
        grants.add(grant);
    }

    /**
     * @throws AccountRefused if the role is held there already
     */
    void requireNotHeld(Role role, Place place, LocalDate on) {
        var held = livingOn(on).stream().anyMatch(g -> g.role() == role && g.place().equals(place));
        if (held) {
            throw AccountRefused.alreadyGranted();
        }
    }

    /** As a line of a list. */
    AccountRow row(LocalDate today) {
        return new AccountRow(
                id,
                owner.name(),
                login.userName(),
                kind == Kind.CANDIDATE,
                state(today),
                livingOn(today).stream()
                        .map(g -> new AccountRow.HeldRole(g.role(), g.placeName(), g.until()))
                        .toList(),
                life.createdAt(),
                life.reviewedAt());
    }

    private AccountState state(LocalDate today) {
        if (suspended()) {
            return AccountState.SUSPENDED;
        }
        if (kind == Kind.STAFF && login.password() == null) {
            return AccountState.INVITED;
        }
        return validOn(today).isEmpty() ? AccountState.WITHOUT_ROLE : AccountState.ACTIVE;
    }

    /**
     * @throws AccountRefused if there is no such living grant
     */
    Grant living(GrantId grant, LocalDate day) {
        return livingOn(day).stream()
                .filter(g -> g.id().equals(grant))
                .findAny()
                .orElseThrow(AccountRefused::notAlive);
    }

    Optional<Grant> grant(GrantId grant) {
        return grants.stream().filter(g -> g.id().equals(grant)).findAny();
    }

    void replace(Grant grant) {
        grants.replaceAll(g -> g.id().equals(grant.id()) ? grant : g);
    }

    void suspend(String because, Instant now) {
        life =
                new Life(
                        life.createdAt(),
                        life.createdBy(),
                        life.reviewedAt(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        new Suspension(now, because));
    }

    void reactivate() {
        life =
                new Life(
                        life.createdAt(),
                        life.createdBy(),
                        life.reviewedAt(),
                        life.signedOutBefore(),
                        null);
    }

    void reviewed(Instant now) {
        life =
                new Life(
                        life.createdAt(),
                        life.createdBy(),
                        now,
                        life.signedOutBefore(),
                        life.suspension());
    }

    /** Every session begun before now is over. */
    void signOutEverywhere(Instant now) {
        life =
                new Life(
                        life.createdAt(),
                        life.createdBy(),
                        life.reviewedAt(),
                        now.truncatedTo(ChronoUnit.MILLIS),
                        life.suspension());
    }

    /** A new password ends every session begun under the old one. */
    void changePassword(String hash, Instant now) {
        login = new Login(login.userName(), login.phone(), login.email(), hash, now);
        signOutEverywhere(now);
    }

    void changePhone(String phone) {
        login =
                new Login(
                        login.userName(),
                        phone,
                        login.email(),
                        login.password(),
                        login.passwordSince());
    }

    void changeEmail(@Nullable String email) {
        login =
                new Login(
                        login.userName(),
                        login.phone(),
                        email,
                        login.password(),
                        login.passwordSince());
    }

    /**
     * @throws AccountRefused if the account belongs to a person already
     */
    void belongTo(PersonId person, String name) {
        if (owner.person() != null) {
            throw AccountRefused.identityAttached();
        }
        owner = new Owner(name, person, owner.home());
    }
}
