-- 信箱: what was told to whom; the owner is an account, or a person who has none
create table message (
    owner        uuid        not null,
    id           uuid        not null,
    key          text        not null,
    template     text        not null,
    category     text        not null,
    title        text        not null,
    body         text        not null,
    subject_type text        not null,
    subject_id   text        not null,
    path         text        not null,
    sent_at      timestamptz not null,
    read_at      timestamptz,
    primary key (owner, id),
    unique (owner, key)
);
create index message_unread on message (owner, id) where read_at is null;

-- 送达: one row per message and channel outside the platform. The address is asked for when it is sent
create table delivery (
    id          uuid        not null primary key,
    owner       uuid        not null,
    message_id  uuid        not null,
    recipient   text        not null,
    division    text,
    channel     text        not null check (channel in ('EMAIL', 'SMS')),
    template    text        not null,
    subject     text        not null,
    text        text        not null,
    state       text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'NO_ADDRESS', 'NOT_CONFIGURED')),
    attempts    int         not null,
    next_at     timestamptz not null,
    problem     text,
    created_at  timestamptz not null,
    settled_at  timestamptz
);
create index delivery_due on delivery (next_at) where state = 'WAITING';
create index delivery_state on delivery (state, id);

-- 偏好: only what differs from the category's default
create table preference (
    account  uuid    not null,
    category text    not null,
    channel  text    not null,
    wanted   boolean not null,
    primary key (account, category, channel)
);

-- 演示发件箱: what the local adapters of the demo would have sent
create table demo_outbox (
    id       uuid        not null primary key,
    channel  text        not null,
    address  text        not null,
    subject  text        not null,
    text     text        not null,
    sent_at  timestamptz not null
);
