package org.notificationhub.irmer;

import static io.restassured.RestAssured.given;
import static org.notificationhub.irmer.Notifications.anExposure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.notificationhub.events.HubEvent;
import org.notificationhub.events.NotificationReceived;
import org.notificationhub.platform.TestTokens;

/** Two years of notifications, most of them reviewed, and how much was done in the later one. Told once. */
@ApplicationScoped
class DashboardYears {

    static final String YEAR = "2028-29";
    static final String BEFORE = "2027-28";
    static final int NOTIFICATIONS = 44;

    private static final List<String> PROVIDERS = List.of("RJ1", "RR8", "RTH", "RM3", "1-101668337");
    private static final List<Kind> KINDS = List.of(
            new Kind(
                    "DIAGNOSTIC_IMAGING",
                    "CT",
                    "2.2",
                    "REFERRER,INCORRECT_REFERRAL,WRONG_PATIENT",
                    "IDENTITY_CHECK_MISSED"),
            new Kind("DIAGNOSTIC_IMAGING", "CT", "1", "OPERATOR,PRE_EXPOSURE_CHECKS,", "IDENTITY_CHECK_INADEQUATE"),
            new Kind(
                    "RADIOTHERAPY",
                    "PLANNING_AND_VERIFICATION_IMAGING",
                    "4.2b",
                    "OPERATOR,TREATMENT,VERIFICATION_PROTOCOL_ERROR",
                    "PROTOCOL_NOT_FOLLOWED"),
            new Kind(
                    "DIAGNOSTIC_IMAGING", "PLAIN_FILM", "1", "REFERRER,INCORRECT_INFORMATION,", "REFERRAL_INFORMATION"),
            new Kind(
                    "NUCLEAR_MEDICINE",
                    "PET_CT",
                    "2.3",
                    "OPERATOR,PHARMACEUTICAL_OR_CONTRAST,ADMINISTRATION",
                    "WORKLOAD"),
            new Kind("DIAGNOSTIC_IMAGING", "CT", "2.4", "EQUIPMENT,,", "EQUIPMENT"),
            new Kind(
                    "RADIOTHERAPY",
                    "EXTERNAL_BEAM",
                    "8",
                    "OPERATOR,TREATMENT,GEOGRAPHICAL_MISS_SHIFT_ERROR",
                    "IDENTITY_CHECK_MISSED"));

    /** Which of them come, and how often. */
    private static final String OFTEN = "0120310456012301352";

    private record Kind(String modality, String subModality, String code, String tiers, String factor) {}

    private final Told told;
    private boolean done;

    DashboardYears(Told told) {
        this.told = told;
    }

    synchronized void tell() {
        if (!done) {
            year(LocalDate.of(2027, 4, 10), 30, 27);
            year(LocalDate.of(2028, 4, 10), NOTIFICATIONS, 36);
            activity();
            done = true;
        }
    }

    /** One more notification of the later year. */
    NotificationReceived another() {
        return exposure(KINDS.get(2), LocalDate.of(2028, 11, 20), 1);
    }

    private void year(LocalDate first, int notifications, int reviewed) {
        var events = new ArrayList<HubEvent>();
        var reviews = new StringBuilder("id,sub_modality,tier1,tier2,tier3,factors\n");
        for (var number = 0; number < notifications; number++) {
            var kind = KINDS.get(OFTEN.charAt(number % OFTEN.length()) - '0');
            var event = exposure(kind, first.plusDays(number * 5L), number);
            events.add(event);
            if (number < reviewed) {
                reviews.append("%s,%s,%s,%s\n"
                        .formatted(event.notificationId(), kind.subModality(), kind.tiers(), kind.factor()));
            }
        }
        told.of(events.toArray(HubEvent[]::new));
        given().auth()
                .oauth2(TestTokens.token("analytics:write", "*"))
                .contentType("text/csv")
                .body(reviews.toString())
                .post("/v1/irmer/classifications")
                .then()
                .statusCode(200);
    }

    private static NotificationReceived exposure(Kind kind, LocalDate day, int number) {
        var received = anExposure()
                .of(kind.modality())
                .from(PROVIDERS.get(number % 11 % PROVIDERS.size()))
                .received(day + "T10:00:00Z");
        var details = (ObjectNode) received.content().details();
        details.put("subModality", kind.subModality());
        details.put("saueCode", kind.code());
        details.put("discoveredAt", day.minusDays(number % 6 == 0 ? 20 : 9) + "T09:00:00Z");
        details.put("organisationType", number % 5 == 4 ? "INDEPENDENT" : "NHS_ACUTE");
        details.putArray("contributoryFactors").add(kind.factor());
        return received;
    }

    private static void activity() {
        var figures = IntStream.range(0, PROVIDERS.size() + 2)
                .mapToObj(index -> """
                        { "modality": "DIAGNOSTIC_IMAGING", "providerId": "%s", "amount": %d, "bound": "EXACT",
                          "unit": "examinations" }""".formatted(
                        index < PROVIDERS.size() ? PROVIDERS.get(index) : "RX" + index, 40_000 + 30_000 * index))
                .toList();
        given().auth()
                .oauth2(TestTokens.token("analytics:write", "*"))
                .contentType("application/json")
                .body("""
                        { "source": "Made for this test", "publishedOn": "2020-01-01", "figures": [
                          { "modality": "DIAGNOSTIC_IMAGING", "amount": 1200000, "bound": "ABOUT", "unit": "examinations" },
                          { "modality": "RADIOTHERAPY", "amount": 9000, "bound": "ABOUT", "unit": "episodes" },
                          %s ] }""".formatted(String.join(",", figures)))
                .put("/v1/irmer/activity/" + YEAR)
                .then()
                .statusCode(200);
    }
}
