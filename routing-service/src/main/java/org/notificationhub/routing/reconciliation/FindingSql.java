package org.notificationhub.routing.reconciliation;

/**
 * What each kind of finding is, over stored facts. Each question gives subject, notification_id, lfpse_id, lfpse_reference,
 * provider_id, since, facts and resolution, which is null while it holds; it begins with what is rare and has an index.
 * {@code given} holds the time and what counts as long unproved.
 */
final class FindingSql {

    /** Of the notification's last decision. */
    private static final String IS_INDEPENDENT = """
            (select body #>> '{provider,class}' from decision where notification_id = n.id
              order by decided_at desc, id desc limit 1) = 'INDEPENDENT'""";

    /** What has become of the duty to tell CQC. */
    private static final String WHY_NOT_OPEN = """
            case when n.withdrawn then 'The notification was withdrawn'
                 when d.status = 'DISCHARGED' then 'The duty to tell CQC has been met'
                 when d.status = 'NOT_REQUIRED' then 'Nothing is owed to CQC' end""";

    /** Events that a provider put into LfPSE without the hub, each with the notification that came furthest about it. */
    private static final String RECORDED = """
            select distinct on (c.lfpse_id) c.*, told.notification_id, told.status,
                   exists (select from callback gone where gone.lfpse_id = c.lfpse_id and gone.type = 'withdrawn') as gone,
                   exists (select from callback flagged where flagged.lfpse_id = c.lfpse_id and flagged.cqc_notify) as flagged
              from callback c
              left join lateral (
                  select d.notification_id, d.status from duty d
                   where d.authority = 'CQC' and d.notification_id in (
                       select id from notification
                        where lfpse_reference in (c.lfpse_id, c.reference_number) and not withdrawn
                        union
                       select id from notification
                        where provider_id = c.provider_id and sender_reference = c.sender_reference and not withdrawn)
                   order by d.status = 'DISCHARGED' desc, d.status = 'NOT_REQUIRED' desc, d.notification_id limit 1) told
                on true
             where c.independent is not null
             order by c.lfpse_id, c.received_at, c.id""";

    private static final String WHY_TOLD = """
            case when r.gone then 'The record was withdrawn from LfPSE'
                 when r.status = 'DISCHARGED' then 'The duty to tell CQC has been met'
                 when r.status = 'NOT_REQUIRED' then 'Nothing is owed to CQC' end""";

    private static final String LFPSE_ONLY = """
            select 'record/' || r.lfpse_id as subject, r.notification_id, r.lfpse_id, r.reference_number as lfpse_reference,
                   r.provider_id, r.received_at as since,
                   jsonb_build_object('knownBy', 'CALLBACK', 'callbackId', r.id) as facts, %s as resolution
              from (%s) r where r.independent
             union all
            select 'notification/' || n.id, n.id, null, n.lfpse_reference, n.provider_id, v.received_at,
                   jsonb_build_object('knownBy', case when n.lfpse_reference is null then 'DELIVERY' else 'NOTIFICATION' end,
                                      'version', n.version), null
              from given, duty d join notification n on n.id = d.notification_id
              join notification_version v on v.notification_id = n.id and v.version = n.version
             where d.authority = 'CQC' and d.status = 'OPEN' and not n.test
               and (n.lfpse_reference is not null
                    or exists (select from delivery l where l.notification_id = n.id and l.authority = 'LFPSE'
                                  and l.receipt_state in ('ACCEPTED', 'AMENDED')))
               and (d.ends_at < given.now
                    or not exists (select from delivery c where c.notification_id = n.id and c.authority = 'CQC'
                                      and c.status in ('SCHEDULED', 'SENDING', 'UNKNOWN', 'AWAITING_MANUAL')))
               and not exists (select from callback c where c.independent
                                  and n.lfpse_reference in (c.lfpse_id, c.reference_number))
               and %s""".formatted(WHY_TOLD, RECORDED, IS_INDEPENDENT);

    private static final String WITHOUT_FLAG = """
            select 'delivery/' || l.id as subject, n.id as notification_id, l.authority_id as lfpse_id,
                   l.reference as lfpse_reference, n.provider_id, l.accepted_at as since,
                   jsonb_build_object('deliveryId', l.id, 'versionId', l.authority_version) as facts,
                   case when l.version < n.version then 'A later version was sent' else %s end as resolution
              from delivery l join notification n on n.id = l.notification_id
              join duty d on d.notification_id = n.id and d.authority = 'CQC'
             where l.flag_missing and not n.test
             union all
            select 'record/' || r.lfpse_id, r.notification_id, r.lfpse_id, r.reference_number, r.provider_id, r.received_at,
                   jsonb_build_object('callbackId', r.id),
                   case when r.flagged then 'The record carries the flag now' else %s end
              from (%s) r where not r.independent and not r.cqc_notify""".formatted(WHY_NOT_OPEN, WHY_TOLD, RECORDED);

