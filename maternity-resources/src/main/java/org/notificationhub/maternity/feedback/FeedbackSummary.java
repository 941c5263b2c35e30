package org.notificationhub.maternity.feedback;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.notificationhub.maternity.catalogue.Resource;
import org.notificationhub.maternity.feedback.FeedbackRepository.Tally;

/**
 * What readers said, as far as it may be shown. A null is withheld: fewer than five, or what would give such a number away.
 *
 * @param answers all of them
 */
public record FeedbackSummary(Integer answers, List<OfResource> resources) {

    public static final int SHOWN_FROM = SmallCells.SMALLEST_SHOWN;

    /**
     * What was said of a resource. Each list adds up to {@code answers}, but for the months, which add up to each answer.
     * Where {@code answers} is withheld the lists are empty.
     */
    public record OfResource(
            Resource resource,
            Integer answers,
            List<Cell> useful,
            List<Cell> audiences,
            List<Cell> versions,
            List<Month> months) {}

    /** @param code of the answer, {@code NOT_SAID}, or the number of a version */
    public record Cell(String code, Integer answers) {}

    /** @param useful by answer; a column adds up to the answer's number over all months */
    public record Month(YearMonth month, List<Cell> useful) {}

    static FeedbackSummary of(List<Resource> resources, List<Tally> tallies) {
        var totals =
                resources.stream().map(resource -> count(tallies, of(resource))).toList();
        var all = totals.stream().mapToInt(Integer::intValue).sum();
        var shown = all < SmallCells.SMALLEST_SHOWN ? nothing(totals) : SmallCells.shown(totals);
        return new FeedbackSummary(
                all < SmallCells.SMALLEST_SHOWN ? null : all,
                IntStream.range(0, resources.size())
                        .mapToObj(i -> of(
                                resources.get(i),
                                shown.get(i),
                                tallies.stream().filter(of(resources.get(i))).toList()))
                        .toList());
    }

    private static OfResource of(Resource resource, Integer answers, List<Tally> tallies) {
        if (answers == null) {
            return new OfResource(resource, null, List.of(), List.of(), List.of(), List.of());
        }
        var useful = cells(
                Stream.of(Useful.values()).map(Enum::name).toList(),
                tallies,
                tally -> tally.useful().name());
        return new OfResource(
                resource,
                answers,
                useful,
                cells(
                        Stream.concat(Stream.of(Respondent.values()).map(Enum::name), Stream.of("NOT_SAID"))
                                .toList(),
                        tallies,
                        tally -> tally.audience() == null
                                ? "NOT_SAID"
                                : tally.audience().name()),
                cells(
                        IntStream.rangeClosed(1, latest(resource, tallies))
                                .mapToObj(Integer::toString)
                                .toList(),
                        tallies,
                        tally -> Integer.toString(tally.version())),
                months(useful, tallies));
    }

    /** That of a release may be behind what was answered under the one before it. */
    private static int latest(Resource resource, List<Tally> tallies) {
        return tallies.stream().mapToInt(Tally::version).reduce(resource.version(), Math::max);
    }

    private static List<Cell> cells(List<String> codes, List<Tally> tallies, Function<Tally, String> code) {
        return cells(
                codes,
                SmallCells.shown(codes.stream()
                        .map(each -> count(tallies, tally -> code.apply(tally).equals(each)))
                        .toList()));
    }

    private static List<Cell> cells(List<String> codes, List<Integer> answers) {
        return IntStream.range(0, codes.size())
                .mapToObj(i -> new Cell(codes.get(i), answers.get(i)))
                .toList();
    }

    /** Where an answer's number over all months is withheld, so is that of each month. */
    private static List<Month> months(List<Cell> useful, List<Tally> tallies) {
        var months = tallies.stream().map(Tally::month).distinct().sorted().toList();
        var columns = useful.stream()
                .map(cell -> {
                    var counts = months.stream()
                            .map(month -> count(
                                    tallies,
                                    tally -> tally.month().equals(month)
                                            && tally.useful().name().equals(cell.code)))
                            .toList();
                    return cell.answers == null ? nothing(counts) : SmallCells.shown(counts);
                })
                .toList();
        return IntStream.range(0, months.size())
                .mapToObj(m -> new Month(
                        months.get(m),
                        IntStream.range(0, useful.size())
                                .mapToObj(u -> new Cell(
                                        useful.get(u).code, columns.get(u).get(m)))
                                .toList()))
                .toList();
    }

    private static List<Integer> nothing(List<Integer> cells) {
        return new ArrayList<>(Arrays.asList(new Integer[cells.size()]));
    }

    private static Predicate<Tally> of(Resource resource) {
        return tally -> tally.resourceId().equals(resource.id());
    }

    private static int count(List<Tally> tallies, Predicate<Tally> which) {
        return tallies.stream().filter(which).mapToInt(Tally::answers).sum();
    }
}
