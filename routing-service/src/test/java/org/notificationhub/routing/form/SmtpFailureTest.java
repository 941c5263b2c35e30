package org.notificationhub.routing.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.notificationhub.routing.delivery.Answer;

/** RFC 5321, 4.2.1: what begins with 4 may be tried again, what begins with 5 may not. */
class SmtpFailureTest {

    @Test
    void aServerThatCannotBeReachedWasToldNothing() {
        assertThat(failed(new ConnectException())).isInstanceOf(Answer.TryLater.class);
    }

    @Test
    void aServerThatIsBusyIsTriedAgain() {
        assertThat(failed(refused(451))).isInstanceOf(Answer.TryLater.class);
    }

    @Test
    void aMailboxThatIsRefusedForGoodIsNotTriedAgain() {
        assertThat(failed(refused(550))).isEqualTo(new Answer.Rejected("SMTP_550"));
    }

    @Test
    void silenceMayMeanThatTheMessageWasTaken() {
        assertThat(failed(new TimeoutException())).isInstanceOf(Answer.NoAnswer.class);
    }

    private static Answer failed(Throwable cause) {
        return CqcEmailChannel.failed(new IllegalStateException(cause));
    }

    private static SMTPException refused(int code) {
        return new SMTPException("refused", code, List.of(code + " refused"), false);
    }
}
