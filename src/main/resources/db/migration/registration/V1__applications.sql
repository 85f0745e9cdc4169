-- 申报: kept by session; names are those of the day it was begun
create table registration.application (
    session_id        uuid                     not null,
    id                uuid                     not null,
    client_key        text                     not null,
    session_title     text                     not null,
    person_id         uuid                     not null,
    person_name       text                     not null,
    city              text                     not null,
    city_name         text                     not null,
    body              uuid                     not null,
    body_name         text                     not null,
    offering_id       uuid                     not null,
    occupation        text                     not null,
    level             text                     not null,
    begun_at          timestamp with time zone not null,
    status            text                     not null,
    -- until when it may stay so, and by what
    due_at            timestamp with time zone,
    due_on            date,
    source_document   text,
    source_clause     text,
    source_practice   text,
    form              jsonb                    not null,
    condition         text,
    decision_id       uuid,
    applied_on        date,
    submitted_at      timestamp with time zone,
    submitted_by      text,
    submitted_account uuid,
    submitted_person  uuid,
    -- who has it in hand for review
    held_at           timestamp with time zone,
    held_by           text,
    held_account      uuid,
    held_person       uuid,
    order_id          uuid,
    ended_why         text,
    ended_note        text,
    ended_at          timestamp with time zone,
    version           int                      not null,
    primary key (session_id, id),
    unique (session_id, person_id, client_key)
);
create index application_city on registration.application (session_id, city, status, submitted_at, id);
create index application_body on registration.application (session_id, body, status, submitted_at, id);
create index application_due on registration.application (due_at, id) where due_at is not null;
-- the subjects of a session are examined at the same hours: one application each
create unique index application_running on registration.application (session_id, person_id)
    where status not in ('REFUSED', 'LAPSED', 'WITHDRAWN');

-- 审核意见: never changed
create table registration.review (
    session_id     uuid                     not null,
    application_id uuid                     not null,
    number         int                      not null,
    stage          text                     not null,
    outcome        text                     not null,
    note           text                     not null,
    at             timestamp with time zone not null,
    by             text                     not null,
    account        uuid,
    person         uuid,
    primary key (session_id, application_id, number)
);

-- 理由: never changed
create table registration.review_ground (
    session_id      uuid not null,
    application_id  uuid not null,
    number          int  not null,
    place           int  not null,
    fault           text not null,
    material        text,
    source_document text,
    source_clause   text,
    source_practice text,
    primary key (session_id, application_id, number, place)
);
revoke update, delete on registration.review from jiping_app;
revoke update, delete on registration.review_ground from jiping_app;

-- where an application lies, for those who know only its id
create table registration.application_place (
    application_id uuid not null primary key,
    session_id     uuid not null
);

-- a person's own page
create table registration.application_of_person (
    person_id      uuid not null,
    session_id     uuid not null,
    application_id uuid not null,
    primary key (person_id, session_id, application_id)
);

-- 审核轮次: what a city has to review of a session at one stage, as one task
create table registration.review_round (
    session_id uuid                     not null,
    city       text                     not null,
    stage      text                     not null,
    due_at     timestamp with time zone not null,
    done       boolean                  not null,
    primary key (session_id, city, stage)
);
create index review_round_due on registration.review_round (due_at) where not done;
