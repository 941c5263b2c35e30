package org.notificationhub.sandbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;

/** What the journal keeps: enough to stand, after {@code kill -9}, where the authorities stood before. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Arrived.class, name = "arrived"),
    @JsonSubTypes.Type(value = Fact.Took.class, name = "took"),
    @JsonSubTypes.Type(value = Fact.Answered.class, name = "answered"),
    @JsonSubTypes.Type(value = Fact.Behaves.class, name = "behaves")
})
sealed interface Fact {

    record Arrived(Received request) implements Fact {}

    /**
     * The authority took what a request said. Its effect and what the authority holds since are one line: one cannot be kept
     * without the other.
     *
     * @param holds in the authority's own form
     */
    record Took(long number, JsonNode holds) implements Fact {}

    record Answered(long number, int status) implements Fact {}

    record Behaves(Authority authority, Behaviour behaviour) implements Fact {}
}
