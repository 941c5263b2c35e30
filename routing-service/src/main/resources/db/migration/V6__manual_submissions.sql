-- What a person says they told CQC by its portal or forms. Its row answers the delivery that is their task; with a second
-- person it counts only once confirmed, and a later recording takes the place of one that was sent back.
create table manual_submission (
    delivery_id       uuid        primary key references delivery,
    cqc_reference     text        not null,
    submitted_at      timestamptz not null,
    recorded_by       text        not null,
    recorded_at       timestamptz not null,
    confirmed_by      text,
    confirmed_at      timestamptz,
    sent_back_by      text,
    sent_back_at      timestamptz,
    sent_back_because text,
    constraint two_people_check check (confirmed_by <> recorded_by)
);
create index delivery_awaiting_person on delivery (created_at, id) where status = 'AWAITING_MANUAL';
