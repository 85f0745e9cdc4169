-- 决定: what a topic answered about a matter, by which version of the law; keyed by the matter, so that
-- one question about it is answered once. Holds facts and codes, never names or numbers of persons.
create table policy.decision (
    about_id     text                     not null,
    about_type   text                     not null,
    topic        text                     not null,
    key          text                     not null,
    id           uuid                     not null,
    jurisdiction text                     not null,
    division     text,
    body         uuid,
    facts        text                     not null,
    answer       text                     not null,
    as_of        date                     not null,
    law          text                     not null,
    decided_at   timestamp with time zone not null,
    decided_by   uuid,
    primary key (about_id, about_type, topic, key)
);
-- a replay reads them in the order in which they were decided
create index decision_in_order on policy.decision (id);

-- what was decided stays decided
revoke update, delete on policy.decision from jiping_app;
