package org.notificationhub.local.chaos;

import java.util.List;

/** One thing that a sender does. */
sealed interface Step {

    record Submit(Report report) implements Step {}

    record Batch(List<Report> reports) implements Step {}

    /** The very same again, as after an answer that got lost. */
    record Repeat(Report report) implements Step {}

    record Amend(Report report, int version) implements Step {}

    record Withdraw(Report report, int version) implements Step {}
}
