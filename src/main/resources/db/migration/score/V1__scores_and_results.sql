-- 市成绩: one row per city of a session; a release ends all changes
create table score.city_scores (
    session_id       uuid not null,
    city             text not null,
    released_at      timestamp with time zone,
    released_by      text,
    released_account uuid,
    released_person  uuid,
    published_on     date,
    version          int  not null,
    primary key (session_id, city)
);

-- 成绩文件: what was read in, and by whom; the same content is read once
create table score.score_file (
    session_id       uuid                     not null,
    city             text                     not null,
    id               uuid                     not null,
    name             text                     not null,
    sha256           text                     not null,
    marks            int                      not null,
    changed          int                      not null,
    imported_at      timestamp with time zone not null,
    imported_by      text                     not null,
    imported_account uuid,
    imported_person  uuid,
    primary key (session_id, id),
    unique (session_id, city, sha256)
);

-- 科目成绩: null is absent
create table score.mark (
    session_id  uuid          not null,
    examinee_id uuid          not null,
    subject     text          not null,
    city        text          not null,
    score       numeric(5, 1) check (score between 0 and 1000),
    file_id     uuid          not null,
    primary key (session_id, examinee_id, subject)
);
create index mark_city on score.mark (session_id, city);

-- 鉴定结果
create table score.result (
    session_id   uuid    not null,
    examinee_id  uuid    not null,
    person_id    uuid    not null,
    name         text    not null,
    city         text    not null,
    occupation   text    not null,
    level        text    not null,
    passed       boolean not null,
    open         text[]  not null,
    decision     uuid    not null,
    published_on date    not null,
    primary key (session_id, examinee_id)
);
create index result_city on score.result (session_id, city);

-- a person's own page
create table score.result_of_person (
    person_id   uuid not null,
    session_id  uuid not null,
    examinee_id uuid not null,
    primary key (person_id, session_id, examinee_id)
);
