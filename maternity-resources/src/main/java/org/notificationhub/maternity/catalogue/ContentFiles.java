package org.notificationhub.maternity.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where content files are read from. */
interface ContentFiles {

    String THEMES = "themes.yaml";
    String REFERENCES = "references.yaml";
    String FRAMEWORKS = "frameworks.yaml";
    String REGULATIONS = "regulations.yaml";
    String RECORDED = "versions.yaml";
    String REVIEW_FIGURES = "review-figures.yaml";

    /** @return null where there is no such file */
    InputStream open(String file) throws IOException;

    static ContentFiles shipped() {
        return file -> ContentFiles.class.getResourceAsStream("/content/" + file);
    }

    static ContentFiles in(Path folder) {
        return file -> Files.exists(folder.resolve(file)) ? Files.newInputStream(folder.resolve(file)) : null;
    }

    static String resource(String slug) {
        return "resources/" + slug + ".yaml";
    }

    static String earlier(String slug, int version) {
        return "history/" + slug + "/" + version + ".yaml";
    }
}
