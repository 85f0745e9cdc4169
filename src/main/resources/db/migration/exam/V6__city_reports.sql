-- 市级上报: what one city reports of a session
create table exam.city_report (
    session_id      uuid not null,
    city            text not null,
    city_name       text not null,
    due_on          date not null,
    status          text not null check (status in ('OPEN', 'CONFIRMED')),
    round           int  not null,
    assessors       text not null,
    reopened_reason text,
    version         int  not null,
    primary key (session_id, city)
);

-- 上报件: what was confirmed, as it then stood; never changed
create table exam.city_report_copy (
    session_id        uuid                     not null,
    city              text                     not null,
    round             int                      not null,
    content           text                     not null,
    late              boolean                  not null,
    confirmed_at      timestamp with time zone not null,
    confirmed_by      text,
    confirmed_account uuid,
    confirmed_person  uuid,
    primary key (session_id, city, round)
);
revoke update, delete on exam.city_report_copy from jiping_app;
