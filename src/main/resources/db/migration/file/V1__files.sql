-- 文件: one row each; the content lies in the blob store under the hash of what is stored there
create table file.file (
    id                uuid                     not null primary key,
    purpose           text                     not null,
    kind              text                     not null,
    name              text                     not null,
    size              bigint                   not null,
    sha256            text                     not null,
    original_sha256   text                     not null,
    blob              text                     not null,
    sealed_key        bytea,
    division          text,
    body              uuid,
    person            uuid,
    subject_type      text                     not null,
    subject_id        text                     not null,
    keep_until        date,
    erase_on          date,
    hold_reason       text,
    stored_at         timestamp with time zone not null,
    stored_by         text                     not null,
    client            text                     not null,
    client_key        text                     not null,
    deletion_reason   text,
    deletion_asked_at timestamp with time zone,
    deletion_asked_by text,
    deletion_account  uuid,
    deletion_person   uuid,
    deleted_at        timestamp with time zone,
    changed_at        timestamp with time zone not null,
    changed_by        text                     not null,
    version           int                      not null,
    unique (client, client_key)
);
create index file_subject on file.file (subject_type, subject_id, id);
create index file_blob on file.file (blob) where deleted_at is null;
create index file_erase on file.file (erase_on, id) where deleted_at is null and erase_on is not null;
