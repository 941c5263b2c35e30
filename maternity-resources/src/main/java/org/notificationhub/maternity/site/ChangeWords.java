package org.notificationhub.maternity.site;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.notificationhub.maternity.catalogue.Audience;
import org.notificationhub.maternity.catalogue.Confidence;
import org.notificationhub.maternity.catalogue.ExcellenceExample.SourceKind;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;
import org.notificationhub.maternity.catalogue.VersionDiff.Change;
import org.notificationhub.maternity.catalogue.VersionDiff.Fate;
import org.notificationhub.maternity.catalogue.VersionDiff.MemberChange;

/** What changed in a version, with codes and ids as people say them. */
record ChangeWords(ResourceCatalogue catalogue) {

    /** @param anchor of the line; null for what the resource says of itself */
    record Line(String heading, String anchor, List<Member> members) {}

    record Member(String title, List<Piece> pieces) {}

    record Piece(boolean added, boolean removed, String text) {}

    Line of(Change change) {
        return new Line(
                Words.title(change.kind()) + ": " + Words.sectionTitle(change),
                change.anchor(),
                change.members().stream().map(this::of).toList());
    }

    private Member of(MemberChange change) {
        return new Member(
                Words.memberTitle(change),
                change.pieces().stream()
                        .map(piece -> new Piece(
                                piece.fate() == Fate.ADDED,
                                piece.fate() == Fate.REMOVED,
                                said(change.member(), piece.text())))
                        .toList());
    }

    private String said(String member, String text) {
        return switch (member) {
            case "audiences", "criteria", "references" ->
                Arrays.stream(text.split("; "))
                        .map(code -> saidOfOne(member, code))
                        .collect(Collectors.joining("; "));
            case "confidence" -> sure(Confidence.valueOf(text));
            case "sourceKind" -> Words.title(SourceKind.valueOf(text));
            default -> text;
        };
    }

    private String saidOfOne(String member, String code) {
        return switch (member) {
            case "audiences" -> Words.title(Audience.valueOf(code));
            case "criteria" -> catalogue.criterion(code).criterion().name();
            default -> catalogue.reference(code).title();
        };
    }

    private static String sure(Confidence confidence) {
        return confidence == Confidence.HIGH ? "Read on its publisher’s own page." : Words.reservation(confidence);
    }
}
