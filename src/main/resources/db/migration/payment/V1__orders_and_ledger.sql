-- 订单: kept by session; names and titles are those of the day it was opened
create table payment.payment_order (
    session_id      uuid                     not null,
    id              uuid                     not null,
    client_key      text                     not null,
    number          text                     not null,
    about_type      text                     not null,
    about_id        text                     not null,
    session_title   text                     not null,
    payer_id        uuid                     not null,
    payer_name      text                     not null,
    city            text                     not null,
    city_name       text                     not null,
    amount          bigint                   not null check (amount >= 0),
    pay_until       date                     not null,
    source_document text,
    source_clause   text,
    source_practice text,
    status          text                     not null,
    opened_at       timestamp with time zone not null,
    paid_at         timestamp with time zone,
    ended_at        timestamp with time zone,
    ended_reason    text,
    primary key (session_id, id),
    unique (session_id, client_key)
);
create index payment_order_opened on payment.payment_order (opened_at, id);
create index payment_order_city on payment.payment_order (city, opened_at, id);
create index payment_order_open on payment.payment_order (pay_until, session_id, id) where status = 'OPEN';

create table payment.order_line (
    session_id      uuid   not null,
    order_id        uuid   not null,
    item            text   not null,
    amount          bigint not null,
    source_document text,
    source_clause   text,
    source_practice text,
    primary key (session_id, order_id, item)
);

-- where an order lies, for those who know only its id
create table payment.order_place (
    order_id   uuid not null primary key,
    session_id uuid not null
);

-- a person's own page
create table payment.order_of_person (
    person_id  uuid not null,
    session_id uuid not null,
    order_id   uuid not null,
    primary key (person_id, session_id, order_id)
);

create table payment.attempt (
    session_id uuid                     not null,
    order_id   uuid                     not null,
    id         uuid                     not null,
    account_id uuid,
    started_at timestamp with time zone not null,
    failed_at  timestamp with time zone,
    primary key (session_id, order_id, id)
);

create table payment.receipt (
    session_id uuid                     not null,
    order_id   uuid                     not null,
    number     text                     not null,
    attempt_id uuid                     not null,
    amount     bigint                   not null,
    paid_at    timestamp with time zone not null,
    arrived_at timestamp with time zone not null,
    primary key (session_id, order_id, number)
);
create index receipt_paid on payment.receipt (paid_at);

create table payment.refund (
    session_id      uuid                     not null,
    order_id        uuid                     not null,
    id              uuid                     not null,
    receipt_number  text                     not null,
    amount          bigint                   not null,
    of_the_fee      boolean                  not null,
    reason          text                     not null,
    source_document text,
    source_clause   text,
    source_practice text,
    requested_at    timestamp with time zone not null,
    sent_at         timestamp with time zone,
    number          text,
    refunded_at     timestamp with time zone,
    done_at         timestamp with time zone,
    primary key (session_id, order_id, id)
);
create index refund_waiting on payment.refund (requested_at) where done_at is null;
create index refund_refunded on payment.refund (refunded_at);

-- the gateway's numbers are unique for all time, whatever the order
create table payment.gateway_number (
    number     text not null primary key,
    session_id uuid not null,
    order_id   uuid not null
);

-- 总账: the lines of one booking add up to nothing
create table payment.ledger_line (
    session_id uuid                     not null,
    booking_id uuid                     not null,
    account    text                     not null,
    city       text                     not null,
    order_id   uuid,
    movement   text                     not null,
    amount     bigint                   not null,
    booked_at  timestamp with time zone not null,
    primary key (session_id, booking_id, account)
);
create index ledger_line_city on payment.ledger_line (city, account);

-- what was charged, taken and booked is never deleted, and the books are never corrected in place
revoke delete on payment.payment_order, payment.order_line, payment.order_place, payment.order_of_person,
    payment.attempt, payment.receipt, payment.refund, payment.gateway_number from jiping_app;
revoke update, delete on payment.ledger_line, payment.receipt, payment.order_line, payment.gateway_number
    from jiping_app;
