package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * What a version tells a reader, in one number. A review that changed nothing and another word to search by make no new
 * version; a member that content files may have from now on leaves what was recorded as it was.
 */
final class Fingerprint {

    private static final Set<String> NOT_TOLD = Set.of("lastReviewedAt", "reviewDue", "alsoKnownAs");

    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.USE_ANNOTATIONS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY)
            .build();

    private Fingerprint() {}

    static String of(Resource resource) {
        var told = CANONICAL.<ObjectNode>valueToTree(resource).remove(NOT_TOLD);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(CANONICAL.writeValueAsBytes(told));
            return HexFormat.of().formatHex(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
