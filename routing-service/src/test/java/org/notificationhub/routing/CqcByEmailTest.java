package org.notificationhub.routing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.notificationhub.events.DeliveryStatus;
import org.notificationhub.platform.TestTokens;

/** CQC told by e-mail, over a real SMTP server. */
@QuarkusTest
class CqcByEmailTest extends Journey {

    PostOffice postOffice;

    @Inject
    Clock clock;

    @Test
    void theFormReachesCqcsMailboxOnceAndItsReferenceIsBroughtByAPerson() throws MessagingException, IOException {
        receive("ABSENCE_REGISTERED_PERSON", INDEPENDENT);
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(delivery().status()).isEqualTo(DeliveryStatus.AWAITING_MANUAL));
        var task = delivery().id().toString();

        var messages = postOffice.received(task);
        assertThat(messages).hasSize(1);
        var message = messages.get(0);
        assertThat(message.getAllRecipients()[0]).hasToString("HSCA_notifications@cqc.org.uk");
        assertThat(message.getSubject()).doesNotContain(reference).contains("Absence of a registered person");
        assertThat(message.getMessageID()).isEqualTo("<" + task + "@hub.local>");
        assertThat(attachedText(message)).contains("Absence of a registered person", reference);

        given().auth()
                .oauth2(TestTokens.token("deliveries:manage", "*"))
                .contentType("application/json")
                .body(Map.of(
                        "cqcReference",
                        "CASE 4711",
                        "submittedAt",
                        clock.instant().toString()))
                .post("/v1/manual-submissions/" + task + "/completion")
                .then()
                .statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(delivery().reference()).isEqualTo("CASE 4711"));
    }

    private static String attachedText(MimeMessage message) throws MessagingException, IOException {
        var parts = (MimeMultipart) message.getContent();
        for (var i = 0; i < parts.getCount(); i++) {
            var part = parts.getBodyPart(i);
            if (part.isMimeType("application/pdf")) {
                try (var document = Loader.loadPDF(part.getInputStream().readAllBytes())) {
                    return new PDFTextStripper().getText(document);
                }
            }
        }
        return "";
    }
}
