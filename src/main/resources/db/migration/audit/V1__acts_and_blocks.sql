-- 行为: what was done; written once, never changed. Partitioned by month of the day it was recorded.
create table audit.act (
    recorded_on    date                     not null,
    id             uuid                     not null,
    recorded_at    timestamp with time zone not null,
    business_at    timestamp with time zone not null,
    actor_account  uuid,
    actor_person   uuid,
    actor_role     text,
    actor_place    text                     not null,
    code           text                     not null,
    subject_type   text                     not null,
    subject_id     text                     not null,
    division       text,
    body           uuid,
    payload_digest bytea                    not null,
    primary key (recorded_on, id)
) partition by range (recorded_on);
create index act_subject on audit.act (subject_type, subject_id, id);
create index act_actor on audit.act (actor_account, id);

create table audit.act_default partition of audit.act default;

-- The application may not create tables; this makes the months to come for it, and nothing else.
-- A month that cannot be made now (locked, or rows in the default partition) is left to the default.
create function audit.make_months(first date, last date)
returns int
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set lock_timeout = '2s'
as $$
declare
    month date := date_trunc('month', first)::date;
    name text;
    made int := 0;
begin
    if last > first + 3660 then
        raise exception 'at most ten years at once';
    end if;
    while month <= last loop
        name := 'act_' || to_char(month, 'YYYY_MM');
        if to_regclass('audit.' || name) is null then
            begin
                execute format('create table audit.%I (like audit.act including all)', name);
                execute format('revoke all on audit.%I from jiping_app', name);
                execute format(
                    'alter table audit.act attach partition audit.%I for values from (%L) to (%L)',
                    name, month, (month + interval '1 month')::date);
                made := made + 1;
            exception when check_violation or lock_not_available then
                null;
            end;
        end if;
        month := (month + interval '1 month')::date;
    end loop;
    return made;
end
$$;
revoke all on function audit.make_months(date, date) from public;
grant execute on function audit.make_months(date, date) to jiping_app;
select audit.make_months(date '2026-01-01', date '2027-12-31');

-- 个人内容: beside the sealed act; the act holds SHA-256(salt || content), so that this can be erased
create table audit.payload (
    act     uuid  not null primary key,
    salt    bytea not null,
    content text  not null
);

-- 清除: by whom, why and by which term a payload was erased
create table audit.erasure (
    act        uuid                     not null primary key,
    erased_at  timestamp with time zone not null,
    erased_by  uuid,
    eraser     text                     not null,
    reason     text                     not null,
    term       text                     not null
);

-- 待封存: acts not yet in a block; emptied each second
create table audit.pending (
    act         uuid not null primary key,
    recorded_on date not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- 区块: a Merkle root over the leaves in order, chained by the hash of the block before
create table audit.block (
    number    bigint                   not null primary key,
    previous  bytea                    not null,
    root      bytea                    not null,
    leaves    int                      not null,
    sealed_at timestamp with time zone not null,
    hash      bytea                    not null,
    key_id    text,
    signature bytea
);

create table audit.leaf (
    block       bigint not null,
    position    int    not null,
    act         uuid   not null,
    recorded_on date   not null,
    hash        bytea  not null,
    primary key (block, position)
);
create index leaf_act on audit.leaf (recorded_on, act);

-- 核验: one run over all blocks and acts, done in pieces; where it stands and what it found
create table audit.verification (
    id          uuid                     not null primary key,
    asked_at    timestamp with time zone not null,
    asked_by    text                     not null,
    last_block  bigint                   not null,
    next_block  bigint                   not null,
    previous    bytea                    not null,
    day         date,
    signed      boolean                  not null,
    acts        bigint                   not null,
    erased      bigint                   not null,
    waiting     bigint                   not null,
    findings    bigint                   not null,
    finished_at timestamp with time zone
);
create unique index verification_running on audit.verification ((1)) where finished_at is null;

create table audit.finding (
    verification uuid   not null,
    number       bigint not null,
    kind         text   not null,
    act          uuid,
    block        bigint,
    primary key (verification, number)
);

create function audit.erase_payload(
    erased_act uuid, at timestamp with time zone, account uuid, who text, why text, clause text)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
    if coalesce(btrim(who), '') = '' or coalesce(btrim(why), '') = '' or coalesce(btrim(clause), '') = '' then
        raise exception 'an erasure names who, why and by which term';
    end if;
    delete from audit.payload where act = erased_act;
    if not found then
        return false;
    end if;
    insert into audit.erasure (act, erased_at, erased_by, eraser, reason, term)
    values (erased_act, at, account, who, why, clause);
    return true;
end
$$;
revoke all on function audit.erase_payload(uuid, timestamp with time zone, uuid, text, text, text) from public;
grant execute on function audit.erase_payload(uuid, timestamp with time zone, uuid, text, text, text) to jiping_app;

revoke all on all tables in schema audit from jiping_app;
grant select, insert on audit.act, audit.payload, audit.block, audit.leaf to jiping_app;
grant select on audit.erasure to jiping_app;
grant select, insert, delete on audit.pending to jiping_app;
grant select, insert on audit.finding to jiping_app;
grant update, select, insert on audit.verification to jiping_app;
