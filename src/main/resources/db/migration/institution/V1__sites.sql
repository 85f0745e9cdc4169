-- 考点: places where examinations are held; few, read by all
create table institution.site (
    id          uuid   not null primary key,
    division    text   not null,
    name        text   not null,
    address     text   not null,
    uses        text[] not null,
    occupations text[] not null,
    closed_on   date,
    client_key  text   not null,
    version     int    not null
);
create unique index site_client on institution.site (client_key);
create unique index site_name on institution.site (division, name) where closed_on is null;

-- 考场
create table institution.room (
    site_id uuid not null,
    id      uuid not null,
    name    text not null,
    seats   int  not null check (seats > 0),
    columns int  not null check (columns > 0),
    primary key (site_id, id),
    unique (site_id, name)
);
