package org.notificationhub.maternity.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tags an answer by the bytes that are sent, so a change of a reference it cites changes the tag too. */
@Singleton
class Tagging {

    private final ObjectMapper json;

    Tagging(ObjectMapper json) {
        this.json = json;
    }

    <T> Tagged<T> tagged(T view) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(view));
            return new Tagged<>(view, new EntityTag(HexFormat.of().formatHex(digest, 0, 16)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
