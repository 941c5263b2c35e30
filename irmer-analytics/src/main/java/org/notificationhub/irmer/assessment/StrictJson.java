package org.notificationhub.irmer.assessment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Reads one JSON document whole, with no member twice, nothing after it, and numbers as they were written. */
public final class StrictJson {

    private static final int LARGEST_BYTES = 16_384;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private StrictJson() {}

    static JsonNode read(InputStream body) throws IOException {
        return read(body, LARGEST_BYTES, "A question about an exposure is at most 16 KiB.");
    }

    /** @param tooLarge what to say of a body that is larger than {@code most} bytes */
    public static JsonNode read(InputStream body, int most, String tooLarge) throws IOException {
        var bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refusal(ProblemKind.TOO_LARGE, tooLarge);
        }
        try {
            var json = READER.readTree(bytes);
            if (json.isMissingNode()) {
                throw unreadable();
            }
            return json;
        } catch (IOException | NumberFormatException e) {
            // The parser lets an exponent beyond 32 bits through as a NumberFormatException.
            throw unreadable();
        }
    }

    private static Refusal unreadable() {
        return new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
    }
}
