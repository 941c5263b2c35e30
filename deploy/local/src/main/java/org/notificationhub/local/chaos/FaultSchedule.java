package org.notificationhub.local.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.notificationhub.local.Part;
import org.notificationhub.local.chaos.Behaviour.Callbacks;
import org.notificationhub.local.chaos.Behaviour.Mode;

/**
 * What goes wrong when. The seed determines all of it, and a longer run begins as a shorter one does. Cards are drawn from shuffled decks, so that a short run meets every
 * kind of fault about as often as another.
 *
 * @param ofParts one after the other: a second part may fail while the first is still starting
 */
record FaultSchedule(List<Fault.OfPart> ofParts, List<Fault.Misbehave> ofAuthorities) {

    private static final List<Part> PARTS =
            List.of(Part.BROKER, Part.POSTGRES, Part.INTAKE, Part.ROUTING, Part.SANDBOX, Part.ANALYTICS);

    /** The last faults end before the run does. */
    private static final Duration QUIET_END = Duration.ofSeconds(10);

    static FaultSchedule of(long seed, Duration length) {
        var end = length.minus(QUIET_END);
        return new FaultSchedule(
                ofParts(new Random(seed), end),
                Arrays.stream(Authority.values())
                        .flatMap(authority ->
                                ofAuthority(authority, new Random(seed * 31 + authority.ordinal()), end).stream())
                        .toList());
    }

    private static List<Fault.OfPart> ofParts(Random random, Duration end) {
        var deck = new Deck<>(cards(), random);
        var faults = new ArrayList<Fault.OfPart>();
        for (var at = seconds(random, 4, 8); at.compareTo(end) < 0; at = at.plus(seconds(random, 6, 12))) {
            faults.add(deck.draw().on(at, random));
        }
        return List.copyOf(faults);
    }

    /** Killing is what most is promised about. */
    private static List<Card> cards() {
        return PARTS.stream()
                .flatMap(part -> List.<Card>of(
                        (at, random) -> new Fault.Kill(at, part, isAlone(random), seconds(random, 0, 4)),
                        (at, random) -> new Fault.Kill(at, part, isAlone(random), seconds(random, 0, 4)),
                        (at, random) -> new Fault.Pause(at, part, isAlone(random), seconds(random, 2, 8)),
                        (at, random) -> new Fault.Restart(at, part, isAlone(random)))
                        .stream())
                .toList();
    }

    private static boolean isAlone(Random random) {
        return random.nextInt(4) > 0;
    }

    private static List<Fault.Misbehave> ofAuthority(Authority authority, Random random, Duration end) {
        var modes = new Deck<>(List.of(Mode.values()), random);
        var callbacks = new Deck<>(List.of(Callbacks.values()), random);
        var faults = new ArrayList<Fault.Misbehave>();
        var at = seconds(random, 2, 6);
        while (at.compareTo(end) < 0) {
            var length = seconds(random, 5, 12);
            faults.add(new Fault.Misbehave(at, authority, behaviour(modes.draw(), callbacks.draw(), random), length));
            at = at.plus(length).plus(seconds(random, 2, 6));
        }
        return List.copyOf(faults);
    }

    private static Behaviour behaviour(Mode mode, Callbacks callbacks, Random random) {
        var most = mode == Mode.REJECT ? 30 : 90;
        return new Behaviour(mode, (10 + random.nextInt(most - 10)) / 100.0, random.nextInt(4) * 100, callbacks);
    }

    private static Duration seconds(Random random, int least, int most) {
        return Duration.ofMillis(least * 1000L + random.nextInt((most - least) * 1000));
    }

    @FunctionalInterface
    private interface Card {
        Fault.OfPart on(Duration at, Random random);
    }

    /** Shuffled anew whenever it is used up. */
    private static final class Deck<T> {
        private final List<T> cards;
        private final Random random;
        private int drawn;

        Deck(List<T> cards, Random random) {
            this.cards = new ArrayList<>(cards);
            this.random = random;
        }

        T draw() {
            if (drawn % cards.size() == 0) {
                Collections.shuffle(cards, random);
            }
            return cards.get(drawn++ % cards.size());
        }
    }
}
