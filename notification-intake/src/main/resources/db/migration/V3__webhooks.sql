-- Who is told of status changes, and how far: a webhook is a reader of the feed with a cursor, not a row for each change. What
-- follows its position waits, in order; nothing is lost while a receiver is away, and a dead one costs nothing but time.
create table webhook (
    id                  uuid        primary key,
    created_at          timestamptz not null,
    url                 text        not null,
    -- Null: of every provider; likewise every status.
    provider_ids        varchar[],
    statuses            varchar[],
    -- Sealed with the key in hub.webhooks.secret-key.
    secret              bytea       not null,
    former_secret       bytea,
    former_secret_until timestamptz,
    position            bigint      not null,
    suspended_because   text,
    suspended_at        timestamptz,
    failures            int         not null default 0,
    failing_since       timestamptz,
    next_attempt_at     timestamptz,
    last_attempt_at     timestamptz,
    last_outcome        text,
    last_http_status    int,
    last_success_at     timestamptz,
    -- Whoever is sending for it, and until when others leave it alone.
    lease               uuid,
    leased_until        timestamptz,
    unique nulls not distinct (url, provider_ids)
);
create index webhook_by_time on webhook (created_at, id);
