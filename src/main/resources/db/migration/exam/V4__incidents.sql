-- 考场情况: entries are never changed; one that corrects another takes its place
create table exam.incident (
    session_id       uuid                     not null,
    id               uuid                     not null,
    city             text                     not null,
    room_id          uuid,
    room_name        text                     not null,
    sitting          text,
    kind             text                     not null,
    about            text                     not null,
    happened_at      timestamp with time zone not null,
    what             text                     not null,
    done             text                     not null,
    corrects         uuid,
    recorded_at      timestamp with time zone not null,
    recorded_by      text                     not null,
    recorded_account uuid,
    recorded_person  uuid,
    client_key       text                     not null,
    primary key (session_id, id),
    unique (session_id, client_key),
    unique (session_id, corrects)
);
create index incident_city on exam.incident (session_id, city, happened_at);
revoke update, delete on exam.incident from jiping_app;

-- 涉及的考生, and how each was dealt with
create table exam.incident_person (
    session_id  uuid not null,
    incident_id uuid not null,
    examinee_id uuid not null,
    city        text not null,
    name        text not null,
    ticket      text not null,
    handling    text not null,
    voids       text not null,
    primary key (session_id, incident_id, examinee_id)
);
revoke update, delete on exam.incident_person from jiping_app;
