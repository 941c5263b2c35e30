-- What a callback says, beside the body that said it. independent: the class, on the day, of the provider that put the
-- event into LfPSE without the hub; null for every other callback.
alter table callback
    add column id               uuid not null default gen_random_uuid() unique,
    add column reference_number text,
    add column occurred_at      timestamptz,
    add column provider_id      text,
    add column sender_reference text,
    add column independent      boolean,
    add column cqc_notify       boolean,
    add column cqc_criteria     text;
update callback set reference_number = body ->> 'referenceNumber';
drop index callback_orphan;
create index callback_orphan on callback (received_at, id) where not matched;
create index callback_by_time on callback (received_at, id);
create index callback_by_lfpse_id on callback (lfpse_id);
create index callback_by_reference on callback (reference_number) where reference_number is not null;
create index callback_recorded on callback (lfpse_id, received_at) where independent is not null;

-- Which notifications a callback is about: more than one where two tell of the same record. applied: whether what it says
-- has been worked into them.
create table callback_match (
    webhook_id      text    not null references callback,
    notification_id uuid    not null,
    applied         boolean not null,
    primary key (notification_id, webhook_id)
);
create index callback_match_of_callback on callback_match (webhook_id);
create index callback_unapplied on callback_match (notification_id) where not applied;
insert into callback_match (webhook_id, notification_id, applied)
select c.webhook_id, d.notification_id, false
  from callback c join delivery d on d.id::text = c.submission_id and d.authority = 'LFPSE' where c.matched;

-- What LfPSE itself answered to an attempt: what callbacks say is weighed against it.
create table lfpse_answer (
    delivery_id      uuid        not null references delivery,
    attempt          int         not null,
    notification_id  uuid        not null,
    type             text        not null,
    lfpse_id         text,
    version_id       text,
    reference_number text,
    cqc_notify       boolean,
    cqc_criteria     text,
    because          text,
    heard_at         timestamptz not null,
    primary key (delivery_id, attempt)
);
create index lfpse_answer_of_notification on lfpse_answer (notification_id);
create index lfpse_answer_by_id on lfpse_answer (lfpse_id) where lfpse_id is not null;
create index lfpse_answer_by_reference on lfpse_answer (reference_number) where reference_number is not null;
insert into lfpse_answer (delivery_id, attempt, notification_id, type, lfpse_id, version_id, reference_number, because, heard_at)
select id, attempts, notification_id,
       case when status = 'REJECTED' then 'rejected' when withdrawal then 'withdrawn' else 'accepted' end,
       authority_id, authority_version, nullif(reference, authority_id), explanation, coalesce(accepted_at, created_at)
  from delivery where authority = 'LFPSE' and status in ('ACCEPTED', 'REJECTED');

-- How far LfPSE is with its record; whether what it took is not flagged for CQC as it must be; whether it has two records.
alter table delivery
    add column receipt_state text,
    add column flag_missing  boolean not null default false,
    add column doubled       boolean not null default false;
update delivery set receipt_state = case when status = 'REJECTED' then 'REJECTED'
                                         when withdrawal then 'WITHDRAWN' else 'ACCEPTED' end
 where authority = 'LFPSE' and status in ('ACCEPTED', 'REJECTED');
create index delivery_unflagged on delivery (id) where flag_missing;
create index delivery_doubled on delivery (id) where doubled;
create index delivery_fallback on delivery (notification_id, version) where purpose = 'FALLBACK';
create index delivery_unproved on delivery (created_at)
    where accepted_at is null and attempts > 0 and status in ('UNKNOWN', 'PARKED', 'AWAITING_MANUAL');

-- The sender's own reference of the event, and by what name it has reported it to LfPSE itself. exempt_by_report: that
-- report is all that discharges its duty to tell CQC.
alter table notification
    add column sender_reference text,
    add column lfpse_reference  text,
    add column exempt_by_report boolean not null default false;
update notification n
   set sender_reference = v.content ->> 'reference', lfpse_reference = v.content #>> '{lfpse,reference}'
  from notification_version v where v.notification_id = n.id and v.version = n.version;
create index notification_in_lfpse on notification (lfpse_reference) where lfpse_reference is not null;
create index notification_by_reference on notification (provider_id, sender_reference);

create index decision_class_mismatch on decision (notification_id)
    where body #>> '{provider,finding}' = 'CLASS_MISMATCH';

-- What somebody should look at, one row for each thing: it opens again where its facts change. ended_because: how it
-- resolved, or the reason of whoever closed it.
create table finding (
    id              uuid        primary key default gen_random_uuid(),
    kind            text        not null,
    subject         text        not null,
    notification_id uuid,
    lfpse_id        text,
    lfpse_reference text,
    provider_id     text,
    since           timestamptz not null,
    facts           jsonb       not null,
    state           text        not null check (state in ('OPEN', 'RESOLVED', 'CLOSED')),
    opened_at       timestamptz not null,
    ended_at        timestamptz,
    ended_because   text,
    closed_by       text,
    unique (kind, subject)
);
create index finding_by_time on finding (opened_at, id);
create index finding_of_provider on finding (provider_id, opened_at, id);
create index finding_open on finding (kind, opened_at, id) where state = 'OPEN';

-- How many findings were open at the last look of each London day, and how many were opened on it.
create table finding_day (
    day    date not null,
    kind   text not null,
    open   int  not null,
    opened int  not null,
    primary key (day, kind)
);
