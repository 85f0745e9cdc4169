-- 批复: what changed places, and the first day it holds (null: before our records)
create table territory.decree (
    id          uuid        not null primary key,
    in_force_on date,
    basis       text        not null,
    day_assumed boolean     not null,
    recorded_by text        not null,
    recorded_at timestamptz not null
);

-- what a decree did to each place; other: parent (BEGAN, MOVED), heir (ENDED), receiver (CEDED);
-- marked: own code (BEGAN), 扩权县 (AUTHORISED)
create table territory.change (
    decree_id uuid        not null references territory.decree (id),
    ordinal   int         not null,
    code      varchar(6)  not null,
    kind      varchar(10) not null check (kind in ('BEGAN', 'RENAMED', 'MOVED', 'ENDED', 'CEDED', 'AUTHORISED')),
    name      text,
    level     varchar(10) check (level in ('PROVINCE', 'CITY', 'COUNTY')),
    other     varchar(6),
    marked    boolean     not null,
    primary key (decree_id, ordinal)
);

-- a decree that will not take effect after all
create table territory.withdrawal (
    decree_id   uuid        not null primary key references territory.decree (id),
    reason      text        not null,
    recorded_by text        not null,
    recorded_at timestamptz not null
);

-- one row: which state of the records this is; every change passes through it, one at a time
create table territory.revision (
    id         int         not null primary key check (id = 1),
    value      uuid        not null,
    changed_by text        not null,
    changed_at timestamptz not null
);

revoke update, delete on territory.decree, territory.change, territory.withdrawal from jiping_app;
revoke insert, delete on territory.revision from jiping_app;
