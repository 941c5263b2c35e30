package org.notificationhub.irmer.figure;

/** Why a number is missing or not final, as official statistics abbreviate it. */
public enum Shorthand {
    CONFIDENTIAL("c", "withheld so that nobody can be recognised"),
    NOT_AVAILABLE("x", "not available"),
    NOT_APPLICABLE("z", "not applicable"),
    PROVISIONAL("p", "provisional: more notifications and reviews may still come"),
    REVISED("r", "revised since it was first published");

    private final String letter;
    private final String meaning;

    Shorthand(String letter, String meaning) {
        this.letter = letter;
        this.meaning = meaning;
    }

    /** As tables write it: {@code [c]}. */
    public String mark() {
        return "[" + letter + "]";
    }

    public String meaning() {
        return meaning;
    }
}
