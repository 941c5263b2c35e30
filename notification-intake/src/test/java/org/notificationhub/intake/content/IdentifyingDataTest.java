package org.notificationhub.intake.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.notificationhub.intake.content.Bodies.injury;
import static org.notificationhub.intake.content.Bodies.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.http.Fault;

class IdentifyingDataTest {

    private final IdentifyingData data = new IdentifyingData();

    @ParameterizedTest
    @ValueSource(strings = {"1948-03-12", "12/03/1948", "12031948", "12 Mar 1948"})
    void aPersonsCodeIsNoDate(String code) {
        assertThat(data.faults(with(injury(), "/people", "[{ \"code\": \"" + code + "\" }]")))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/people/0/code", "DATE_OF_BIRTH"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reference", "/summary", "/details/circumstances"})
    void everythingWrittenFreelyIsRead(String pointer) {
        assertThat(data.faults(with(injury(), pointer, "\"943 476 5919\"")))
                .containsExactly(
                        new Fault(pointer, "NHS_NUMBER", "Take the NHS number out; use a code only you can resolve"));
    }

    @Test
    void listsInsideDetailsAreReadToo() {
        var body =
                with(injury(), "/details/doses", "[{ \"method\": \"none\" }, { \"method\": \"mail a@example.org\" }]");

        assertThat(data.faults(body)).extracting(Fault::pointer).containsExactly("/details/doses/1/method");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provider/id",
                "/provider/employer",
                "/provider/locationId",
                "/lfpse/reference",
                "/cqc/reference"
            })
    void idsThatOthersGaveOutAreNotRead(String pointer) {
        assertThat(data.faults(with(injury(), pointer, "\"9434765919\""))).isEmpty();
    }
}
