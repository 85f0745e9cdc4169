-- 法规草案: a book somebody wants in force, with the one it was laid over; both kept whole
create table policy.draft (
    id               uuid                     not null primary key,
    title            text                     not null,
    note             text                     not null,
    origin           text                     not null,
    division         text,
    base             text                     not null,
    book             text                     not null,
    state            text                     not null,
    made_by          text                     not null,
    made_account     uuid,
    made_person      uuid,
    made_at          timestamp with time zone not null,
    proposed_by      text,
    proposed_account uuid,
    proposed_person  uuid,
    proposed_at      timestamp with time zone,
    ended_by         text,
    ended_account    uuid,
    ended_person     uuid,
    ended_at         timestamp with time zone,
    version          int                      not null
);
create index draft_made on policy.draft (made_at, id);
-- of two proposals only one could be carried out: the other would lie over a book that is gone
create unique index draft_proposed on policy.draft ((1)) where state = 'PROPOSED';

revoke delete on policy.draft from jiping_app;
