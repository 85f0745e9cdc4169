-- 安装: ties this database to the master keys outside it
create table keys.installation (
    id           int                      not null primary key check (id = 1),
    installation uuid                     not null,
    made_at      timestamp with time zone not null
);

-- 工作密钥: each wrapped by a master key that never lies in the database
create table keys.working_key (
    id            text                     not null primary key,
    purpose       text                     not null,
    state         text                     not null,
    master_key    text                     not null,
    wrapped       bytea                    not null,
    public_key    bytea,
    made_at       timestamp with time zone not null,
    superseded_at timestamp with time zone,
    retired_at    timestamp with time zone
);
create unique index working_key_current on keys.working_key (purpose) where state = 'CURRENT';
revoke all on all tables in schema keys from jiping_app;
grant select, insert on keys.installation to jiping_app;
grant update, select, insert on keys.working_key to jiping_app;
