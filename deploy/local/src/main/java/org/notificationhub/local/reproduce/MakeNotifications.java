package org.notificationhub.local.reproduce;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * As many notifications as a year had, which together have its margins. Which of a modality has which tiers, which
 * sub-modality and which employer is drawn for each margin apart, because nothing that was published says how they go
 * together. The same margins make the same notifications, so that sending them again sends nothing new.
 *
 * <p>What was not published is left out: no dose, no code, no factor, no day of the event. A day of discovery is asked of
 * every notification; here it is the time at which CQC was notified.
 */
public final class MakeNotifications {

    /** Portion of each reference: change it with anything that changes what is made. */
    private static final String EDITION = "1";

    /** About as many as there are employers of each kind does not matter; that one tells of several, does. */
    private static final int EMPLOYERS_OF_A_KIND = 60;

    private static final String NHS_ACUTE = "NHS_ACUTE";

    /** Where only the share of some kinds was published, the others are of another kind. */
    private static final String OTHER = "OTHER";

    private final Margins margins;
    private final String edition;

    public MakeNotifications(Margins margins) {
        this.margins = margins;
        this.edition = digest(EDITION + margins).substring(0, 8);
    }

    /** In the order in which CQC was notified: the first in the first millisecond of the year, the last in its last. */
    public List<MadeNotification> all() {
        var plans = new ArrayList<Plan>();
        margins.counts().forEach((modality, count) -> plans.addAll(plans(modality, count)));
        Collections.shuffle(plans, random("order"));
        return IntStream.range(0, plans.size())
                .mapToObj(index -> notification(plans.get(index), index, plans.size()))
                .toList();
    }

    private List<Plan> plans(Modality modality, int count) {
        var tiers = drawn(modality, "tiers", margins.errors(), count, null);
        var subModalities = drawn(modality, "sub-modalities", margins.subModalities(), count, null);
        var organisations = drawn(
                modality,
                "organisations",
                margins.organisations(),
                count,
                Margins.of(modality, margins.organisations()).isEmpty() ? null : OTHER);
        return IntStream.range(0, count)
                .mapToObj(index -> new Plan(
                        modality, tiers.get(index), last(subModalities.get(index)), last(organisations.get(index))))
                .toList();
    }

    /** The path of each notification by one margin; the rest has the other's. */
    private List<List<String>> drawn(Modality modality, String margin, List<Portion> parts, int count, String other) {
        var paths = new ArrayList<List<String>>();
        for (var part : Margins.of(modality, parts)) {
            paths.addAll(Collections.nCopies(part.count(), part.path()));
        }
        paths.addAll(Collections.nCopies(count - paths.size(), other == null ? List.of() : List.of(other)));
        Collections.shuffle(paths, random(modality + " " + margin));
        return paths;
    }

    private MadeNotification notification(Plan plan, int index, int size) {
        var notified = notified(index, size).toString();
        var content = JsonNodeFactory.instance.objectNode();
        content.put("type", "IRMER_SAUE");
        content.put("reference", "IRMER-%s-%s-%05d".formatted(margins.year().inPath(), edition, index + 1));
        content.putObject("provider").put("employer", employer(plan, index));
        content.put("awareAt", notified);
        content.put(
                "summary",
                "Made to carry the figures published for %s; it tells of no real event.".formatted(margins.year()));
        content.putObject("cqc").put("notifiedAt", notified);
        content.set("details", details(plan, notified));
        return new MadeNotification(content, plan.modality, plan.tiers, plan.subModality);
    }

    private static ObjectNode details(Plan plan, String notified) {
        var details = JsonNodeFactory.instance.objectNode();
        details.put("modality", plan.modality.name());
        details.put("discoveredAt", notified);
        if (plan.organisation != null) {
            details.put("organisationType", plan.organisation);
        }
        return details;
    }

    private static String employer(Plan plan, int index) {
        var kind = plan.organisation == null ? "X" : plan.organisation.equals(NHS_ACUTE) ? "A" : "O";
        return "EMP-MADE-%s%02d".formatted(kind, index % EMPLOYERS_OF_A_KIND + 1);
    }

    private Instant notified(int index, int size) {
        var first = margins.year().first();
        var length = Duration.between(first, margins.year().last()).toMillis();
        return size == 1 ? first : first.plus(length * index / (size - 1), ChronoUnit.MILLIS);
    }

    private static String last(List<String> path) {
        return path.isEmpty() ? null : path.get(path.size() - 1);
    }

    private Random random(String margin) {
        return new Random(Arrays.hashCode((margins.year() + " " + margin).getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Plan(Modality modality, List<String> tiers, String subModality, String organisation) {}
}
