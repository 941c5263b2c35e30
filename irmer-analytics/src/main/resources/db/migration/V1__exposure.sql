-- What each version of a notification says of an exposure. Rows are only ever added, so what was known at any time can be
-- asked again: a version counts from recorded_at, and of several the highest is the truth.
create table exposure (
    notification_id uuid        not null,
    version         int         not null,
    recorded_at     timestamptz not null,
    provider_id     text        not null,
    received_at     timestamptz,
    told_cqc_at     timestamptz,
    modality        text,
    test            boolean     not null,
    withdrawn       boolean     not null,
    primary key (notification_id, version)
);
