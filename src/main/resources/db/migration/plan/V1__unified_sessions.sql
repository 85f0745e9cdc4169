-- 统一鉴定批次: one row each, with the days of its calendar as they were when it was drafted
create table plan.session (
    id                uuid                     not null primary key,
    jurisdiction      text                     not null,
    division          text                     not null,
    code              text                     not null,
    title             text                     not null,
    status            text                     not null,
    exam_on           date[]                   not null,
    opens_on          date                     not null,
    closes_on         date                     not null,
    review_until      date,
    pay_until         date,
    ticket_from       date,
    ticket_until      date,
    source_document   text,
    source_clause     text,
    source_practice   text,
    drafted_at        timestamp with time zone not null,
    drafted_by        text                     not null,
    drafted_account   uuid,
    drafted_person    uuid,
    announced_at      timestamp with time zone,
    announced_by      text,
    announced_account uuid,
    announced_person  uuid,
    discard_reason    text,
    client_key        text                     not null,
    version           int                      not null
);
create index session_listed on plan.session (opens_on, id);
create unique index session_client on plan.session (client_key);
-- one session of a code in each province; a discarded draft does not stand in the way
create unique index session_code on plan.session (jurisdiction, code) where status <> 'DISCARDED';

-- 开考职业等级
create table plan.offering (
    session_id uuid not null,
    id         uuid not null,
    occupation text not null,
    level      text not null,
    skills     text not null,
    review     text not null,
    primary key (session_id, id),
    unique (session_id, occupation, level)
);

-- 市级分场: what each city carries; the accepting body is named by the city
create table plan.city_part (
    session_id uuid not null,
    division   text not null,
    name       text not null,
    body       uuid,
    body_name  text,
    contact    text,
    version    int  not null,
    primary key (session_id, division)
);
create index city_part_body on plan.city_part (body, session_id);