    private static final String EXEMPTION_FAILED = """
            select 'notification/' || n.id as subject, n.id as notification_id, l.authority_id as lfpse_id,
                   coalesce(l.reference, n.lfpse_reference) as lfpse_reference, n.provider_id, c.created_at as since,
                   jsonb_build_object('version', n.version, 'fallbackId', c.id, 'receipt', l.receipt_state,
                                      'flagMissing', l.flag_missing) as facts,
                   %s as resolution
              from delivery c join notification n on n.id = c.notification_id and n.version = c.version
              join duty d on d.notification_id = n.id and d.authority = 'CQC'
              left join delivery l on l.notification_id = n.id and l.version = n.version and l.authority = 'LFPSE'
             where c.purpose = 'FALLBACK' and not n.test""".formatted(WHY_NOT_OPEN);

    private static final String TOLD_TWICE = """
            select 'notification/' || n.id as subject, n.id as notification_id, l.authority_id as lfpse_id,
                   l.reference as lfpse_reference, n.provider_id, greatest(c.accepted_at, l.accepted_at) as since,
                   jsonb_build_object('authority', 'CQC', 'cqcReference', c.reference, 'deliveryId', l.id) as facts,
                   null as resolution
              from delivery c join notification n on n.id = c.notification_id and n.version = c.version
              join delivery l on l.notification_id = n.id and l.version = n.version and l.purpose = 'DISCHARGES'
             where c.purpose = 'FALLBACK' and c.authority = 'CQC' and c.accepted_at is not null
               and l.receipt_state in ('ACCEPTED', 'AMENDED') and not l.flag_missing and not n.test
             union all
            select 'delivery/' || l.id, n.id, l.authority_id, l.reference, n.provider_id, l.accepted_at,
                   jsonb_build_object('authority', 'LFPSE', 'deliveryId', l.id), null
              from delivery l join notification n on n.id = l.notification_id
             where l.doubled and l.accepted_at is not null and not n.test""";

    private static final String STANDS_AFTER_WITHDRAWAL = """
            select 'notification/' || n.id as subject, n.id as notification_id, l.authority_id as lfpse_id,
                   l.reference as lfpse_reference, n.provider_id, w.created_at as since,
                   jsonb_build_object('deliveryId', w.id, 'status', w.status) as facts,
                   case when l.receipt_state = 'WITHDRAWN' then 'The record was withdrawn from LfPSE' end as resolution
              from delivery w join notification n on n.id = w.notification_id
              join lateral (select * from delivery told
                             where told.notification_id = n.id and told.authority = 'LFPSE' and not told.withdrawal
                               and told.accepted_at is not null
                             order by told.version desc limit 1) l on true
             where w.withdrawal and w.authority = 'LFPSE' and w.status in ('CANCELLED', 'REJECTED', 'PARKED')
               and not n.test""";

    private static final String NO_RECEIPT = """
            select 'delivery/' || l.id as subject, n.id as notification_id, null as lfpse_id, null as lfpse_reference,
                   n.provider_id, l.created_at as since,
                   jsonb_build_object('authority', l.authority, 'deliveryId', l.id) as facts, null as resolution
              from given, delivery l join notification n on n.id = l.notification_id
             where l.accepted_at is null and l.attempts > 0 and l.status in ('UNKNOWN', 'PARKED', 'AWAITING_MANUAL')
               and l.created_at < given.unproved_before and not n.test
               and (l.status = 'AWAITING_MANUAL'
                    or exists (select from attempt a where a.delivery_id = l.id and a.outcome = 'NO_ANSWER'
                                  and a.started_at < given.unproved_before))""";

    private static final String CLASS_MISMATCH = """
            select distinct on (n.provider_id) 'provider/' || n.provider_id as subject, n.id as notification_id,
                   null as lfpse_id, null as lfpse_reference, n.provider_id, x.decided_at as since,
                   jsonb_build_object('class', x.body #>> '{provider,class}', 'basis', x.body #>> '{provider,basis}') as facts,
                   case when (select p.contradictory from provider_version p where p.provider_id = n.provider_id
                               order by p.valid_from desc limit 1)
                        then null else 'The register does not contradict itself any more' end as resolution
              from decision x join notification n on n.id = x.notification_id
             where x.body #>> '{provider,finding}' = 'CLASS_MISMATCH' and not n.test
             order by n.provider_id, x.decided_at, x.id""";

    private FindingSql() {}

    static String found(FindingKind kind) {
        return switch (kind) {
            case LFPSE_ONLY -> LFPSE_ONLY;
            case ACCEPTED_WITHOUT_CQC_FLAG -> WITHOUT_FLAG;
            case EXEMPTION_FAILED -> EXEMPTION_FAILED;
            case TOLD_TWICE -> TOLD_TWICE;
            case STANDS_AFTER_WITHDRAWAL -> STANDS_AFTER_WITHDRAWAL;
            case NO_RECEIPT -> NO_RECEIPT;
            case CLASS_MISMATCH -> CLASS_MISMATCH;
        };
    }
}
