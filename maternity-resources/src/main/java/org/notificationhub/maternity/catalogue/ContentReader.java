package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the content files. A member that is misspelt stops the build and the start, not just the member. */
public final class ContentReader {

    private static final ObjectMapper YAML = new YAMLMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private final ContentFiles files;

    private ContentReader(ContentFiles files) {
        this.files = files;
    }

    /** The content that is shipped with this service. */
    public static Content read() {
        return new ContentReader(ContentFiles.shipped()).content();
    }

    public static Content read(Path folder) {
        return new ContentReader(ContentFiles.in(folder)).content();
    }

    private Content content() {
        var themes = required(ContentFiles.THEMES, new TypeReference<ThemesFile>() {});
        var resources = themes.themes.stream()
                .flatMap(theme -> theme.resources().stream())
                .map(this::resource)
                .toList();
        return new Content(
                themes.notice,
                themes.themes,
                resources,
                resources.stream()
                        .flatMap(resource -> earlier(resource).stream())
                        .toList(),
                required(ContentFiles.RECORDED, new TypeReference<List<RecordedVersion>>() {}),
                required(ContentFiles.REFERENCES, new TypeReference<List<Reference>>() {}),
                required(ContentFiles.FRAMEWORKS, new TypeReference<List<Framework>>() {}),
                required(ContentFiles.REGULATIONS, new TypeReference<List<Regulation>>() {}),
                required(ContentFiles.REVIEW_FIGURES, new TypeReference<ReviewFigures>() {}));
    }

    private Resource resource(String slug) {
        var file = ContentFiles.resource(slug);
        return named(file, slug, required(file, new TypeReference<Resource>() {}));
    }

    /** Those that were kept. Whether one is missing is for the rules to say. */
    private List<Resource> earlier(Resource current) {
        var earlier = new ArrayList<Resource>();
        for (var version = 1; version < current.version(); version++) {
            var file = ContentFiles.earlier(current.slug(), version);
            var number = version;
            optional(file, new TypeReference<Resource>() {})
                    .map(kept -> named(file, current.slug(), kept))
                    .map(kept -> numbered(file, number, kept))
                    .ifPresent(earlier::add);
        }
        return earlier;
    }

    private static Resource named(String file, String slug, Resource resource) {
        if (!slug.equals(resource.slug())) {
            throw ContentUnreadable.because(
                    file,
                    "the slug in it is " + resource.slug(),
                    "Use one name for the file, the slug and the theme's list");
        }
        return resource;
    }

    private static Resource numbered(String file, int version, Resource kept) {
        if (kept.version() != version) {
            throw ContentUnreadable.because(
                    file, "it says it is version " + kept.version(), "Keep each version under its own number");
        }
        return kept;
    }

    private <T> T required(String file, TypeReference<T> type) {
        return optional(file, type)
                .orElseThrow(() -> ContentUnreadable.because(
                        file, "there is no such file", "Add it, or take it off the list that names it"));
    }

    private <T> Optional<T> optional(String file, TypeReference<T> type) {
        try (var in = files.open(file)) {
            return in == null ? Optional.empty() : Optional.of(YAML.readValue(in, type));
        } catch (JsonProcessingException e) {
            throw ContentUnreadable.because(file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record ThemesFile(String notice, List<Theme> themes) {}
}
