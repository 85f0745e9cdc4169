-- what the demo has played to the end
create table demo.chapter (
    name        text primary key,
    finished_at timestamp with time zone not null
);

-- what the platform refused on the way, in its own words
create table demo.happening (
    actor           int  not null,
    what            text not null,
    city            text not null,
    said            text not null,
    source_document text,
    source_clause   text,
    source_practice text,
    primary key (actor, what)
);
