package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;

/** Reads the content files. A member that is misspelt stops the build and the start, not just the member. */
public final class ContentReader {

    private static final ObjectMapper YAML = new YAMLMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private ContentReader() {}

    public static Content read() {
        var themes = read("themes.yaml", new TypeReference<ThemesFile>() {});
        return new Content(
                themes.notice,
                themes.themes,
                themes.themes.stream()
                        .flatMap(theme -> theme.resources().stream())
                        .map(slug -> read("resources/" + slug + ".yaml", new TypeReference<Resource>() {}))
                        .toList(),
                read("references.yaml", new TypeReference<List<Reference>>() {}),
                read("frameworks.yaml", new TypeReference<List<Framework>>() {}),
                read("review-figures.yaml", new TypeReference<ReviewFigures>() {}));
    }

    private static <T> T read(String file, TypeReference<T> type) {
        try (var in = ContentReader.class.getResourceAsStream("/content/" + file)) {
            if (in == null) {
                throw new IllegalStateException("There is no content file " + file);
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new IllegalStateException("The content file " + file + " cannot be read", e);
        }
    }

    private record ThemesFile(String notice, List<Theme> themes) {}
}
