-- The day on which some figures were published was not found.
alter table activity alter column published_on drop not null;

-- What CQC published as done in a year that fits the reporting year; its figures for ten and for fifteen months do not.
-- The examinations include those of nuclear medicine.
insert into activity (year, modality, published_on, recorded_at, amount, bound, unit, source) values
    (2023, 'DIAGNOSTIC_IMAGING', '2024-09-26', now(), 30000000, 'AT_LEAST',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024'),
    (2023, 'RADIOTHERAPY', '2024-09-26', now(), 116000, 'ABOUT',
     'episodes of radiotherapy treatment in England',
     'https://cqc.org.uk/news/cqc-publish-irmer-report-2023-2024'),
    (2020, 'DIAGNOSTIC_IMAGING', null, now(), 23000000, 'ABOUT',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://thecareruk.com/cqc-reports-on-safe-use-of-radiation-in-healthcare-settings/'),
    (2018, 'DIAGNOSTIC_IMAGING', null, now(), 30000000, 'AT_MOST',
     'imaging examinations using ionising radiation on NHS patients in England',
     'https://cqc.org.uk/news/stories/cqc-reports-safe-use-radiation-health-care-settings');

-- A year is frozen once as known at a time.
create unique index snapshot_of_a_time on snapshot (year, as_of);
drop index snapshot_by_year;
create index snapshot_by_year on snapshot (year, taken_at, id);

-- Which notifications were counted anew in a stretch of time. Writers come one after another, so the rows lie in that order.
create index counted_since on counted using brin (since) with (pages_per_range = 16, autosummarize = on);

-- Nobody changes a snapshot: the service's role may not, and a slip of the owner's is refused.
create function refuse_to_change_snapshots() returns trigger language plpgsql as $$
begin
    raise exception 'a snapshot stays as it was taken' using errcode = 'insufficient_privilege';
end $$;

create trigger stays_as_taken before update or delete or truncate on snapshot
    for each statement execute function refuse_to_change_snapshots();

do $$
declare
    granted text;
begin
    revoke update, delete, truncate on snapshot from public;
    for granted in select distinct grantee from information_schema.role_table_grants
                    where table_schema = current_schema() and table_name = 'snapshot'
                      and grantee not in (current_user, 'PUBLIC') loop
        execute format('revoke update, delete, truncate, trigger on snapshot from %I', granted);
    end loop;
end $$;
