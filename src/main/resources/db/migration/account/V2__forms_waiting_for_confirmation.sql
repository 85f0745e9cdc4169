-- 待确认的表单: taken once; encrypted, and swept away when past its time
create table account.held_form (
    id         uuid        not null primary key,
    content    bytea       not null,
    expires_at timestamptz not null,
    taken_at   timestamptz
);
create index held_form_expires on account.held_form (expires_at);
