-- What a service has to tell, in the transaction of the change it tells of. The columns up to payload have the names that
-- Debezium's outbox event router expects.
create table outbox (
    seq           bigint generated always as identity primary key,
    id            uuid        not null,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       text        not null,
    correlationid text,
    traceparent   text,
    occurred_at   timestamptz not null
);
create index outbox_of_aggregate on outbox (aggregateid, seq);

-- What a service has been told, in the transaction of the effect it had.
create table inbox (
    consumer    text        not null,
    event_id    uuid        not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
