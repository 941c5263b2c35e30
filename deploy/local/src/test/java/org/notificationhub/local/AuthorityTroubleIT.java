package org.notificationhub.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(HubExtension.class)
class AuthorityTroubleIT {

    private final Hub hub;

    AuthorityTroubleIT(Hub hub) {
        this.hub = hub;
    }

    @AfterEach
    void mend() {
        hub.behave("CQC", "ACCEPT");
        hub.behave("LFPSE", "ACCEPT");
    }

    @Test
    void whereLfpseRefusesCqcIsToldDirectly() {
        hub.behave("LFPSE", "REJECT");

        var notification = hub.settled(hub.submit(Injury.at(Injury.NHS_BODY, "REFUSED-BY-LFPSE")));

        assertThat(notification.get("status").textValue()).isEqualTo("DISCHARGED");
        assertThat(notification.at("/duties/0/authority").textValue()).isEqualTo("CQC");
        assertThat(notification.at("/duties/0/status").textValue()).isEqualTo("DISCHARGED");
        assertThat(steps(notification))
                .containsExactly("RECEIVED", "ROUTED", "DELIVERY_REJECTED", "DUTY_REVIVED", "DELIVERY_ACCEPTED");
        assertThat(effects("LFPSE", "REFUSED-BY-LFPSE")).containsExactly(false);
        assertThat(effects("CQC", "REFUSED-BY-LFPSE")).containsExactly(true);
    }

    @Test
    void whileCqcIsStillToBeToldNoPersonIsAskedToAct() {
        hub.behave("LFPSE", "REJECT");

        var id = hub.submit(Injury.at(Injury.NHS_BODY, "NOBODY-NEEDED"));
        hub.awaitStatus(id, "DISCHARGED");

        assertThat(Records.of(hub, List.of("routing-outcomes.v1")).stream()
                        .filter(each -> each.key().equals(id))
                        .map(each ->
                                Hub.json(each.value()).at("/progress/status").textValue()))
                .isNotEmpty()
                .doesNotContain("ACTION_REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ERROR", "RATE_LIMIT"})
    void whatCqcCannotTakeNowIsTriedAgainUnderTheSameRequestId(String trouble) {
        var reference = "CQC-" + trouble;
        hub.behave("CQC", trouble);

        var id = hub.submit(Injury.at(Injury.INDEPENDENT, reference));
        await().until(() -> hub.received("CQC", reference).size() >= 2);
        hub.behave("CQC", "ACCEPT");
        var notification = hub.awaitStatus(id, "DISCHARGED");

        assertThat(effects("CQC", reference)).filteredOn(effect -> effect).hasSize(1);
        assertThat(requestIds(reference))
                .containsOnly(notification.at("/deliveries/0/id").textValue());
    }

    @Test
    void anAnswerThatGotLostIsAskedForAgainAndCountsOnce() {
        hub.behave("CQC", "ACCEPT_THEN_TIMEOUT");

        var id = hub.submit(Injury.at(Injury.INDEPENDENT, "ANSWER-LOST"));
        await().until(() -> effects("CQC", "ANSWER-LOST").contains(true));
        hub.behave("CQC", "ACCEPT");
        var notification = hub.awaitStatus(id, "DISCHARGED");

        assertThat(effects("CQC", "ANSWER-LOST")).filteredOn(effect -> effect).hasSize(1);
        assertThat(requestIds("ANSWER-LOST"))
                .hasSizeGreaterThan(1)
                .containsOnly(notification.at("/deliveries/0/id").textValue());
    }

    @Test
    void cqcIsToldOfAnAmendmentAndOfAWithdrawalByTheReferenceItGave() {
        var injury = Injury.at(Injury.INDEPENDENT, "CHANGED-AT-CQC");
        var id = hub.submit(injury);
        var given = hub.settled(id).at("/deliveries/0/reference").textValue();

        amend(id, injury.put("summary", "Fall from bed; wrist fracture.").toString());
        awaitEffects("CQC", "CHANGED-AT-CQC", 2);
        withdraw(id);
        awaitEffects("CQC", "CHANGED-AT-CQC", 3);

        var bodies = hub.received("CQC", "CHANGED-AT-CQC").stream()
                .map(each -> each.get("body"))
                .toList();
        assertThat(bodies.stream().map(body -> body.get("action").textValue()))
                .containsExactly("SUBMIT", "AMEND", "WITHDRAW");
        assertThat(bodies.stream().map(body -> body.path("previousReference").asText("")))
                .containsExactly("", given, given);
        assertThat(hub.notification(id).get("status").textValue()).isEqualTo("WITHDRAWN");
    }

    @Test
    void lfpseIsToldOfAnAmendmentAndOfAWithdrawalUnderItsOwnId() {
        var injury = Injury.at(Injury.NHS_BODY, "CHANGED-AT-LFPSE");
        var id = hub.submit(injury);
        hub.settled(id);

        amend(id, injury.put("summary", "Fall from bed; wrist fracture.").toString());
        awaitEffects("LFPSE", "CHANGED-AT-LFPSE", 2);
        withdraw(id);
        awaitEffects("LFPSE", "CHANGED-AT-LFPSE", 3);

        var received = hub.received("LFPSE", "CHANGED-AT-LFPSE");
        assertThat(received.stream().map(each -> each.get("method").textValue()))
                .containsExactly("POST", "PUT", "DELETE");
        assertThat(received.get(2).get("path")).isEqualTo(received.get(1).get("path"));
        assertThat(hub.received("CQC", "CHANGED-AT-LFPSE")).isEmpty();
    }

    private void amend(String id, String body) {
        hub.post("/v1/notifications/" + id + "/amendments", body).accepted();
    }

    private void withdraw(String id) {
        hub.post("/v1/notifications/" + id + "/withdrawal", "{\"reason\": \"Entered twice by mistake.\"}")
                .accepted();
    }

    private void awaitEffects(String authority, String reference, int count) {
        await().untilAsserted(() ->
                assertThat(effects(authority, reference)).hasSize(count).containsOnly(true));
    }

    private List<Boolean> effects(String authority, String reference) {
        return hub.received(authority, reference).stream()
                .map(each -> each.get("effect").booleanValue())
                .toList();
    }

    private List<String> requestIds(String reference) {
        return hub.received("CQC", reference).stream()
                .map(each -> each.get("requestId").textValue())
                .toList();
    }

    static List<String> steps(JsonNode notification) {
        return Hub.list(notification.get("timeline")).stream()
                .map(step -> step.get("step").textValue())
                .collect(Collectors.toList());
    }
}
