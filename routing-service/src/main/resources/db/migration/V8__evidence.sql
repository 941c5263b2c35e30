-- What was done about each notification, one chain for each: an entry holds the hash of the one before it. ADR 14 says how a
-- hash is made. No entry refers to a row that could be removed. written_in finds what has been added since an anchor.
create table evidence (
    notification_id uuid        not null,
    number          int         not null check (number > 0),
    at              timestamptz not null,
    step            text        not null,
    actor           text        not null,
    body            text        not null,
    previous_hash   bytea       not null,
    hash            bytea       not null,
    written_in      xid8        not null default pg_current_xact_id(),
    primary key (notification_id, number),
    constraint a_line_each check (position(E'\n' in step || actor || body) = 0)
);
create index evidence_by_transaction on evidence (written_in);

-- The root of a Merkle tree over the newest entry of every chain that grew, chained to the anchor before it. Every entry of a
-- transaction before the horizon that was there is covered.
create table evidence_anchor (
    number        bigint      primary key check (number > 0),
    at            timestamptz not null,
    leaves        int         not null,
    root          bytea       not null,
    previous_hash bytea       not null,
    hash          bytea       not null unique,
    kid           text,
    signature     bytea,
    horizon       xid8        not null
);

-- That an entry is in an anchor: its place among the leaves, and the hashes that lead from it to the root.
create table evidence_proof (
    notification_id uuid   not null,
    entry           int    not null,
    hash            bytea  not null,
    anchor          bigint not null references evidence_anchor,
    position        int    not null,
    path            bytea  not null,
    primary key (notification_id, entry),
    unique (anchor, position)
);

-- Nobody changes them: the service's role may not, and a slip of the owner's is refused.
create function refuse_to_change_evidence() returns trigger language plpgsql as $$
begin
    raise exception 'evidence is only ever added to' using errcode = 'insufficient_privilege';
end $$;

do $$
declare
    kept    text;
    granted text;
begin
    foreach kept in array array ['evidence', 'evidence_anchor', 'evidence_proof'] loop
        execute format('create trigger only_added_to before update or delete or truncate on %I'
                       ' for each statement execute function refuse_to_change_evidence()', kept);
        execute format('revoke update, delete, truncate on %I from public', kept);
        for granted in select distinct grantee from information_schema.role_table_grants
                        where table_schema = current_schema() and table_name = kept
                          and grantee not in (current_user, 'PUBLIC') loop
            execute format('revoke update, delete, truncate, trigger on %I from %I', kept, granted);
        end loop;
    end loop;
end $$;

-- A payload is erased on its own. The salt goes with it, so that nobody can confirm a guess by the hash that stays behind.
alter table notification_version
    alter column content drop not null,
    add column salt      text,
    add column erased_at timestamptz,
    add constraint erased_or_there check ((content is null) = (erased_at is not null));
create index notification_version_kept on notification_version (received_at, notification_id) where content is not null;
