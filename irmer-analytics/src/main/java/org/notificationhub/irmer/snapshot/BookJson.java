package org.notificationhub.irmer.snapshot;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Shorthand;
import org.notificationhub.irmer.figure.Value;

/**
 * A book as it is frozen: one book is one sequence of bytes, and the bytes are that book again, exactly. JSON in UTF-8 without
 * white space, members sorted by name, nulls left out. A value says its type, {@code {"type":"decimal","value":"12.50"}},
 * since 1 and 1.0 are the same number in JSON; decimals and days are strings, so that no reader rounds them.
 */
public final class BookJson {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Value.class, new WriteValue())
                    .addDeserializer(Value.class, new ReadValue()))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .build();

    private BookJson() {}

    public static byte[] write(FigureBook book) {
        try {
            return JSON.writeValueAsBytes(book);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A book cannot be frozen", e);
        }
    }

    public static FigureBook read(byte[] frozen) {
        try {
            return JSON.readValue(frozen, FigureBook.class);
        } catch (IOException e) {
            throw new IllegalStateException("A frozen book cannot be read", e);
        }
    }

    private static final class WriteValue extends JsonSerializer<Value> {
        @Override
        public void serialize(Value value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            if (value.mark() != null) {
                json.writeStringField("mark", value.mark().name());
            }
            if (value.content() != null) {
                content(value.content(), json);
            }
            json.writeEndObject();
        }

        private static void content(Object content, JsonGenerator json) throws IOException {
            if (content instanceof String text) {
                json.writeStringField("type", "text");
                json.writeStringField("value", text);
            } else if (content instanceof Integer number) {
                json.writeStringField("type", "integer");
                json.writeNumberField("value", number);
            } else if (content instanceof Long number) {
                json.writeStringField("type", "long");
                json.writeNumberField("value", number);
            } else if (content instanceof BigDecimal number) {
                json.writeStringField("type", "decimal");
                json.writeStringField("value", number.toString());
            } else if (content instanceof LocalDate day) {
                json.writeStringField("type", "day");
                json.writeStringField("value", day.toString());
            } else {
                throw new IllegalArgumentException("A book holds no " + content.getClass());
            }
        }
    }

    private static final class ReadValue extends JsonDeserializer<Value> {
        @Override
        public Value deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode value = parser.readValueAsTree();
            var mark = value.hasNonNull("mark")
                    ? Shorthand.valueOf(value.get("mark").textValue())
                    : null;
            return new Value(content(value.path("type").asText(), value.path("value")), mark);
        }

        private static Object content(String type, JsonNode value) {
            return switch (type) {
                case "" -> null;
                case "text" -> value.textValue();
                case "integer" -> value.intValue();
                case "long" -> value.longValue();
                case "decimal" -> new BigDecimal(value.textValue());
                case "day" -> LocalDate.parse(value.textValue());
                default -> throw new IllegalArgumentException("A book holds no " + type);
            };
        }
    }
}
