-- When the clock of a duty began, how far it is, of how much of it somebody was warned, and why it was met late. met_at is
-- when it was first met: an amendment opens a duty anew, but does not make it late. Lists go by ends_at and id; what has
-- no end comes last.
alter table duty
    add column id             uuid        not null default gen_random_uuid() unique,
    add column started_at     timestamptz,
    add column target_at      timestamptz,
    add column half_at        timestamptz,
    add column most_at        timestamptz,
    add column warned         int         not null default 0,
    add column met_at         timestamptz,
    add column late_reason    text,
    add column late_reason_by text,
    add column late_reason_at timestamptz,
    add column ends_at        timestamptz not null
        generated always as (coalesce(due_at, target_at, timestamptz '9999-12-31 00:00:00+00')) stored;
create index duty_by_end on duty (ends_at, id);
create index duty_open on duty (ends_at, id) where status = 'OPEN';
create index duty_to_warn_of on duty (least(half_at, ends_at)) where status = 'OPEN' and met_at is null and warned < 100;
create index duty_unexplained on duty (ends_at, id) where met_at > due_at and late_reason is null;

-- The type whose rule was applied, which is not the one the sender chose where a rule goes before another.
alter table notification add column decided_as text;
update notification set decided_as = type;
alter table notification alter column decided_as set not null;

-- Every rule table there has been, as it was read. Nothing here is ever changed.
create table rule_version (
    edition   text        primary key,
    sha256    text        not null,
    body      text        not null,
    stored_at timestamptz not null,
    stored_by text        not null
);

-- The last one says which table is in use.
create table rule_activation (
    id           bigint      generated always as identity primary key,
    edition      text        not null references rule_version,
    activated_at timestamptz not null,
    activated_by text        not null,
    reason       text        not null
);

-- What a decision made because the rules changed says otherwise than the one before it; null for any other decision.
alter table decision add column rules_version text, add column changes jsonb;
update decision set rules_version = body ->> 'rulesVersion';
alter table decision alter column rules_version set not null;
create index decision_by_time on decision (decided_at, id);
create index decision_changed on decision (rules_version, decided_at, id) where changes is not null;
