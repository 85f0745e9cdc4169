-- 本机网关: of the demo and of tests only; empty everywhere else
create table payment.local_payment (
    attempt_id   uuid   not null primary key,
    order_id     uuid   not null,
    order_number text   not null,
    title        text   not null,
    amount       bigint not null,
    back         text   not null,
    state        text   not null check (state in ('WAITING', 'PAID', 'FAILED')),
    decided_at   timestamp with time zone
);
create index local_payment_decided on payment.local_payment (decided_at);

create table payment.local_refund (
    id          uuid                     not null primary key,
    order_id    uuid                     not null,
    amount      bigint                   not null,
    refunded_at timestamp with time zone not null
);
create index local_refund_refunded on payment.local_refund (refunded_at);

create table payment.local_call_back (
    id        uuid                     not null primary key,
    body      text                     not null,
    signature text                     not null,
    send_at   timestamp with time zone not null,
    sent_at   timestamp with time zone
);
create index local_call_back_waiting on payment.local_call_back (send_at) where sent_at is null;
