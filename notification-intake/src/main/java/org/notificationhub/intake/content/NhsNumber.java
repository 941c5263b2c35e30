package org.notificationhub.intake.content;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds NHS numbers in text: ten digits, the last a check digit modulo 11, whole or in groups. One reference number in
 * eleven passes that check by chance, so groups that a reference or a date would have are left alone.
 */
final class NhsNumber {

    private static final int LENGTH = 10;

    /** The widest gap people leave between groups, such as " - ". */
    private static final int WIDEST_GAP = 3;

    private NhsNumber() {}

    static boolean in(String text) {
        var groups = groups(text);
        for (var first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (var last = first; last < groups.size() && digits.length() < LENGTH; last++) {
                if (last > first && !groups.get(last).follows(groups.get(last - 1), text)) {
                    break;
                }
                digits.append(groups.get(last).digits());
                if (digits.length() == LENGTH
                        && checkDigitFits(digits)
                        && isWrittenLikeOne(groups.subList(first, last + 1), text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean checkDigitFits(CharSequence digits) {
        var sum = 0;
        for (var i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(LENGTH - 1) - '0';
    }

    private static boolean isWrittenLikeOne(List<Group> groups, String text) {
        if (groups.size() == 1) {
            return !isPartOfAnId(groups.get(0), text);
        }
        if (groups.stream().map(Group::length).toList().equals(List.of(3, 3, 4))) {
            return true;
        }
        return groups.stream().noneMatch(Group::isAYear)
                && (groups.stream().allMatch(group -> group.length() <= 3) || isSpaced(groups, text));
    }

    /** Ids of CQC such as 1-8417079420, and references that run the year and a serial number together. */
    private static boolean isPartOfAnId(Group group, String text) {
        var before = text.substring(0, group.start());
        var cqc = before.endsWith("1-") && (before.length() == 2 || !isWordPart(before.charAt(before.length() - 3)));
        var serial = !before.isEmpty() && isWordPart(before.charAt(before.length() - 1));
        return cqc || serial && group.startsWithARecentYear();
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '/' || c == '_';
    }

    private static boolean isSpaced(List<Group> groups, String text) {
        return text.substring(groups.get(0).end(), groups.get(groups.size() - 1).start())
                .chars()
                .allMatch(c -> Character.isDigit(c) || isSpace(c));
    }

    private static List<Group> groups(String text) {
        var groups = new ArrayList<Group>();
        for (var i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                var start = i;
                var digits = new StringBuilder();
                for (; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
                    digits.append(Character.digit(text.charAt(i), 10));
                }
                groups.add(new Group(start, i, digits.toString()));
            }
        }
        return groups;
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || Character.isWhitespace(c);
    }

    private record Group(int start, int end, String digits) {

        int length() {
            return digits.length();
        }

        boolean follows(Group earlier, String text) {
            return start - earlier.end <= WIDEST_GAP
                    && text.substring(earlier.end, start)
                            .chars()
                            .allMatch(c -> isSpace(c)
                                    || c == '.'
                                    || Character.getType(c) == Character.DASH_PUNCTUATION);
        }

        boolean isAYear() {
            return length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        }

        /** No number has been issued that begins so: English ones begin with 4, 6, 7 or 9, Scottish ones with a day and month. */
        boolean startsWithARecentYear() {
            return digits.compareTo("2013") > 0 && digits.compareTo("21") < 0;
        }
    }
}
