-- 抽取: one row each; the announcement is the canonical text whose hash was published
create table draw.draw (
    id                  uuid                     not null primary key,
    number              text                     not null unique,
    purpose             text                     not null,
    title               text                     not null,
    subject_type        text                     not null,
    subject_id          text                     not null,
    division            text,
    body                uuid,
    status              text                     not null,
    pool_size           int                      not null,
    drawn               int                      not null,
    alternates          int                      not null,
    commit_by           timestamp with time zone not null,
    public_value_from   timestamp with time zone not null,
    reveal_by           timestamp with time zone not null,
    open_from           timestamp with time zone not null,
    announcement        text                     not null,
    announcement_hash   text                     not null,
    announced_at        timestamp with time zone not null,
    announced_by        text                     not null,
    announced_account   uuid,
    announced_person    uuid,
    client              text                     not null,
    client_key          text                     not null,
    public_value        text,
    reference           text,
    fixed_at            timestamp with time zone,
    fixed_by            text,
    fixed_account       uuid,
    fixed_person        uuid,
    drawn_at            timestamp with time zone,
    ending              text,
    ending_missing      text,
    ending_reason       text,
    ended_at            timestamp with time zone,
    ended_by            text,
    ended_account       uuid,
    ended_person        uuid,
    changed_at          timestamp with time zone not null,
    changed_by          text                     not null,
    version             int                      not null,
    unique (client, client_key)
);
create index draw_announced on draw.draw (announced_at, id);
create index draw_place on draw.draw (division, announced_at);
create index draw_body on draw.draw (body, announced_at);
create index draw_subject on draw.draw (subject_type, subject_id, purpose, announced_at);
-- one running draw for each subject and purpose
create unique index draw_running on draw.draw (subject_type, subject_id, purpose)
    where status in ('ANNOUNCED', 'COMMITTED', 'VALUE_FIXED', 'REVEALED');

-- 名称: who hides behind a number; personal, no part of the published record, may be erased
create table draw.entry (
    draw_id uuid not null,
    number  text not null,
    name    text not null,
    primary key (draw_id, number)
);

create table draw.commitment (
    draw_id           uuid                     not null,
    party             text                     not null,
    value             text                     not null,
    committed_at      timestamp with time zone not null,
    committed_by      text                     not null,
    committed_account uuid,
    committed_person  uuid,
    secret            text,
    salt              text,
    revealed_at       timestamp with time zone,
    revealed_by       text,
    revealed_account  uuid,
    revealed_person   uuid,
    primary key (draw_id, party)
);

create table draw.pick (
    draw_id   uuid    not null,
    rank      int     not null,
    number    text    not null,
    key       text    not null,
    alternate boolean not null,
    primary key (draw_id, rank)
);

create table draw.replacement (
    draw_id          uuid                     not null,
    turn             int                      not null,
    leaving          text                     not null,
    entering         text                     not null,
    cause            text                     not null,
    note             text                     not null,
    replaced_at      timestamp with time zone not null,
    replaced_by      text                     not null,
    replaced_account uuid,
    replaced_person  uuid,
    primary key (draw_id, turn)
);

-- what was announced, committed and drawn is never deleted
revoke delete on draw.draw, draw.commitment, draw.pick, draw.replacement from jiping_app;
