package org.notificationhub.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.notificationhub.local.Part;

class FaultScheduleTest {

    private static final Duration LENGTH = Duration.ofMinutes(4);

    @Test
    void theSameSeedIsTheSameSchedule() {
        assertThat(FaultSchedule.of(7, LENGTH)).isEqualTo(FaultSchedule.of(7, LENGTH));
        assertThat(FaultSchedule.of(7, LENGTH)).isNotEqualTo(FaultSchedule.of(8, LENGTH));
    }

    @Test
    void fourMinutesMeetEveryPartAndEveryModeOfEveryAuthority() {
        var schedule = FaultSchedule.of(7, LENGTH);

        assertThat(schedule.ofParts().stream().map(Fault.OfPart::part).collect(Collectors.toSet()))
                .contains(Part.BROKER, Part.POSTGRES, Part.INTAKE, Part.ROUTING, Part.SANDBOX, Part.ANALYTICS);
        assertThat(schedule.ofAuthorities().stream()
                        .map(fault ->
                                fault.authority() + " " + fault.behaviour().mode())
                        .distinct())
                .hasSize(Authority.values().length * Behaviour.Mode.values().length);
    }

    @Test
    void faultsComeInOrderAndEndBeforeTheRunDoes() {
        var schedule = FaultSchedule.of(7, LENGTH);

        assertThat(schedule.ofParts()).isSortedAccordingTo(Comparator.comparing(Fault::at));
        assertThat(schedule.ofParts()).allMatch(fault -> fault.at().compareTo(LENGTH) < 0);
    }

    @Test
    void aLongerRunBeginsAsAShorterOneDoes() {
        assertThat(FaultSchedule.of(7, LENGTH.multipliedBy(2)).ofParts())
                .startsWith(FaultSchedule.of(7, LENGTH).ofParts().toArray(Fault.OfPart[]::new));
    }

    @Test
    void theSameSeedIsTheSameWordsFromEverySender() {
        assertThat(said(7, 1)).isEqualTo(said(7, 1));
        assertThat(said(7, 1)).isNotEqualTo(said(8, 1)).isNotEqualTo(said(7, 2));
    }

    private static String said(long seed, int sender) {
        var script = new Script(seed, sender);
        return IntStream.range(0, 300)
                .mapToObj(step -> script.next().toString())
                .collect(Collectors.joining("\n"));
    }
}
