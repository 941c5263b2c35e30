-- How each authority is doing, as all replicas know it. While circuit is CLOSED and neither ramp nor held_until holds it
-- back, a claim reads its row and never locks it. failed: deliveries that failed since an answer last came, newest last.
create table destination (
    authority     text             primary key,
    circuit       text             not null default 'CLOSED' check (circuit in ('CLOSED', 'OPEN', 'HALF_OPEN')),
    circuit_since timestamptz      not null default now(),
    failed        uuid[]           not null default '{}',
    openings      int              not null default 0,
    open_until    timestamptz,
    ramp          int,
    held_until    timestamptz,
    tokens        double precision,
    tokens_at     timestamptz
);
insert into destination (authority) values ('CQC'), ('LFPSE');

-- Each time a person stopped what is sent to a destination, and let it go on.
create table destination_pause (
    id             bigint      generated always as identity primary key,
    authority      text        not null references destination,
    reason         text        not null,
    paused_by      text        not null,
    paused_at      timestamptz not null,
    resumed_reason text,
    resumed_by     text,
    resumed_at     timestamptz
);
create unique index destination_paused on destination_pause (authority) where resumed_at is null;

-- urgent_by: when the time of the duty ends that the delivery is to meet, but never before the delivery was made.
-- Without a clock, a day later. next_attempt_at stands last in the index so that what is not yet due is passed over there.
alter table delivery add column urgent_by timestamptz;
update delivery d
   set urgent_by = coalesce(
           (select greatest(d.created_at, min(duty.ends_at)) from duty
             where duty.notification_id = d.notification_id and duty.status = 'OPEN' and duty.met_at is null
               and coalesce(duty.due_at, duty.target_at) is not null
               and d.purpose <> 'COPY' and not d.withdrawal),
           d.created_at + interval '1 day');
alter table delivery alter column urgent_by set not null;
drop index delivery_due;
create index delivery_due on delivery (authority, urgent_by, next_attempt_at) where next_attempt_at is not null;
create index delivery_sending on delivery (authority) where status = 'SENDING';
drop index delivery_unanswered;
create index delivery_unanswered on delivery (answer_due_at, id) where answer_due_at is not null;
