package org.notificationhub.platform.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Examines a page by the rules of axe: WCAG 2.2 AA and best practice. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String EXAMINATION = """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
                const found = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
                return found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + rule.help + ' at ' + node.target));
            }""";

    private Axe() {}

    @SuppressWarnings("unchecked")
    static List<String> faults(Page page) {
        page.evaluate(SCRIPT);
        return (List<String>) page.evaluate(EXAMINATION);
    }

    private static String script() {
        try (var file = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
