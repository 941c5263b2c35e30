package org.notificationhub.identifying;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds NHS numbers in text: ten digits, the last a check digit modulo 11, whole or in groups. One reference in eleven
 * passes that check by chance, so what is grouped like a reference, a date or a list is left alone.
 */
final class NhsNumber {

    private static final int LENGTH = 10;
    private static final List<Integer> AS_PRINTED = List.of(3, 3, 4);

    /** The widest gap people leave between groups, such as " - ". */
    private static final int WIDEST_GAP = 3;

    private NhsNumber() {}

    static boolean in(String text) {
        var groups = groups(text);
        for (var first = 0; first < groups.size(); first++) {
            var digits = new StringBuilder();
            for (var last = first; last < groups.size() && digits.length() < LENGTH; last++) {
                if (last > first && !groups.get(last).continuesOne()) {
                    break;
                }
                digits.append(groups.get(last).digits());
                if (digits.length() == LENGTH
                        && checkDigitFits(digits)
                        && isWrittenLikeOne(groups.subList(first, last + 1))) {
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

    private static boolean isWrittenLikeOne(List<Group> groups) {
        if (groups.size() == 1) {
            return !groups.get(0).isPartOfAnId();
        }
        if (groups.stream().map(Group::length).toList().equals(AS_PRINTED)) {
            return true;
        }
        var gaps = groups.stream().skip(1).map(Group::gap).distinct().toList();
        return gaps.size() == 1
                && !groups.get(0).isAYear()
                && (gaps.get(0).isBlank() || groups.stream().allMatch(group -> group.length() <= 3));
    }

    private static List<Group> groups(String text) {
        var groups = new ArrayList<Group>();
        var gapStart = 0;
        for (var i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                var gap = text.substring(gapStart, i);
                var digits = new StringBuilder();
                for (; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
                    digits.append(Character.digit(text.charAt(i), 10));
                }
                groups.add(new Group(
                        gap, groups.isEmpty() ? "" : groups.get(groups.size() - 1).digits, digits.toString()));
                gapStart = i;
            }
        }
        return groups;
    }

    /** @param gap the text between the digits before and these */
    private record Group(String gap, String before, String digits) {

        int length() {
            return digits.length();
        }

        boolean continuesOne() {
            return gap.length() <= WIDEST_GAP
                    && gap.chars()
                            .allMatch(c -> c == '.'
                                    || Character.isWhitespace(c)
                                    || Character.isSpaceChar(c)
                                    || Character.getType(c) == Character.DASH_PUNCTUATION);
        }

        boolean isAYear() {
            return length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
        }

        /** Ids of CQC such as 1-8417079420, and references that run the year and a serial number together. */
        boolean isPartOfAnId() {
            return gap.equals("-") && before.equals("1") || followsAWord() && startsWithARecentYear();
        }

        private boolean followsAWord() {
            return !gap.isEmpty() && (Character.isLetter(last()) || "-/_".indexOf(last()) >= 0);
        }

        private char last() {
            return gap.charAt(gap.length() - 1);
        }

        /** Nobody's number begins so: English ones begin with 4, 6, 7 or 9, Scottish ones with a day and a month. */
        private boolean startsWithARecentYear() {
            return digits.compareTo("2013") > 0 && digits.compareTo("21") < 0;
        }
    }
}
