package org.notificationhub.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpServerRequest;

/**
 * A request at an authority's door.
 *
 * @param reference the sender's own reference, null where it cannot be told
 * @param body the JSON, or a text node where it is none
 */
public record Visit(Authority authority, HttpServerRequest http, String reference, JsonNode body) {}
