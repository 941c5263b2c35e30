package org.notificationhub.routing.form;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.util.Objects;
import java.util.stream.Stream;
import org.notificationhub.routing.RoutingConfig;
import org.notificationhub.routing.delivery.Answer;
import org.notificationhub.routing.delivery.Channel;
import org.notificationhub.routing.delivery.Dispatch;
import org.notificationhub.routing.rule.Authority;

/** The form attached to a message to CQC's mailbox. CQC answers to people, so a person brings its reference. */
@ApplicationScoped
public class CqcEmailChannel implements Channel {

    private static final String TEXT = """
            A notification to the Care Quality Commission is attached as a form.
            Please quote %s when you reply.
            """;

    private final FillForm fillForm;
    private final FormPdf pdf;
    private final ReactiveMailer mailer;
    private final RoutingConfig.Cqc config;

    CqcEmailChannel(FillForm fillForm, FormPdf pdf, ReactiveMailer mailer, RoutingConfig config) {
        this.fillForm = fillForm;
        this.pdf = pdf;
        this.mailer = mailer;
        this.config = config.cqc();
    }

    @Override
    public String name() {
        return RoutingConfig.CqcChannel.EMAIL.label();
    }

    @Override
    public Authority authority() {
        return Authority.CQC;
    }

    @Override
    public Answer send(Dispatch dispatch) {
        var form = fillForm.fill(dispatch);
        var mail = Mail.withText(
                        form.mailbox(),
                        form.title() + ", our reference " + form.hubReference(),
                        TEXT.formatted(form.hubReference()))
                .addAttachment("notification-" + form.hubReference() + ".pdf", pdf.of(form), "application/pdf")
                .addHeader("Message-ID", "<" + form.hubReference() + "@" + config.mailDomain() + ">");
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return new Answer.AwaitsPerson("Sent by e-mail; CQC's reference is awaited");
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** RFC 5321: 4xx is for now, 5xx for good. Past the message itself nobody knows whether it was taken. */
    static Answer failed(RuntimeException failure) {
        var causes = Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .toList();
        for (var cause : causes) {
            if (cause instanceof ConnectException) {
                return new Answer.TryLater("SMTP_CONNECTION_REFUSED", null);
            }
            if (cause instanceof SMTPException refused && refused.getReplyCode() > 0) {
                var code = "SMTP_" + refused.getReplyCode();
                return refused.isPermanent() ? new Answer.Rejected(code) : new Answer.TryLater(code, null);
            }
        }
        return new Answer.NoAnswer("SMTP_NO_ANSWER");
    }
}
