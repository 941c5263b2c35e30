package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.maternity.catalogue.VersionDiff;
import org.notificationhub.maternity.catalogue.VersionDiff.Kind;

/**
 * What is different between two versions of a resource.
 *
 * @param counts how many lines of each kind of change
 * @param changes line by line in the order of the later text, with the words that came and went
 */
public record DiffView(
        String resource,
        VersionView from,
        VersionView to,
        Map<Kind, Integer> counts,
        List<Change> changes,
        String self) {

    /**
     * A line that is different.
     *
     * @param section {@code about}, {@code context}, {@code goodPractice}, {@code questions}, {@code examples} or {@code
     *     references}
     * @param anchor of the line; absent for what the resource says of itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(String section, String anchor, Kind kind, List<VersionDiff.MemberChange> members) {}

    static DiffView of(VersionDiff diff) {
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(kind, 0);
        }
        diff.changes().forEach(change -> counts.merge(change.kind(), 1, Integer::sum));
        return new DiffView(
                diff.to().slug(),
                VersionView.of(diff.from()),
                VersionView.of(diff.to()),
                counts,
                diff.changes().stream()
                        .map(each -> new Change(each.section(), each.anchor(), each.kind(), each.members()))
                        .toList(),
                VersionView.address(diff.from()) + "/diff/" + diff.to().version());
    }
}
