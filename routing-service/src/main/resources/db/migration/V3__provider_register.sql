-- Each time a register was taken in. Rows below are written in one transaction; this row tells of it before and after.
create table register_snapshot (
    id          uuid        primary key,
    as_of       date        not null,
    source      text        not null check (source in ('DIRECTORY_CSV', 'API_JSON', 'SHIPPED')),
    imported_at timestamptz not null,
    imported_by text        not null,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    sha256      text,
    read        int         not null default 0,
    added       int         not null default 0,
    changed     int         not null default 0,
    unchanged   int         not null default 0,
    refused     int         not null default 0
);
create index register_snapshot_by_time on register_snapshot (imported_at, id);
create index register_snapshot_by_day on register_snapshot (as_of) where state = 'DONE';

-- What the register said of a provider from a day on; a new row only where something changed. last_seen is the day of the
-- newest snapshot that said the same: without it, an older snapshot taken in later would overrule what newer ones confirmed.
-- No row can hold the name of an individual, whatever code writes it.
create table provider_version (
    provider_id         text    not null,
    valid_from          date    not null,
    last_seen           date    not null,
    name                text,
    ownership           text    not null,
    sector              text,
    registration_status text,
    ods_code            text,
    class               text    not null,
    contradictory       boolean not null,
    snapshot_id         uuid    not null references register_snapshot,
    primary key (provider_id, valid_from),
    constraint individuals_have_no_name check (name is null or ownership not in ('Individual', 'Partnership'))
);
