package org.notificationhub.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.notificationhub.local.HubFailed;
import org.notificationhub.local.verify.Verdict.Check;
import org.notificationhub.local.verify.Verdict.Result;

/** With a pack that the hub once gave out, pinned here: whoever changes what a hash is made of breaks these tests. */
class VerificationTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/evidence");
    private static final List<String> MEMBERS =
            List.of("number", "at", "step", "actor", "body", "previousHash", "hash");
    private static final int ENTRIES = 9;
    private static final int ANCHORED = 8;

    private final Insider insider = new Insider();

    @Test
    void aPackTheHubGaveOutIsGood() throws IOException {
        var verdict = verify(pack());

        assertThat(verdict.good()).as(verdict.toString()).isTrue();
        assertThat(verdict.checks()).extracting(Check::of).containsExactly("signature", "chain", "anchors", "facts");
        assertThat(verdict.checks()).extracting(Check::result).containsOnly(Result.OK);
    }

    @Test
    void anyCharacterOfAnyEntryThatIsChangedIsNamed() {
        var pack = pack();
        var tried = 0;
        for (var place = 0; place < ENTRIES; place++) {
            for (var member : MEMBERS) {
                var said = pack.at("/entries/" + place + "/" + member).asText();
                for (var at = 0; at < said.length(); at++, tried++) {
                    change(pack, place, member, flipped(said, at));
                    assertThat(new ChainCheck(new Pack(pack)).check().altered().entry())
                            .isEqualTo(place + 1);
                }
                change(pack, place, member, said);
            }
        }
        assertThat(tried).isGreaterThan(4_000);
        assertThat(new ChainCheck(new Pack(pack)).check().result()).isEqualTo(Result.OK);
    }

    @Test
    void anyMemberOfAnyEntryThatIsChangedIsNamed() throws IOException {
        for (var place = 0; place < ENTRIES; place++) {
            for (var member : MEMBERS) {
                var said = pack().at("/entries/" + place + "/" + member).asText();
                assertFirstAltered(changed(place, member, flipped(said, 0)), place + 1);
            }
        }
    }

    @Test
    void anEntryThatLacksAMemberIsNamed() throws IOException {
        for (var place = 0; place < ENTRIES; place++) {
            for (var member : MEMBERS) {
                var pack = pack();
                ((ObjectNode) pack.at("/entries/" + place)).remove(member);
                assertFirstAltered(pack, place + 1);
            }
        }
    }

    @Test
    void anEntryThatIsTakenOutIsNamed() throws IOException {
        for (var place = 0; place < ENTRIES; place++) {
            var pack = pack();
            entries(pack).remove(place);
            assertFirstAltered(pack, place + 1);
        }
    }

    @Test
    void entriesThatChangePlacesAreNamedByTheFirst() throws IOException {
        for (var place = 0; place < ENTRIES - 1; place++) {
            var pack = pack();
            entries(pack).insert(place, entries(pack).remove(place + 1));
            assertFirstAltered(pack, place + 1);
        }
    }

    @Test
    void anEntryThatIsPutInIsNamed() throws IOException {
        for (var place = 0; place < ENTRIES; place++) {
            var pack = pack();
            entries(pack).insert(place, pack.at("/entries/" + place).deepCopy());
            assertFirstAltered(pack, place + 2);
        }
    }

    /** Whoever holds the key of the hub and its database can write a chain that fits itself, and sign it. */
    @Test
    void aChainThatWasWrittenAnewDoesNotFitItsAnchors() throws IOException {
        for (var place = 0; place < ANCHORED; place++) {
            var pack = changed(place, "actor", "somebody-else");
            insider.rewriteChain(pack);

            var verdict = verify(insider.sign(pack));

            assertThat(failed(verdict))
                    .as("entry %d", place + 1)
                    .contains("anchors")
                    .doesNotContain("chain");
            assertThat(verdict.firstAltered().entry()).isLessThanOrEqualTo(place + 1);
        }
    }

    @Test
    void aChainThatWasShortenedDoesNotFitItsAnchors() throws IOException {
        for (var kept = 1; kept < ANCHORED; kept++) {
            var pack = pack();
            var first = kept;
            IntStream.range(kept, ENTRIES).forEach(gone -> entries(pack).remove(first));

            var verdict = verify(insider.sign(pack));

            assertThat(failed(verdict)).contains("anchors").doesNotContain("signature", "chain");
            assertThat(verdict.firstAltered().entry()).isEqualTo(kept + 1);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            /versions/0/payload                    | is not what was received
            /versions/0/payloadSha256              | 00
            /versions/0/salt                       | 00
            /decisions/0/decision/rulesVersion     | 1999-01-01
            /decisions/0/id                        | another
            /deliveries/0/receipt/reference        | ENQ-0
            /deliveries/0/attempts/0/startedAt     | 2026-11-20T00:00:00.000Z
            /deliveries/0/attempts/0/outcome       | ACCEPTED
            /deliveries/0/attempts/1/endedAt       | 2026-11-20T00:00:00.000Z
            /duties/0/metAt                        | 2026-11-01T00:00:00.000Z
            /duties/0/dueAt                        | 2027-11-01T00:00:00.000Z
            /duties/0/status                       | OPEN
            /duties/0/lateReason/reason            | Nobody knew.
            /duties/0/lateReason/by                | somebody-else
            /generatedBy                           | somebody-else
            """)
    void whatIsStatedOtherwiseThanTheEntriesSayIsFoundThoughItIsSigned(String pointer, String instead)
            throws IOException {
        var pack = pack();
        var member = pointer.substring(pointer.lastIndexOf('/') + 1);
        ((ObjectNode) pack.at(pointer.substring(0, pointer.lastIndexOf('/')))).put(member, instead);

        assertThat(failed(verify(insider.sign(pack)))).containsOnly("facts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"versions", "decisions", "deliveries", "duties"})
    void whatIsLeftOutIsFoundThoughItIsSigned(String list) throws IOException {
        var pack = pack();
        ((ArrayNode) pack.get(list)).removeAll();

        assertThat(failed(verify(insider.sign(pack)))).containsOnly("facts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "at", "leaves", "root", "previousHash", "hash", "signature"})
    void anAlteredAnchorIsFound(String member) throws IOException {
        for (var place = 0; place < 2; place++) {
            var pack = pack();
            var anchor = (ObjectNode) pack.at("/anchors/" + place);
            anchor.put(member, flipped(anchor.get(member).asText(), 1));

            assertThat(failed(verify(insider.sign(pack)))).containsOnly("anchors");
        }
    }

    @Test
    void noPackWithAMemberTakenOutIsGoodOrTooMuchToRead() throws IOException {
        everyMember(pack(), pointer -> {
            var pack = pack();
            var name = pointer.substring(pointer.lastIndexOf('/') + 1);
            ((ObjectNode) pack.at(pointer.substring(0, pointer.lastIndexOf('/')))).remove(name);
            assertThat(verify(pack).good()).as(pointer).isFalse();
        });
    }

    @Test
    void aKeyThatIsNotTrustedSignsNothing() throws IOException {
        var stranger = new Insider().keys();

        assertThat(failed(new Verification(stranger).of(new Pack(pack())))).contains("signature", "anchors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"format\": 2}", "{\"format\": 1, \"format\": 1}", "{\"format\": 1} {}"})
    void whatIsNoPackIsRefused(String text) {
        assertThatThrownBy(() -> Pack.read(text)).isInstanceOf(HubFailed.class);
    }

    private void assertFirstAltered(ObjectNode pack, int entry) throws IOException {
        var verdict = verify(pack);
        assertThat(verdict.good()).isFalse();
        assertThat(verdict.firstAltered()).isNotNull();
        assertThat(verdict.firstAltered().entry()).isEqualTo(entry);
    }

    private Verdict verify(ObjectNode pack) throws IOException {
        return new Verification(insider.keys().and(TrustedKeys.in(EXAMPLES.resolve("keys.json")))).of(new Pack(pack));
    }

    private static List<String> failed(Verdict verdict) {
        return verdict.checks().stream()
                .filter(check -> check.result() == Result.FAILED)
                .map(Check::of)
                .toList();
    }

    private static ObjectNode pack() {
        try {
            return Pack.read(Files.readString(EXAMPLES.resolve("pack.json"))).json();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ArrayNode entries(ObjectNode pack) {
        return (ArrayNode) pack.get("entries");
    }

    private static ObjectNode changed(int place, String member, String instead) {
        var pack = pack();
        change(pack, place, member, instead);
        return pack;
    }

    private static void change(ObjectNode pack, int place, String member, String instead) {
        var entry = (ObjectNode) pack.at("/entries/" + place);
        if (member.equals("number") && instead.matches("\\d+")) {
            entry.put(member, Integer.parseInt(instead));
        } else {
            entry.put(member, instead);
        }
    }

    private static String flipped(String text, int at) {
        var place = Math.min(at, text.length() - 1);
        return text.substring(0, place) + (char) (text.charAt(place) ^ 1) + text.substring(place + 1);
    }

    private interface Try {
        void with(String pointer) throws IOException;
    }

    private static void everyMember(JsonNode in, Try each) throws IOException {
        everyMember(in, "", each);
    }

    private static void everyMember(JsonNode in, String pointer, Try each) throws IOException {
        if (in.isArray()) {
            for (var place = 0; place < in.size(); place++) {
                everyMember(in.get(place), pointer + "/" + place, each);
            }
        }
        for (var member : (Iterable<String>) in::fieldNames) {
            if (!member.equals("format")) {
                each.with(pointer + "/" + member);
                everyMember(in.get(member), pointer + "/" + member, each);
            }
        }
    }
}
