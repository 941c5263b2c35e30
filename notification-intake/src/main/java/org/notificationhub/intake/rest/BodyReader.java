package org.notificationhub.intake.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.intake.IntakeConfig;

/** Reads one JSON document strictly: whole, not too large, not too deep, no member twice, nothing after it. */
@ApplicationScoped
public class BodyReader {

    /** Enough for any notification many times over; far from where parsing deep nesting costs anything. */
    private static final int DEEPEST = 32;

    /** What is read and thrown away of a body that is too large, so that its sender hears the answer. */
    private static final long PATIENCE = 64L * 1024 * 1024;

    private static final ObjectReader STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    private final int largest;

    BodyReader(IntakeConfig config) {
        this.largest = config.notification().largestBytes();
    }

    JsonNode read(InputStream body) throws IOException {
        return read(bytes(body));
    }

    /** As it was sent, for whoever reads it in his own way. */
    public String text(InputStream body) throws IOException {
        var bytes = bytes(body);
        read(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] bytes(InputStream body) throws IOException {
        var bytes = body.readNBytes(largest + 1);
        if (bytes.length > largest) {
            discard(body);
            throw tooLarge();
        }
        return bytes;
    }

    JsonNode read(byte[] bytes) {
        if (bytes.length > largest) {
            throw tooLarge();
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var body = STRICT.readTree(text);
            if (body.isMissingNode() || text.contains("\\u") && !isKeepable(body)) {
                throw unreadable();
            }
            return body;
        } catch (CharacterCodingException | JsonProcessingException | NumberFormatException e) {
            // The parser lets an exponent beyond 32 bits through as a NumberFormatException.
            throw unreadable();
        }
    }

    /** Escapes can spell what no text can hold: a NUL, which PostgreSQL refuses, or half of a surrogate pair. */
    private static boolean isKeepable(JsonNode node) {
        if (node.isTextual()) {
            return isKeepable(node.textValue());
        }
        for (var member : node.properties()) {
            if (!isKeepable(member.getKey()) || !isKeepable(member.getValue())) {
                return false;
            }
        }
        for (var element : node.isArray() ? node : List.<JsonNode>of()) {
            if (!isKeepable(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isKeepable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static void discard(InputStream body) throws IOException {
        var buffer = new byte[65_536];
        var discarded = 0L;
        for (var read = 0; read >= 0 && discarded < PATIENCE; read = body.read(buffer)) {
            discarded += read;
        }
    }

    private static Refusal tooLarge() {
        return new Refusal(ProblemKind.TOO_LARGE, ProblemKind.TOO_LARGE.remedy());
    }

    private static Refusal unreadable() {
        return new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
    }
}
