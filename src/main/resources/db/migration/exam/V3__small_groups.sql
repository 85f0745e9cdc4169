-- 核定人数: when the numbers of a session are final, whether its small groups were opened, and when to
-- look again at what its cities settle
create table exam.final_numbers (
    session_id uuid                     not null primary key,
    final_at   timestamp with time zone not null,
    counted_at timestamp with time zone,
    look_at    timestamp with time zone
);
create index final_numbers_open on exam.final_numbers (final_at) where counted_at is null;
create index final_numbers_look on exam.final_numbers (look_at) where look_at is not null;

-- 不足人数的组: who would sit for one occupation and level in one city, and are too few
create table exam.small_group (
    session_id        uuid                     not null,
    id                uuid                     not null,
    city              text                     not null,
    city_name         text                     not null,
    occupation        text                     not null,
    level             text                     not null,
    candidates        int                      not null check (candidates >= 0),
    status            text                     not null
        check (status in ('OPEN', 'PROPOSED', 'DECIDED', 'ENOUGH', 'EMPTY')),
    round             int                      not null,
    opened_at         timestamp with time zone not null,
    due_on            date                     not null,
    proposed_city     text,
    proposed_name     text,
    proposed_day      date,
    proposed_reason   text,
    proposed_at       timestamp with time zone,
    proposed_by       text,
    proposed_account  uuid,
    proposed_person   uuid,
    returned_reason   text,
    decided_city      text,
    decided_name      text,
    decided_day       date,
    decided_reason    text,
    decided_at        timestamp with time zone,
    decided_by        text,
    decided_account   uuid,
    decided_person    uuid,
    version           int                      not null,
    primary key (session_id, id),
    unique (session_id, city, occupation, level)
);

-- 考试有调整的考生: what they were told last, and until when they may leave because of it
create table exam.changed_exam (
    session_id     uuid                     not null,
    examinee_id    uuid                     not null,
    home_city      text                     not null,
    home_name      text                     not null,
    city           text,
    city_name      text,
    day            date,
    reason         text                     not null,
    told_at        timestamp with time zone not null,
    withdraw_until date                     not null,
    primary key (session_id, examinee_id)
);
create index changed_exam_home on exam.changed_exam (session_id, home_city);

-- 改期: not seated on the day of the session
alter table exam.examinee add column postponed_to date;
