-- 市考务: what one city carries of a session, with where it is held once it is arranged
create table exam.city_exam (
    session_id       uuid   not null,
    city             text   not null,
    city_name        text   not null,
    site_id          uuid,
    site_name        text,
    site_address     text,
    seed             bigint,
    alike            bigint,
    arranged_at      timestamp with time zone,
    arranged_by      text,
    arranged_account uuid,
    arranged_person  uuid,
    last_number      int    not null,
    version          int    not null,
    primary key (session_id, city)
);

-- 考生名册
create table exam.examinee (
    session_id uuid                     not null,
    id         uuid                     not null,
    person_id  uuid                     not null,
    name       text                     not null,
    city       text                     not null,
    occupation text                     not null,
    level      text                     not null,
    subjects   text[]                   not null,
    entered_at timestamp with time zone not null,
    left_at    timestamp with time zone,
    primary key (session_id, id)
);
-- nobody sits twice
create unique index examinee_person on exam.examinee (session_id, person_id) where left_at is null;
create index examinee_city on exam.examinee (session_id, city, occupation) where left_at is null;

-- a person's own page
create table exam.examinee_of_person (
    person_id  uuid not null,
    session_id uuid not null,
    id         uuid not null,
    primary key (person_id, session_id, id)
);

-- 座位
create table exam.seat (
    session_id  uuid not null,
    examinee_id uuid not null,
    city        text not null,
    room_id     uuid not null,
    room_name   text not null,
    number      int  not null check (number > 0),
    ticket      text not null,
    primary key (session_id, examinee_id),
    unique (session_id, room_id, number),
    unique (session_id, ticket)
);
create index seat_city on exam.seat (session_id, city, ticket);
