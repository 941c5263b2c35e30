-- What changes in how a notification stands is written here in the transaction of the change, and waits for its place in
-- the feed (ADR 15). Changes of one notification are made under the lock of its row, so seq is their order.
create table status_change_waiting (
    seq             bigint generated always as identity primary key,
    id              uuid        not null,
    notification_id uuid        not null,
    version         int         not null,
    status          text        not null,
    previous_status text,
    duties          jsonb       not null default '[]',
    deliveries      jsonb       not null default '[]',
    because         text        not null,
    at              timestamptz not null
);

-- The feed. Positions are given by one writer at a time, so whoever has read up to one has missed nothing before it.
-- No reference to notification: its check would wait for everyone who is changing one.
create table status_change (
    position        bigint      primary key,
    id              uuid        not null,
    notification_id uuid        not null,
    provider_id     text        not null,
    reference       text        not null,
    version         int         not null,
    status          text        not null,
    previous_status text,
    duties          jsonb       not null,
    deliveries      jsonb       not null,
    because         text        not null,
    at              timestamptz not null
);
create index status_change_of_provider on status_change (provider_id, position);

-- Duties or deliveries as the feed tells them: an attempt more is no change of status.
create function in_short(states jsonb) returns jsonb language sql immutable
    return (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                       'authority', state -> 'authority', 'status', state -> 'status', 'reference', state -> 'reference'))
                       order by place), '[]')
              from jsonb_array_elements(states) with ordinality as each (state, place));
