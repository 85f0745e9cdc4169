-- 账号
create table account.account (
    id                uuid        not null primary key,
    kind              text        not null check (kind in ('STAFF', 'CANDIDATE')),
    user_name         text unique,
    name              text        not null,
    person            uuid,
    home              text,
    phone             bytea,
    phone_fingerprint text,
    email             bytea,
    password          text,
    password_since    timestamptz,
    suspended_at      timestamptz,
    suspended_because text,
    signed_out_before timestamptz not null,
    reviewed_at       timestamptz not null,
    review_reminded_at timestamptz,
    created_at        timestamptz not null,
    created_by        uuid,
    version           int         not null,
    check (kind = 'CANDIDATE' or (user_name is not null and person is not null))
);
create unique index account_candidate_phone on account.account (phone_fingerprint) where kind = 'CANDIDATE';
create unique index account_candidate_person on account.account (person) where kind = 'CANDIDATE';
create index account_person on account.account (person);
create index account_home on account.account (home);
create index account_review on account.account (reviewed_at) where kind = 'STAFF';

-- 授权: a role at a place, from a day until a day
create table account.role_grant (
    account      uuid        not null references account.account (id),
    id           uuid        not null,
    role         text        not null,
    place        text        not null check (place in ('EVERYWHERE', 'DIVISION', 'BODY', 'SELF')),
    division     text,
    body         uuid,
    place_name   text        not null,
    valid_from   date        not null,
    valid_until  date,
    granted_at   timestamptz not null,
    granted_by   text        not null,
    confirmed_by text,
    alone        boolean     not null,
    ended_at     timestamptz,
    ended_by     text,
    ended_because text,
    primary key (account, id),
    check (place <> 'DIVISION' or division is not null),
    check (place <> 'BODY' or body is not null)
);
create index role_grant_division on account.role_grant (division, role);
create index role_grant_body on account.role_grant (body, role);
create index role_grant_role on account.role_grant (role) where ended_at is null;

-- 双人确认: what one administrator proposed and another person has to confirm
create table account.proposal (
    id               uuid        not null primary key,
    kind             text        not null check (kind in ('GRANT', 'PROLONG', 'RECOVERY')),
    account          uuid        not null references account.account (id),
    grant_id         uuid,
    role             text,
    place            text,
    division         text,
    body             uuid,
    place_name       text,
    valid_from       date,
    valid_until      date,
    reason           text        not null,
    proposed_by      uuid        not null,
    proposed_person  uuid,
    proposed_by_name text        not null,
    proposed_at      timestamptz not null,
    expires_at       timestamptz not null,
    state            text        not null check (state in ('OPEN', 'CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    decided_by_name  text,
    decided_at       timestamptz,
    version          int         not null
);
create index proposal_account on account.proposal (account);
create index proposal_open on account.proposal (proposed_at) where state = 'OPEN';

-- 登录记录: every attempt, whether it succeeded or not
create table account.sign_in (
    id        uuid        not null primary key,
    at        timestamptz not null,
    account   uuid,
    name_hash text        not null,
    address   text        not null,
    device    text        not null,
    means     text        not null,
    result    text        not null
);
create index sign_in_account on account.sign_in (account, at desc);
create index sign_in_at on account.sign_in (at);

-- 限次: how often something was tried, per name, address or phone
create table account.throttle (
    subject      text        not null primary key,
    tries        int         not null,
    since        timestamptz not null,
    locked_until timestamptz
);
create index throttle_since on account.throttle (since);

-- 验证码: at most one for a purpose and a phone
create table account.code (
    purpose      text        not null,
    subject      text        not null,
    id           uuid        not null,
    code_hash    text        not null,
    sent_at      timestamptz not null,
    expires_at   timestamptz not null,
    tries        int         not null,
    primary key (purpose, subject)
);

-- 一次性链接
create table account.link (
    token_hash text        not null primary key,
    purpose    text        not null check (purpose in ('ACTIVATION', 'RECOVERY', 'FIRST_ADMINISTRATOR')),
    account    uuid references account.account (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index link_account on account.link (account);

-- 首位管理员: one row, locked by whoever makes the first administrator
create table account.founding (
    id int not null primary key check (id = 1)
);
insert into account.founding (id) values (1);
