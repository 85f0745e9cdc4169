-- 放假安排: of a year, as the State Council's office announced it; what was loaded last counts
create table policy.holiday_arrangement (
    year       int                      not null,
    id         uuid                     not null,
    source     text                     not null,
    loaded_by  text                     not null,
    loaded_at  timestamp with time zone not null,
    primary key (year, id)
);

create table policy.holiday (
    year        int     not null,
    arrangement uuid    not null,
    day         date    not null,
    work        boolean not null,
    festival    text    not null,
    primary key (year, arrangement, day)
);

-- what was counted by stays as it was
revoke update, delete on policy.holiday_arrangement, policy.holiday from jiping_app;
