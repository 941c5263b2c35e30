-- Facts are read again from the first offset by a consumer group of a new name, so the first form of them can go.
drop table exposure;

-- What each version of a notification says of an exposure, as far as it decides where it counts; the topic has the rest.
-- Rows are only ever added: what was known at any time can be asked again. Content is that of the highest version that has
-- any, standing that of the highest.
create table exposure (
    notification_id    uuid        not null,
    version            int         not null,
    recorded_at        timestamptz not null,
    said_at            timestamptz,
    provider_id        text        not null,
    reference          text collate "C",
    told_cqc_at        timestamptz,
    discovered_at      timestamptz,
    modality           text,
    sub_modality       text,
    code               text,
    complementary      text[],
    organisation_type  text,
    country            text,
    factors            text[],
    likeness           text collate "C",
    test               boolean     not null,
    withdrawn          boolean     not null,
    primary key (notification_id, version)
);
create index exposure_by_reference on exposure (provider_id, reference) where reference is not null;
create index exposure_by_likeness on exposure (likeness) where likeness is not null;

-- What each version of an investigation report says. It follows an exposure of the same provider by that one's reference.
create table investigation_report (
    notification_id    uuid        not null,
    version            int         not null,
    recorded_at        timestamptz not null,
    said_at            timestamptz,
    provider_id        text        not null,
    follows_reference  text,
    told_cqc_at        timestamptz,
    test               boolean     not null,
    withdrawn          boolean     not null,
    primary key (notification_id, version)
);
create index investigation_report_by_reference on investigation_report (provider_id, follows_reference);

-- The words a review may use. Tiers and sub-modalities are paths within a modality; a year has the words valid in it.
create table term (
    kind               text not null check (kind in ('SUB_MODALITY', 'TIER', 'FACTOR')),
    modality           text not null,
    path               text[] not null,
    label              text not null,
    first_year         int  not null,
    last_year          int,
    practical_action   text,
    source             text not null,
    primary key (kind, modality, path, first_year)
);

-- What a review found, each time it was said. The highest revision is the truth.
create table classification (
    notification_id    uuid        not null,
    revision           int         not null,
    recorded_at        timestamptz not null,
    assigned_by        text        not null,
    sub_modality       text,
    tiers              text[]      not null default '{}',
    factors            text[],
    primary key (notification_id, revision)
);

-- A count that is kept: of a year, by a dimension, along a path whose first step is the modality.
create table cell (
    id                 int generated always as identity primary key,
    year               int    not null,
    dimension          text   not null,
    path               text[] not null,
    total              int    not null default 0,
    unique (year, dimension, path)
) with (fillfactor = 50);

-- The total of a cell from a time on: the newest row up to a time is what was known then. No cell is ever deleted, so none is
-- looked up for each row.
create table tally (
    cell               int         not null,
    recorded_at        timestamptz not null,
    total              int         not null,
    primary key (cell, recorded_at)
);

-- Which cells a notification was counted in, and from when until when. The open row is what counts now. All its cells are of
-- one year, which the row repeats, since events are listed by year in the order of their ids.
create table counted (
    notification_id    uuid        not null,
    since              timestamptz not null,
    until              timestamptz not null default 'infinity',
    year               int,
    cells              int[]       not null,
    primary key (notification_id, since)
);
-- A page of events is read in a few milliseconds, and to call other processes for it takes longer. The planner would: what
-- counts no more is among what it knows of cells, so it takes the few of one for many.
alter table counted set (parallel_workers = 0);

-- Writers come one after another, so the rows lie in the order of their times.
create index counted_since on counted using brin (since) with (pages_per_range = 16, autosummarize = on);
create index counted_by_year on counted (year, notification_id);
-- What counts no more would fill the lists of the cells that every event passes through, such as that of awaiting a review.
create index counted_by_cell on counted using gin (cells) where until = 'infinity';

-- When the counts were last changed. Changing it is each writer's first step, so writers come one after another and their
-- times with them.
create table ledger (
    only_row           boolean primary key default true check (only_row),
    written_at         timestamptz not null
);
insert into ledger (written_at) values ('epoch');

-- How much was done in a year that could have gone wrong: the denominator of a rate, each time it was published.
-- Without a provider it is England's. The day on which some figures were published was not found. bound says whether the
-- figure is exact, at least, at most or about that much.
create table activity (
    year               int         not null,
    modality           text        not null,
    provider_id        text        not null default '',
    published_on       date,
    recorded_at        timestamptz not null,
    amount             bigint      not null check (amount >= 0),
    bound              text        not null check (bound in ('EXACT', 'AT_LEAST', 'AT_MOST', 'ABOUT')),
    unit               text        not null,
    source             text        not null,
    primary key (year, modality, provider_id, recorded_at)
);

-- A year's figures as frozen at a time, byte for byte.
create table snapshot (
    id                 uuid        primary key,
    year               int         not null,
    as_of              timestamptz not null,
    taken_at           timestamptz not null,
    taken_by           text        not null,
    hash               text        not null,
    book               bytea       not null
);
create index snapshot_by_year on snapshot (year, taken_at, id);
-- A year is frozen once as known at a time.
create unique index snapshot_of_a_time on snapshot (year, as_of);

-- Nobody changes a snapshot: the service's role may not, and a slip of the owner's is refused.
create function refuse_to_change_snapshots() returns trigger language plpgsql as $$
begin
    raise exception 'a snapshot stays as it was taken' using errcode = 'insufficient_privilege';
end $$;

create trigger stays_as_taken before update or delete or truncate on snapshot
    for each statement execute function refuse_to_change_snapshots();

do $$
declare
    granted text;
begin
    revoke update, delete, truncate on snapshot from public;
    for granted in select distinct grantee from information_schema.role_table_grants
                    where table_schema = current_schema() and table_name = 'snapshot'
                      and grantee not in (current_user, 'PUBLIC') loop
        execute format('revoke update, delete, truncate, trigger on snapshot from %I', granted);
    end loop;
end $$;
