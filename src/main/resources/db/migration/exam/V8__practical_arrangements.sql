-- 实操考核安排: where, on which day and when a city's candidates of one occupation and level take what is
-- tested by hand or before a panel
create table exam.practical_arrangement (
    session_id      uuid                     not null,
    city            text                     not null,
    occupation      text                     not null,
    level           text                     not null,
    sitting         text                     not null
        check (sitting in ('SKILLS_PRACTICAL', 'REVIEW_PRACTICAL')),
    site_id         uuid                     not null,
    site_name       text                     not null,
    site_address    text                     not null,
    day             date                     not null,
    report_at       time                     not null,
    note            text                     not null,
    reason          text,
    entered_at      timestamp with time zone not null,
    entered_by      text                     not null,
    entered_account uuid,
    entered_person  uuid,
    version         int                      not null,
    primary key (session_id, city, occupation, level, sitting)
);
