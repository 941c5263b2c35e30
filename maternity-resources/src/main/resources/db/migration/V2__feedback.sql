-- What a reader said of a version of a resource. Nothing says who it was: no address, no time but the month, and an id that
-- tells no order. A caller's own key for a request is kept as its hash, so that sending it again adds nothing.
create table feedback (
    id          uuid not null default gen_random_uuid() primary key,
    resource_id text not null,
    version     int  not null check (version >= 1),
    month       date not null check (extract(day from month) = 1),
    useful      text not null,
    audience    text,
    intention   text,
    comment     text check (char_length(comment) <= 1200),
    request_key text unique
);
create index feedback_resource on feedback (resource_id, month);

-- An answer is given, and never changed.
do $$
declare
    granted text;
begin
    for granted in select distinct grantee from information_schema.role_table_grants
                    where table_schema = current_schema() and table_name = 'feedback'
                      and grantee <> current_user loop
        execute format('revoke update on feedback from %I', granted);
    end loop;
end $$;
