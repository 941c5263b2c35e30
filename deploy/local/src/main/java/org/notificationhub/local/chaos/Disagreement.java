package org.notificationhub.local.chaos;

/**
 * Where two sides do not say the same, or the hub did not do what it promises.
 *
 * @param id by which the hub knows the notification; null where it does not know it
 */
record Disagreement(Finding finding, String reference, String id, String words) {

    enum Finding {
        /** The sender was told that it is stored, and the hub does not have it. */
        LOST,
        /** The hub has what no sender was told of. */
        UNTOLD,
        /** It was not decided once for every version. */
        UNDECIDED,
        /** Intake shows something else than routing knows. */
        SHOWN_OTHERWISE,
        /** An authority that must know does not. */
        NOT_TOLD,
        /** An authority knows that need not. */
        TOLD_WRONGLY,
        /** An authority took the same twice, and no attempt was ever without an answer. */
        DOUBLED,
        /** An authority took a later version before an earlier one. */
        OVERTAKEN,
        /** A duty stands otherwise than what the authorities have. */
        DUTY,
        /** The radiation figures do not have each version once. */
        MISCOUNTED,
        /** Intake answered what a sender cannot make sense of. */
        SURPRISE,
        /** It did not come to rest. */
        NOT_DRAINED
    }
}
