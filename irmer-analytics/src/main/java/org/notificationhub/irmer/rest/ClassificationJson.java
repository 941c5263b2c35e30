package org.notificationhub.irmer.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;

/** Classifications as JSON, a document a line. */
final class ClassificationJson {

    private static final List<String> KNOWN =
            List.of("id", "reference", "provider", "subModality", "tier1", "tier2", "tier3", "factors");

    private final ObjectReader document;

    ClassificationJson(ObjectMapper json) {
        this.document = json.readerFor(ClassificationLine.class)
                .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .with(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    ClassificationLine read(String line) {
        try {
            ClassificationLine read = document.readValue(line);
            if (read != null) {
                return read;
            }
        } catch (MismatchedInputException e) {
            // Jackson's own words quote what was sent.
            if (!e.getPath().isEmpty()) {
                throw new Refusal(ProblemKind.VALIDATION, List.of(fault(e)));
            }
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Fault fault(JsonMappingException e) {
        var member = e.getPath().get(0).getFieldName();
        var isKnown = KNOWN.contains(member);
        return isKnown
                ? new Fault("/" + member, "WRONG_TYPE", "Use the form the API document gives")
                : new Fault("", "UNKNOWN_MEMBER", "Use these members only: " + String.join(", ", KNOWN));
    }

    private static Refusal unreadable() {
        return new Refusal(ProblemKind.UNREADABLE, ProblemKind.UNREADABLE.remedy());
    }
}
