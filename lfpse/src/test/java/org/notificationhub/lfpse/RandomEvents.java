package org.notificationhub.lfpse;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random events that keep to the tables: any questions with any answers, then put right rule by rule. */
final class RandomEvents {

    private static final List<String> SHAPED = List.of("RJ1", "2026-03");
    private static final String LETTERS = "aZ09 \"\\/<>&'{}[]:,–é😀";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Taxonomy taxonomy;
    private final Random random;
    private final List<Rule> rules;

    RandomEvents(Taxonomy taxonomy, Random random) {
        this.taxonomy = taxonomy;
        this.random = random;
        this.rules = Rule.read(taxonomy);
    }

    LfpseEvent next() {
        var type = EventType.values()[random.nextInt(EventType.values().length)];
        var bare = LfpseEvent.of(type)
                .withReference(random.nextBoolean() ? text() : null)
                .withDate(date());
        // A rule of the event may ask whether anybody was affected; so people come first.
        var people =
                several(number -> answers(bare, new Place(Part.PERSON, number)).with("PatientSequence", number + 1));
        var event = bare.withPeople(people);
        return event.withEvent(answers(event, Place.of(Part.EVENT)))
                .withLocation(answers(event, Place.of(Part.LOCATION)))
                .withReporter(answers(event, Place.of(Part.REPORTER)))
                .withMedications(several(number ->
                        new Medication(answers(event, new Place(Part.MEDICATION, number)), textOrNull())))
                .withDevices(several(number -> new Device(
                        answers(event, new Place(Part.DEVICE, number)), textOrNull(), textOrNull(), textOrNull())));
    }

    private Answers answers(LfpseEvent event, Place place) {
        var density = random.nextDouble();
        var answers = Answers.none();
        for (var question : taxonomy.questions(place.part())) {
            if (random.nextDouble() < density) {
                answers = answered(answers, question);
            }
        }
        Answers before;
        do {
            before = answers;
            answers = completed(place, putRight(event, place, answers));
        } while (!before.equals(answers));
        return answers;
    }

    private Answers putRight(LfpseEvent event, Place place, Answers answers) {
        for (var rule : rules) {
            if (rule.part() == place.part()
                    && (rule.events().isEmpty() || rule.events().contains(event.type()))
                    && rule.condition().holds(new Subject(event, place, answers, true))) {
                answers = putRight(rule, answers);
            }
        }
        return answers;
    }

    private Answers putRight(Rule rule, Answers answers) {
        if (rule.severity() != Fault.Severity.ERROR) {
            return answers;
        }
        return switch (rule.then()) {
            case FORBIDDEN -> {
                for (var question : rule.questions()) {
                    answers = answers.with(question);
                }
                yield answers;
            }
            case REQUIRED ->
                rule.questions().stream().anyMatch(answers::has)
                        ? answers
                        : answered(
                                answers,
                                taxonomy.question(rule.part(), rule.questions().get(0)));
        };
    }

    private Answers completed(Place place, Answers answers) {
        for (var table : taxonomy.extensions(place.part())) {
            for (var question : table.questions()) {
                var there = table.questions().stream().anyMatch(each -> answers.has(each.name()));
                if (question.min() > 0 && there && !answers.has(question.name())) {
                    return answered(answers, question);
                }
            }
        }
        return answers;
    }

    private Answers answered(Answers answers, Question question) {
        var count = 1 + random.nextInt(Math.min(3, question.max()));
        return answers.with(
                question.name(),
                Stream.generate(() -> value(question)).limit(count).toArray());
    }

    private Object value(Question question) {
        if (question.codes() instanceof Codes.Listed listed) {
            var codes = List.copyOf(listed.displays().keySet());
            return codes.get(random.nextInt(codes.size()));
        }
        if (question.codes() instanceof Codes.Shaped shaped) {
            return SHAPED.stream().filter(shaped::allow).findFirst().orElseThrow();
        }
        return switch (question.type()) {
            case CODE -> String.valueOf(random.nextInt(1_000_000));
            case STRING -> text();
            case INTEGER -> random.nextInt(50_000);
            case BOOLEAN -> random.nextBoolean();
            case DATE -> day().toString();
            case TIME -> TIME.format(LocalTime.ofSecondOfDay(random.nextInt(86_400)));
        };
    }

    private String date() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> day().toString();
            case 2 -> day().toString().substring(0, 7);
            default -> day() + "T12:30:00+01:00";
        };
    }

    private LocalDate day() {
        return LocalDate.of(2020, 1, 1).plusDays(random.nextInt(3_000));
    }

    private String text() {
        var letters = LETTERS.codePoints().toArray();
        var text = new StringBuilder("x");
        random.ints(random.nextInt(40), 0, letters.length).forEach(i -> text.appendCodePoint(letters[i]));
        return text.toString();
    }

    private String textOrNull() {
        return random.nextBoolean() ? text() : null;
    }

    private <T> List<T> several(IntFunction<T> each) {
        return IntStream.range(0, random.nextInt(4)).mapToObj(each).toList();
    }
}
