-- Misspelt words are found by the letters they share with words of the catalogue, and told apart by letters to be changed.
create extension if not exists pg_trgm;
create extension if not exists fuzzystrmatch;

-- The content files as they are searched. Content is told apart by its hash, so that replicas of two releases, each with its
-- own files, search their own while one release takes the other's place.
create table edition (
    hash       text        primary key,
    started_at timestamptz not null
);

create table searched_resource (
    edition   text not null references edition on delete cascade,
    slug      text not null,
    place     int  not null,
    theme     text not null,
    published date not null,
    title     text not null,
    summary   text not null,
    topics    text not null,
    lines     text not null,
    sources   text not null,
    document  tsvector not null generated always as (
                  setweight(to_tsvector('english', title), 'A')
                  || setweight(to_tsvector('english', summary || ' ' || topics), 'B')
                  || setweight(to_tsvector('english', lines), 'C')
                  || setweight(to_tsvector('english', sources), 'D')) stored,
    primary key (edition, slug)
);
create index searched_resource_document on searched_resource using gin (document);

-- Everything in a resource that can be cited by itself. More is what belongs to a line and is not shown as it.
create table searched_line (
    edition   text   not null references edition on delete cascade,
    slug      text   not null,
    anchor    text   not null,
    kind      text   not null,
    place     int    not null,
    text      text   not null,
    more      text   not null,
    audiences text[] not null,
    questions text[] not null,
    document  tsvector not null generated always as (
                  setweight(to_tsvector('english', text), 'A')
                  || setweight(to_tsvector('english', more), 'C')) stored,
    primary key (edition, slug, anchor)
);
create index searched_line_document on searched_line using gin (document);

create table searched_word (
    edition text not null references edition on delete cascade,
    word    text not null,
    uses    int  not null,
    primary key (edition, word)
);

-- A query that asks for the one is put as the other.
create table searched_synonym (
    edition text    not null references edition on delete cascade,
    asked   tsquery not null,
    means   tsquery not null
);
