-- 证书: kept by session; what is printed stands here as of the day it was issued
create table certificate.certificate (
    session_id        uuid                     not null,
    id                uuid                     not null,
    result_id         uuid                     not null,
    edition           int                      not null,
    number            text                     not null,
    token             text                     not null,
    jurisdiction      text                     not null,
    session_title     text                     not null,
    person_id         uuid                     not null,
    holder_name       text                     not null,
    document_kind     text                     not null,
    document_number   bytea                    not null,
    photo_id          uuid,
    occupation        text                     not null,
    level             text                     not null,
    city              text                     not null,
    city_name         text                     not null,
    county            text,
    county_name       text,
    issuer            text                     not null,
    issuer_name       text                     not null,
    issued_on         date                     not null,
    issued_at         timestamp with time zone not null,
    status            text                     not null,
    contested         boolean                  not null,
    ended_on          date,
    ended_reason      text,
    handed_to         text,
    handed_by         text,
    handed_out_at     timestamp with time zone,
    version           int                      not null,
    primary key (session_id, id),
    unique (session_id, result_id, edition)
);
create index certificate_issued on certificate.certificate (issued_at, id);
create index certificate_city on certificate.certificate (city, issued_at, id);
create index certificate_county on certificate.certificate (county, issued_at, id) where county is not null;

create table certificate.revocation (
    session_id       uuid                     not null,
    certificate_id   uuid                     not null,
    id               uuid                     not null,
    ground           text                     not null,
    reason           text                     not null,
    source_document  text,
    source_clause    text,
    source_practice  text,
    proposed_account uuid,
    proposed_person  uuid,
    proposed_name    text                     not null,
    proposed_at      timestamp with time zone not null,
    decided_account  uuid,
    decided_person   uuid,
    decided_name     text,
    decided_at       timestamp with time zone,
    outcome          text                     not null,
    primary key (session_id, certificate_id, id)
);

-- which result has its certificate; a second one finds it taken
create table certificate.of_result (
    session_id     uuid not null,
    result_id      uuid not null,
    certificate_id uuid not null,
    primary key (session_id, result_id)
);

-- numbers are unique for all time and lead to the certificate that stands for them now
create table certificate.number (
    number         text not null primary key,
    session_id     uuid not null,
    certificate_id uuid not null
);

-- what a QR code holds leads to the copy it is printed on
create table certificate.token (
    token          text not null primary key,
    session_id     uuid not null,
    certificate_id uuid not null
);

-- where a certificate lies, for those who know only its id
create table certificate.place (
    certificate_id uuid not null primary key,
    session_id     uuid not null
);

-- a person's own page
create table certificate.of_person (
    person_id      uuid not null,
    session_id     uuid not null,
    certificate_id uuid not null,
    primary key (person_id, session_id, certificate_id)
);

-- 流水号: how many numbers of a series are given out; a series is the number with its serial left open
create table certificate.series (
    series text not null primary key,
    taken  int  not null
);

-- what was certified is never deleted, and a number never leads elsewhere than to its own certificates
revoke delete on certificate.certificate, certificate.revocation, certificate.of_result, certificate.number,
    certificate.series from jiping_app;
revoke update, delete on certificate.token, certificate.place, certificate.of_person from jiping_app;
