-- The allowance of attempts begins after this one: 0 until a person has the delivery tried again.
alter table delivery add column attempts_allowed_from int not null default 0;

-- What a person asked to be tried again, by a filter. What it is about is written down when it begins (replay_item).
create table replay (
    id                   uuid        primary key,
    started_at           timestamptz not null,
    started_by           text        not null,
    reason               text        not null,
    filter               jsonb       not null,
    rules                text        not null check (rules in ('ORIGINAL', 'CURRENT')),
    accept_telling_twice boolean     not null,
    matched              int         not null,
    state                text        not null check (state in ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    ended_at             timestamptz,
    ended_by             text,
    idempotency_key      text        not null,
    content_hash         text        not null,
    runner               uuid,
    leased_until         timestamptz,
    unique (started_by, idempotency_key)
);
create index replay_by_time on replay (started_at, id);
create index replay_running on replay (started_at, id) where state = 'RUNNING';

-- obstacle: why it was not tried again; null where it was, once it is done.
create table replay_item (
    replay_id   uuid not null references replay,
    place       int  not null,
    delivery_id uuid not null references delivery,
    done        boolean not null default false,
    obstacle    text,
    primary key (replay_id, place)
);
create index replay_item_to_do on replay_item (replay_id, place) where not done;

-- Each time a person had a delivery tried again, after how many attempts, and why.
create table retry (
    delivery_id   uuid        not null references delivery,
    after_attempt int         not null,
    at            timestamptz not null,
    by            text        not null,
    reason        text        not null,
    replay_id     uuid references replay,
    primary key (delivery_id, after_attempt)
);

-- The few among the many that somebody looks for and replays.
create index delivery_stopped on delivery (status, created_at, id) where status in ('PARKED', 'REJECTED', 'UNKNOWN');
create index notification_of_provider on notification (provider_id);
