-- 人员; the name is the present one, all names stand in person.name_entry
create table person.person (
    person_id     uuid        not null primary key,
    name          text        not null,
    born_on       date,
    sex           varchar(6) check (sex in ('MALE', 'FEMALE')),
    state         varchar(8)  not null check (state in ('ACTIVE', 'ABSORBED', 'ERASED')),
    absorbed_by   uuid,
    version       int         not null,
    registered_by text        not null,
    registered_at timestamptz not null
);
create index person_by_name on person.person (name text_pattern_ops, person_id) where state = 'ACTIVE';
create index person_by_registration on person.person (registered_at, person_id) where state = 'ACTIVE';
create index person_alike on person.person (name, born_on, sex);
create index person_absorbed on person.person (absorbed_by) where absorbed_by is not null;

-- 姓名, with what proved it; a corrected entry stays, struck out
create table person.name_entry (
    person_id    uuid        not null,
    id           uuid        not null,
    name         text        not null,
    from_on      date,
    until_on     date,
    proof        text        not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    corrected_by text,
    corrected_at timestamptz,
    correction   text,
    primary key (person_id, id)
);

-- 证件; the number is encrypted, its fingerprint finds it again
create table person.document (
    person_id    uuid        not null,
    id           uuid        not null,
    kind         varchar(24) not null,
    number       bytea       not null,
    masked       text        not null,
    fingerprint  text        not null,
    from_on      date,
    until_on     date,
    proof        text        not null,
    recorded_by  text        not null,
    recorded_at  timestamptz not null,
    corrected_by text,
    corrected_at timestamptz,
    correction   text,
    primary key (person_id, id)
);
create index document_by_fingerprint on person.document (fingerprint);

-- one number, one person: a row for each look-up key in use
create table person.document_number (
    fingerprint text not null primary key,
    person_id   uuid not null,
    document_id uuid not null
);
create index document_number_of on person.document_number (person_id, document_id);

-- 联系方式
create table person.contact (
    person_id   uuid        not null,
    id          uuid        not null,
    kind        varchar(5)  not null check (kind in ('PHONE', 'EMAIL')),
    value       bytea       not null,
    masked      text        not null,
    fingerprint text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null,
    ended_at    timestamptz,
    primary key (person_id, id)
);
create index contact_by_fingerprint on person.contact (fingerprint);

-- 往来: places and bodies a person has dealings with; via: the merge that brought it, or empty
create table person.link (
    person_id  uuid        not null,
    place_kind varchar(8)  not null check (place_kind in ('DIVISION', 'BODY')),
    place      text        not null,
    why        text        not null,
    via        text        not null,
    since      date        not null,
    recorded_at timestamptz not null,
    primary key (person_id, place_kind, place, why, via)
);
create index link_by_place on person.link (place_kind, place, person_id);

-- 疑似重复: pairs found alike when one of them was recorded
create table person.duplicate (
    id         uuid        not null primary key,
    one        uuid        not null,
    other      uuid        not null,
    reasons    text        not null,
    found_at   timestamptz not null,
    state      varchar(9)  not null check (state in ('OPEN', 'DISMISSED')),
    decided_by text,
    decided_at timestamptz,
    decision   text,
    unique (one, other)
);
create index duplicate_open on person.duplicate (found_at, id) where state = 'OPEN';
create index duplicate_of_other on person.duplicate (other);

-- 合并: proposed by one, confirmed by another person; undone without trace in what it joined
create table person.merge (
    id               uuid        not null primary key,
    kept             uuid        not null,
    absorbed         uuid        not null,
    state            varchar(9)  not null check (state in ('PROPOSED', 'CONFIRMED', 'REJECTED', 'UNDONE')),
    reason           text        not null,
    proposed_account uuid,
    proposed_person  uuid,
    proposed_by      text        not null,
    proposed_at      timestamptz not null,
    decided_by       text,
    decided_at       timestamptz,
    undone_by        text,
    undone_at        timestamptz,
    undone_reason    text,
    version          int         not null
);
create unique index merge_open on person.merge (absorbed) where state in ('PROPOSED', 'CONFIRMED');
create index merge_of_kept on person.merge (kept);

-- 技能档案: never overwritten; a correction is a new entry that supersedes the old one
create table person.skill_entry (
    person_id       uuid        not null,
    id              uuid        not null,
    entry_key       text        not null,
    kind            varchar(32) not null,
    occupation      text        not null,
    occupation_code text,
    level           varchar(24),
    subject         text,
    proved_by       text        not null,
    proving_body    uuid,
    source          text        not null,
    since           date        not null,
    until           date,
    recorded_by     text        not null,
    recorded_at     timestamptz not null,
    supersedes      uuid,
    correction      text,
    primary key (person_id, id),
    unique (person_id, entry_key),
    unique (person_id, supersedes)
);
revoke update, delete on person.skill_entry from jiping_app;
revoke delete on person.person, person.merge, person.duplicate from jiping_app;
