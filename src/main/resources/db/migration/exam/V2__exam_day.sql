-- 考场场次: one subject in one room; closing it ends all sign-ins
create table exam.room_sitting (
    session_id     uuid not null,
    room_id        uuid not null,
    sitting        text not null,
    city           text not null,
    closed_at      timestamp with time zone,
    closed_by      text,
    closed_account uuid,
    closed_person  uuid,
    version        int  not null,
    primary key (session_id, room_id, sitting)
);

-- 签到和缺考: nothing stands here of somebody who has not come yet
create table exam.attendance (
    session_id      uuid                     not null,
    examinee_id     uuid                     not null,
    sitting         text                     not null,
    city            text                     not null,
    room_id         uuid                     not null,
    state           text                     not null check (state in ('PRESENT', 'ABSENT')),
    marked_at       timestamp with time zone not null,
    marked_by       text                     not null,
    marked_account  uuid,
    marked_person   uuid,
    primary key (session_id, examinee_id, sitting)
);
create index attendance_city on exam.attendance (session_id, city, room_id, sitting);
