-- Every cell, counted from the facts the simple way. Written apart from the service's own rules, to be compared with them.
with latest as (
    select distinct on (notification_id) notification_id, withdrawn as gone
      from exposure order by notification_id, version desc
), said as (
    select distinct on (notification_id) * from exposure where not withdrawn order by notification_id, version desc
), latest_report as (
    select distinct on (notification_id) notification_id, withdrawn as gone
      from investigation_report order by notification_id, version desc
), standing_report as (
    select distinct on (said.notification_id) said.provider_id, said.follows_reference,
           coalesce(said.told_cqc_at, one.said_at) as told
      from investigation_report said
      join latest_report using (notification_id)
      left join investigation_report one on one.notification_id = said.notification_id and one.version = 1
     where not said.withdrawn
       and said.version = (select max(version) from investigation_report each
                            where each.notification_id = said.notification_id and not each.withdrawn)
       and not latest_report.gone and not said.test
), review as (
    select distinct on (notification_id) * from classification order by notification_id, revision desc
), often as (
    select likeness from exposure where likeness is not null group by likeness having count(*) > 32
), known as (
    select said.*, gone,
           (coalesce(said.told_cqc_at, one.said_at) at time zone 'Europe/London')::date as told,
           (said.discovered_at at time zone 'Europe/London')::date as found,
           (select (min(told) at time zone 'Europe/London')::date from standing_report
             where provider_id = said.provider_id and follows_reference = said.reference) as reported,
           review.sub_modality as reviewed_sub_modality, review.tiers, review.factors as confirmed,
           coalesce(said.modality, 'NOT_KNOWN') as m,
           said.likeness not in (select likeness from often) and exists (
               select from said other join latest theirs using (notification_id)
                where other.likeness = said.likeness and other.provider_id <> said.provider_id
                  and not theirs.gone) as has_twin
      from said join latest using (notification_id)
      left join exposure one on one.notification_id = said.notification_id and one.version = 1
      left join review on review.notification_id = said.notification_id
), placed as (
    select *, extract(year from told - interval '3 months')::int as year,
           case when test then 'TEST' when country is not null then 'OUTSIDE_ENGLAND' when gone then 'WITHDRAWN' end as left_out
      from known where told is not null
), counted as (
    select * from placed where left_out is null
), cells as (
    select year, 'LEFT_OUT' as dimension, array[m, left_out] as path from placed where left_out is not null
    union all select year, 'COUNTED', array[m, coalesce(organisation_type, 'NOT_STATED')] from counted
    union all select year, 'SUB_MODALITY',
                     array_remove(array[m, coalesce(reviewed_sub_modality, sub_modality)], null) from counted
    union all select year, 'TIER', m || coalesce(tiers, '{}') from counted
    union all select year, 'CODE', array_remove(array[m, code], null) from counted
    union all select year, 'COMPLEMENTARY_CODE', array[m, each] from counted, unnest(complementary) each
    union all select year, 'FACTOR', array[m] from counted where cardinality(coalesce(confirmed, factors)) = 0
    union all select year, 'FACTOR', array[m, each, 'CONFIRMED'] from counted, unnest(confirmed) each
    union all select year, 'FACTOR', array[m, each, 'STATED'] from counted, unnest(factors) each where confirmed is null
    union all select year, 'NOTIFIED',
                     array[m, case when found is null then 'NOT_KNOWN' when told <= found + 14 then 'IN_TIME' else 'LATE' end]
                from counted
    union all select year, 'REPORTED',
                     case when found is null then array[m, 'NOT_KNOWN']
                          when reported is null then array[m, 'AWAITED', (found + 84)::text]
                          when reported <= found + 84 then array[m, 'IN_TIME'] else array[m, 'LATE'] end
                from counted
    union all select year, 'PROVIDER', array[m, provider_id] from counted
    union all select year, 'POSSIBLE_DUPLICATE', array[m] from counted where has_twin
)
select year, dimension, path, count(*)::int as total from cells group by year, dimension, path
