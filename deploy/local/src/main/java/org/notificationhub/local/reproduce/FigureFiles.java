package org.notificationhub.local.reproduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.notificationhub.local.reproduce.Fault.Place;

/**
 * The files that make a year. A given file stands in the place of the shipped one of its shape. Of a year whose details are
 * not shipped, given files are all there is, because CQC's total of it may be older than they are.
 */
public final class FigureFiles {

    private static final String FOLDER = "/irmer/";
    private static final String TOTALS = "totals.csv";
    private static final List<String> DETAILS =
            List.of("errors-%s.csv", "sub-modalities-%s.csv", "organisations-%s.csv");

    private final ReportingYear year;
    private final List<FiguresFile> files = new ArrayList<>();
    private final FiguresFile totals;

    public FigureFiles(ReportingYear year, List<Path> given) throws IOException {
        this.year = year;
        this.totals =
                new FiguresFile(FOLDER.substring(1) + TOTALS, shipped(TOTALS).orElseThrow(), year, true);
        for (var path : given) {
            files.add(new FiguresFile(path.toString(), lines(path), year, false));
        }
        addShipped();
    }

    /** @throws MarginsRefused where they do not add up or cannot be read, with every reason */
    public Margins margins() {
        return Margins.of(year, files);
    }

    public List<String> names() {
        return files.stream().map(FiguresFile::name).toList();
    }

    /** What CQC published for all, where no file in use says it. */
    public Optional<Integer> otherTotal() {
        return files.contains(totals)
                ? Optional.empty()
                : totals.figures().stream()
                        .filter(figure -> figure.modality() == null)
                        .map(Published::count)
                        .findFirst();
    }

    private void addShipped() {
        var shapes = EnumSet.noneOf(Shape.class);
        files.forEach(file -> file.shape().ifPresent(shapes::add));
        var isGiven = !files.isEmpty();
        var details = DETAILS.stream()
                .map(name -> name.formatted(year.inPath()))
                .flatMap(name -> shipped(name).stream()
                        .map(lines -> new FiguresFile(FOLDER.substring(1) + name, lines, year, false)))
                .toList();
        if (!isGiven || !details.isEmpty()) {
            details.stream()
                    .filter(file -> !shapes.contains(file.shape().orElseThrow()))
                    .forEach(files::add);
            if (!shapes.contains(Shape.TOTALS)) {
                files.add(totals);
            }
        }
    }

    private static List<String> lines(Path path) throws IOException {
        try {
            return Files.readAllLines(path);
        } catch (MalformedInputException e) {
            throw new MarginsRefused(List.of(new Fault(new Place(path.toString(), 1), "The file is not UTF-8")));
        }
    }

    private static Optional<List<String>> shipped(String name) {
        try (var stream = FigureFiles.class.getResourceAsStream(FOLDER + name)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
