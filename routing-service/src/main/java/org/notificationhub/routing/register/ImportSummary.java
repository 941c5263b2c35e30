package org.notificationhub.routing.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an import found and did.
 *
 * @param id of the snapshot
 * @param read rows
 * @param providers that the rows are about, without the refused ones
 * @param refusals the first thousand
 * @param mismatched the first thousand providers whose ownership and sector contradict each other
 */
public record ImportSummary(
        UUID id,
        LocalDate asOf,
        int read,
        int providers,
        int added,
        int changed,
        int unchanged,
        int refused,
        int mismatches,
        List<RefusedRow> refusals,
        List<String> mismatched) {}
