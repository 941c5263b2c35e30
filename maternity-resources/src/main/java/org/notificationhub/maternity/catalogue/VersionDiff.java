package org.notificationhub.maternity.catalogue;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * What is different between two versions of a resource, line by line and word by word, in the order of the later text. A
 * line is one that can be cited, with its anchor, or what the resource says of itself.
 *
 * @param changes empty where both say the same
 */
public record VersionDiff(Resource from, Resource to, List<Change> changes) {

    /**
     * A line that is different.
     *
     * @param section {@code about}, {@code context}, {@code goodPractice}, {@code questions}, {@code examples} or {@code
     *     references}
     * @param anchor of the line; null for what the resource says of itself
     * @param members those that are different; all there are of a line that was added or removed
     */
    public record Change(String section, String anchor, Kind kind, List<MemberChange> members) {}

    /** {@code MOVED}: it says the same in another place. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        MOVED
    }

    /** @param member of the line in its file, such as {@code text} */
    public record MemberChange(String member, List<Piece> pieces) {}

    /** Words that follow each other and had the same fate. */
    public record Piece(Fate fate, String text) {}

    public enum Fate {
        SAME,
        ADDED,
        REMOVED
    }

    public static VersionDiff between(Resource from, Resource to) {
        var before = VersionLine.of(from).stream().collect(toMap(VersionLine::key, Function.identity()));
        var after = VersionLine.of(to).stream().collect(toMap(VersionLine::key, Function.identity()));
        var keysBefore = VersionLine.of(from).stream().map(VersionLine::key).toList();
        var keysAfter = VersionLine.of(to).stream().map(VersionLine::key).toList();
        var moved = moved(keysBefore, keysAfter);
        var changes = inOrder(keysBefore, keysAfter).stream()
                .map(key -> change(before.get(key), after.get(key), moved.contains(key)))
                .filter(Objects::nonNull)
                .toList();
        return new VersionDiff(from, to, changes);
    }

    /** Null where nothing is different. */
    private static Change change(VersionLine before, VersionLine after, boolean moved) {
        if (before == null) {
            return new Change(after.section(), after.anchor(), Kind.ADDED, members(Map.of(), after.members()));
        }
        if (after == null) {
            return new Change(before.section(), before.anchor(), Kind.REMOVED, members(before.members(), Map.of()));
        }
        var members = members(before.members(), after.members());
        if (members.isEmpty() && !moved) {
            return null;
        }
        return new Change(after.section(), after.anchor(), members.isEmpty() ? Kind.MOVED : Kind.CHANGED, members);
    }

    private static List<MemberChange> members(
            Map<String, VersionLine.Text> before, Map<String, VersionLine.Text> after) {
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new MemberChange(name, pieces(before.get(name), after.get(name))))
                .toList();
    }

    private static List<Piece> pieces(VersionLine.Text before, VersionLine.Text after) {
        var between = after == null ? before.between() : after.between();
        var pieces = new ArrayList<Piece>();
        for (var delta : deltas(words(before), words(after))) {
            switch (delta.getType()) {
                case EQUAL -> add(pieces, Fate.SAME, delta.getSource().getLines(), between);
                case DELETE, INSERT, CHANGE -> {
                    add(pieces, Fate.REMOVED, delta.getSource().getLines(), between);
                    add(pieces, Fate.ADDED, delta.getTarget().getLines(), between);
                }
            }
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Fate fate, List<String> words, String between) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(fate, String.join(between, words)));
        }
    }

    private static List<String> words(VersionLine.Text text) {
        return text == null ? List.of() : text.words();
    }

    /** Lines of both in one order: what is gone stands where it stood, before what took its place. */
    private static Set<String> inOrder(List<String> before, List<String> after) {
        var stays = Set.copyOf(after);
        var keys = new LinkedHashSet<String>();
        for (var delta : deltas(before, after)) {
            delta.getSource().getLines().stream()
                    .filter(key -> !stays.contains(key))
                    .forEach(keys::add);
            keys.addAll(delta.getTarget().getLines());
        }
        return keys;
    }

    private static Set<String> moved(List<String> before, List<String> after) {
        var unlike = deltas(before, after).stream()
                .filter(delta -> delta.getType() != DeltaType.EQUAL)
                .toList();
        var left = unlike.stream()
                .flatMap(delta -> delta.getSource().getLines().stream())
                .collect(toSet());
        return unlike.stream()
                .flatMap(delta -> delta.getTarget().getLines().stream())
                .filter(left::contains)
                .collect(toSet());
    }

    private static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
        return DiffUtils.diff(before, after, true).getDeltas();
    }
}
