package org.notificationhub.irmer.classification;

/** What a term is a word for. */
public enum TermKind {
    /** A part of a modality; its path has one step. */
    SUB_MODALITY,
    /** Who erred, where in the pathway, and what went wrong: a path of up to three steps within a modality. */
    TIER,
    /** Something that contributed, in whichever modality; its path has one step. */
    FACTOR
}
