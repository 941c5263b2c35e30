-- A notification as the sender sees it: what it is, where it stands, who was told.
create table notification (
    id              uuid primary key,
    provider_id     text        not null,
    reference       text        not null,
    type            text        not null,
    current_version int         not null default 1,
    received_at     timestamptz not null,
    status          text        not null default 'ACCEPTED',
    revision        bigint      not null default 0,
    decision        jsonb,
    duties          jsonb       not null default '[]',
    deliveries      jsonb       not null default '[]',
    unique (provider_id, reference)
);
create index notification_by_time on notification (received_at, id);
create index notification_of_provider_by_time on notification (provider_id, received_at, id);

-- What the sender said, each time it said something. Nothing here is ever changed.
create table notification_version (
    notification_id uuid        not null references notification,
    version         int         not null,
    received_at     timestamptz not null,
    actor           text        not null,
    content         jsonb       not null,
    content_hash    text        not null,
    withdrawn       boolean     not null default false,
    primary key (notification_id, version)
);

-- What became of it, one row a fact, in the order routing published them.
create table timeline_entry (
    notification_id uuid        not null references notification,
    revision        bigint      not null,
    at              timestamptz not null,
    step            text        not null,
    authority       text,
    explanation     text,
    primary key (notification_id, revision)
);

create table idempotency_key (
    client          text  not null,
    path            text  not null,
    key             text  not null,
    content_hash    text  not null,
    notification_id uuid  not null references notification,
    version         int   not null,
    primary key (client, path, key)
);
