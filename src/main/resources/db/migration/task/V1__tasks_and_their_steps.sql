-- 待办: place is one text (all, D + division code, B + body id, P + person id) so that one index serves every scope
create table task (
    id                uuid        not null primary key,
    key               text        not null unique,
    kind              text        not null,
    done_by_hand      boolean     not null,
    title             text        not null,
    subject_type      text        not null,
    subject_id        text        not null,
    path              text        not null,
    opened_at         timestamptz not null,
    place             text        not null,
    place_name        text        not null,
    office            text        not null,
    doers             text[]      not null,
    escalated         text[]      not null,
    roles             text[]      not null,
    due_at            timestamptz,
    order_at          timestamptz not null,
    source_document   text,
    source_clause     text,
    source_practice   text,
    reminders         int[]       not null,
    escalation        text        not null,
    escalation_step   int         not null,
    next_at           timestamptz,
    status            text        not null check (status in ('OPEN', 'CLAIMED', 'DONE', 'CANCELLED')),
    claimed_by        uuid,
    claimed_name      text,
    claimed_at        timestamptz,
    handed_by         uuid,
    handed_name       text,
    handed_at         timestamptz,
    handed_place      text,
    handed_place_name text,
    handed_doers      text[],
    ended_at          timestamptz,
    ended_by          text,
    ended_reason      text,
    version           int         not null
);
create index task_by_due on task (order_at, id) where ended_at is null;
create index task_by_place on task (place, order_at, id) where ended_at is null;
create index task_by_role on task using gin (roles) where ended_at is null;
create index task_by_claimant on task (claimed_by, order_at, id) where ended_at is null;
create index task_by_hander on task (handed_by, order_at, id) where ended_at is null;
create index task_alarms on task (next_at, id) where ended_at is null;
create index task_ended on task (ended_at, id) where ended_at is not null;
create index task_ended_by_place on task (place, ended_at, id) where ended_at is not null;

-- 经过: what happened to a task, in the words of that moment
create table step (
    task_id  uuid        not null,
    id       uuid        not null,
    version  int         not null,
    act      text        not null,
    actor    text        not null,
    at       timestamptz not null,
    was      text        not null,
    became   text        not null,
    reason   text        not null,
    primary key (task_id, id)
);
