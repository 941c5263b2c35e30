-- Routing's own copy of a notification. Its row is the lock for everything below that belongs to it.
create table notification (
    id          uuid    primary key,
    type        text    not null,
    provider_id text,
    version     int     not null,
    test        boolean not null,
    withdrawn   boolean not null,
    revision    bigint  not null
);

-- What each version said: a later version never changes what an earlier delivery tells.
create table notification_version (
    notification_id   uuid        not null references notification,
    version           int         not null,
    received_at       timestamptz not null,
    content           jsonb       not null,
    withdrawal_reason text,
    correlation_id    text,
    traceparent       text,
    primary key (notification_id, version)
);

-- Decisions are kept for ever: a new one stands beside the old.
create table decision (
    id              uuid        primary key,
    notification_id uuid        not null references notification,
    version         int         not null,
    decided_at      timestamptz not null,
    body            jsonb       not null
);
create index decision_of_notification on decision (notification_id, decided_at, id);

create table duty (
    notification_id uuid not null references notification,
    authority       text not null,
    status          text not null,
    due_at          timestamptz,
    due_because     text,
    evidence        text,
    discharged_at   timestamptz,
    primary key (notification_id, authority)
);

-- next_attempt_at is set while an attempt is due; answer_due_at while an answer is awaited.
create table delivery (
    id                uuid        primary key,
    notification_id   uuid        not null references notification,
    version           int         not null,
    authority         text        not null,
    channel           text        not null,
    purpose           text        not null,
    withdrawal        boolean     not null,
    status            text        not null,
    attempts          int         not null,
    created_at        timestamptz not null,
    next_attempt_at   timestamptz,
    answer_due_at     timestamptz,
    explanation       text,
    reference         text,
    authority_id      text,
    authority_version text,
    accepted_at       timestamptz,
    unique (notification_id, version, authority)
);
create index delivery_due on delivery (authority, next_attempt_at) where next_attempt_at is not null;
create index delivery_unanswered on delivery (answer_due_at) where answer_due_at is not null;
create index delivery_open on delivery (authority, created_at) where status in ('SCHEDULED', 'SENDING', 'UNKNOWN');
create index delivery_by_time on delivery (created_at, id);

-- Stored before anything is sent: a process that dies in between leaves its trace.
create table attempt (
    delivery_id uuid        not null references delivery,
    number      int         not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    outcome     text,
    explanation text,
    primary key (delivery_id, number)
);

-- Every callback as it came, known or not: what is about nothing we know is an orphan, to be matched later.
create table callback (
    webhook_id    text        primary key,
    received_at   timestamptz not null,
    type          text        not null,
    submission_id text,
    lfpse_id      text,
    version_id    text,
    matched       boolean     not null,
    body          jsonb       not null
);
create index callback_orphan on callback (received_at) where not matched;
