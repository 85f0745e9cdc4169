-- 重判: stored decisions, or the cases of a file, judged by the book in force and by a draft's; done in
-- pieces, so that a kill loses no more than one
create table policy.replay (
    id            uuid                     not null primary key,
    draft         uuid                     not null,
    base          text                     not null,
    book          text                     not null,
    file          text,
    topic         text,
    jurisdiction  text,
    as_of_from    date,
    as_of_until   date,
    division      text,
    asked_by      text                     not null,
    asked_account uuid,
    asked_at      timestamp with time zone not null,
    last          uuid                     not null,
    position      uuid                     not null,
    total         bigint                   not null,
    judged        bigint                   not null,
    differing     bigint                   not null,
    outdated      bigint                   not null,
    stopped       boolean                  not null,
    finished_at   timestamp with time zone,
    version       int                      not null
);
create index replay_of_draft on policy.replay (draft, asked_at);
create index replay_waiting on policy.replay (asked_at) where finished_at is null;
-- one at a time for each draft
create unique index replay_running on policy.replay (draft) where finished_at is null;

-- 案例: a line of the file, its facts as an address would give them
create table policy.replay_case (
    replay uuid not null,
    id     uuid not null,
    name   text not null,
    topic  text not null,
    facts  text not null,
    primary key (replay, id)
);

create table policy.replay_difference (
    replay     uuid   not null,
    number     bigint not null,
    kind       text   not null,
    topic      text   not null,
    about_type text   not null,
    about_id   text   not null,
    division   text,
    as_of      date,
    facts      text   not null,
    was        text   not null,
    becomes    text   not null,
    primary key (replay, number)
);

revoke delete on policy.replay, policy.replay_case from jiping_app;
revoke update, delete on policy.replay_difference from jiping_app;
