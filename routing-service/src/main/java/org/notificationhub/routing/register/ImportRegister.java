package org.notificationhub.routing.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.function.IntConsumer;
import org.notificationhub.http.ProblemKind;
import org.notificationhub.http.Refusal;
import org.notificationhub.routing.rule.ProviderClasses;
import org.notificationhub.routing.rule.Vocabulary;

/** Takes in a snapshot of the register: all of it or, where the file breaks off, nothing. */
@ApplicationScoped
public class ImportRegister {

    /** As long as the slowest line may take for the largest file. */
    private static final int LONGEST_SECONDS = 30 * 60;

    private final RegisterSnapshots snapshots;
    private final ProviderVersions versions;
    private final ProviderClasses classes;

    ImportRegister(RegisterSnapshots snapshots, ProviderVersions versions, Vocabulary vocabulary) {
        this.snapshots = snapshots;
        this.versions = versions;
        this.classes = vocabulary.classes();
    }

    /**
     * @param asOf the day whose register this is
     * @param by the client that sends it
     * @param progress told every few thousand rows how many were read
     */
    public ImportSummary take(
            RegisterSource source, InputStream file, LocalDate asOf, String by, IntConsumer progress) {
        return QuarkusTransaction.joiningExisting().timeout(LONGEST_SECONDS).call(() -> {
            if (!snapshots.isMine()) {
                throw new Refusal(ProblemKind.IMPORT_RUNNING, ProblemKind.IMPORT_RUNNING.remedy());
            }
            var id = QuarkusTransaction.requiringNew().call(() -> snapshots.begin(asOf, source, by));
            try {
                return take(source, file, new ImportRun(id, asOf, versions.writer(id, asOf), classes, progress));
            } catch (RuntimeException e) {
                QuarkusTransaction.requiringNew().run(() -> snapshots.failed(id));
                throw e;
            }
        });
    }

    private ImportSummary take(RegisterSource source, InputStream file, ImportRun run) {
        var digest = sha256();
        var digested = new DigestInputStream(file, digest);
        read(source, digested, run);
        if (run.read() == 0) {
            throw new Refusal(ProblemKind.UNREADABLE, "There is no provider in the file");
        }
        var summary = run.done();
        snapshots.done(summary, HexFormat.of().formatHex(digest.digest()));
        return summary;
    }

    /** The words of a parser quote what it read, so only the place is kept. */
    private static void read(RegisterSource source, InputStream file, ImportRun run) {
        try {
            source.read(file, run::take);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new Refusal(
                    ProblemKind.UNREADABLE,
                    "What follows row %d cannot be read as UTF-8 in the form given; nothing was imported"
                            .formatted(run.read()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
