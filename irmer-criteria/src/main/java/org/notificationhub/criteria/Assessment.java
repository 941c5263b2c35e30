package org.notificationhub.criteria;

import java.util.List;
import java.util.Set;

/**
 * What the criteria say of an exposure.
 *
 * @param met by the order of the table; two editions that may both have been in force on the day are both named
 * @param missing facts that some criterion turns on and nobody told
 * @param open criteria that no fact settles. Where one is met, the missing and the open could only add codes
 */
public record Assessment(
        Notifiable notifiable,
        List<Criterion> met,
        Set<Fact> missing,
        List<Open> open,
        List<ComplementaryCode> complementary,
        List<Definition> definitions) {

    public enum Notifiable {
        YES,
        NO,
        UNDETERMINED
    }

    /** @param why what about the criterion's text, or its time, is not known */
    public record Open(Criterion criterion, String why) {}
}
