-- 法规文件: what a law book is made of, each text once, under the SHA-256 of its bytes
create table policy.text (
    hash    text  not null primary key,
    content bytea not null
);

-- 法规库: the files of a book by path; the book's own hash is over all of them
create table policy.book_file (
    book text not null,
    path text not null,
    text text not null,
    primary key (book, path)
);

-- 随程序附带的法规: every book that a program brought along, so that none is taken up twice
create table policy.program_law (
    book     text                     not null primary key,
    taken_at timestamp with time zone not null
);
create index program_law_taken on policy.program_law (taken_at);

-- 版本: every book that was ever in force, from when, and by whose act
create table policy.version (
    number            int                      not null primary key,
    book              text                     not null,
    by_people         boolean                  not null,
    draft             uuid,
    title             text                     not null,
    proposed_by       text                     not null,
    confirmed_by      text                     not null,
    proposed_account  uuid,
    confirmed_account uuid,
    in_force_from     timestamp with time zone not null
);

-- 现行: the one row every process looks at; calendar counts the holiday arrangements loaded
create table policy.in_force (
    one       boolean not null primary key check (one),
    number    int     not null,
    book      text    not null,
    by_people boolean not null,
    calendar  int     not null
);

-- what was law stays as it was
revoke update, delete on policy.text, policy.book_file, policy.program_law, policy.version from jiping_app;
revoke delete on policy.in_force from jiping_app;
