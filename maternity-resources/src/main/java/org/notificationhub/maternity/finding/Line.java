package org.notificationhub.maternity.finding;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.catalogue.ResourceCatalogue;

/**
 * A line of a resource that can be cited by itself, as it is searched.
 *
 * @param more what is found with the line and is not its text
 * @param audiences whom it is put to, where it is a question
 * @param questions the key questions it is asked under, where it is a question
 */
record Line(
        String slug,
        String anchor,
        LineKind kind,
        int place,
        String text,
        String more,
        List<String> audiences,
        List<String> questions) {

    static Stream<Line> of(Resource resource, ResourceCatalogue catalogue) {
        var slug = resource.slug();
        var context = resource.context().stream()
                .map(line -> new Line(slug, line.anchor(), LineKind.CONTEXT, 4, line.text(), "", List.of(), List.of()));
        var practice = resource.goodPractice().stream()
                .map(line -> new Line(
                        slug, line.anchor(), LineKind.GOOD_PRACTICE, 1, line.text(), "", List.of(), List.of()));
        var questions = resource.questions().stream()
                .map(question -> new Line(
                        slug,
                        question.anchor(),
                        LineKind.QUESTION,
                        2,
                        question.text(),
                        String.join(" ", question.evidence()),
                        question.audiences().stream().map(Enum::name).toList(),
                        question.criteria().stream()
                                .map(id -> catalogue
                                        .criterion(id)
                                        .criterion()
                                        .keyQuestion()
                                        .name())
                                .distinct()
                                .toList()));
        var examples = resource.examples().stream()
                .map(example -> new Line(
                        slug,
                        example.anchor(),
                        LineKind.EXAMPLE,
                        3,
                        example.organisation() + ": " + example.what(),
                        Stream.of(example.site(), example.result())
                                .filter(Objects::nonNull)
                                .reduce("", (all, each) -> all + " " + each),
                        List.of(),
                        List.of()));
        return Stream.of(practice, questions, examples, context).flatMap(lines -> lines);
    }
}
