-- 上缴结算: one city's share of one session; counted, declared by the city, received by the province
create table payment.settlement (
    session_id       uuid                     not null,
    city             text                     not null,
    session_title    text                     not null,
    city_name        text                     not null,
    persons          int                      not null check (persons >= 0),
    amount           bigint                   not null check (amount >= 0),
    source_document  text,
    source_clause    text,
    source_practice  text,
    status           text                     not null check (status in ('COUNTED', 'DECLARED', 'RECEIVED')),
    counted_at       timestamp with time zone not null,
    declared_at      timestamp with time zone,
    declared_by      text,
    declared_person  uuid,
    declared_account uuid,
    received_at      timestamp with time zone,
    received_by      text,
    primary key (session_id, city)
);
create index settlement_city on payment.settlement (city, counted_at);
revoke delete on payment.settlement from jiping_app;
