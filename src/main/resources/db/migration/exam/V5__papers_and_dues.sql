-- 试卷袋: the papers of one sitting in one room, and how far they have come
create table exam.packet (
    session_id uuid not null,
    id         uuid not null,
    city       text not null,
    room_id    uuid not null,
    room_name  text not null,
    sitting    text not null,
    number     text not null,
    sheets     int  not null check (sheets > 0),
    step       text not null,
    version    int  not null,
    primary key (session_id, id),
    unique (session_id, room_id, sitting)
);
create index packet_city on exam.packet (session_id, city);

-- 交接: every step with who gave and who took
create table exam.packet_step (
    session_id      uuid                     not null,
    id              uuid                     not null,
    packet_id       uuid                     not null,
    city            text                     not null,
    step            text                     not null,
    giver           text                     not null,
    taker           text                     not null,
    sheets          int                      not null,
    seal            text                     not null,
    note            text                     not null,
    handed_at       timestamp with time zone not null,
    handed_by       text                     not null,
    handed_account  uuid,
    handed_person   uuid,
    primary key (session_id, id)
);
create index packet_step_city on exam.packet_step (session_id, city, packet_id);
revoke update, delete on exam.packet_step from jiping_app;

-- 报送期限: what a city owes the province after the examination
create table exam.city_due (
    session_id      uuid                     not null,
    city            text                     not null,
    what            text                     not null,
    opens_at        timestamp with time zone not null,
    opened_at       timestamp with time zone,
    due_on          date,
    source_document text,
    source_clause   text,
    source_practice text,
    met_at          timestamp with time zone,
    primary key (session_id, city, what)
);
create index city_due_opens on exam.city_due (opens_at) where opened_at is null;
