package org.notificationhub.lfpse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the tables allow is taken, and comes back as it was. */
class RandomEventsTest {

    private static final Lfpse V6 = Lfpse.of(TaxonomyVersion.V6);
    private static final Lfpse V5 = Lfpse.of(TaxonomyVersion.V5);

    @Property(tries = 500)
    void whatVersion6AllowsIsTakenAndComesBack(@ForAll("ofVersion6") LfpseEvent event) {
        assertTakenAndComesBack(V6, event);
    }

    @Property(tries = 500)
    void whatVersion5AllowsIsTakenAndComesBack(@ForAll("ofVersion5") LfpseEvent event) {
        assertTakenAndComesBack(V5, event);
    }

    @Property(tries = 300)
    void whatVersion6AllowsComesThroughANotification(@ForAll("ofVersion6") LfpseEvent event) throws IOException {
        var block = Json.MAPPER.readTree(EventBlock.write(event).toString());

        assertThat(Schemas.faults(block)).isEmpty();
        assertThat(EventBlock.read(block)).isEqualTo(event);
    }

    private static void assertTakenAndComesBack(Lfpse lfpse, LfpseEvent event) {
        var written = lfpse.write(event);

        assertThat(lfpse.validate(written)).noneMatch(Fault::refuses);
        var reading = lfpse.read(written);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.event()).isEqualTo(event);
        assertThat(lfpse.write(reading.event())).isEqualTo(written);
    }

    @Provide
    Arbitrary<LfpseEvent> ofVersion6() {
        return events(TaxonomyVersion.V6);
    }

    @Provide
    Arbitrary<LfpseEvent> ofVersion5() {
        return events(TaxonomyVersion.V5);
    }

    private static Arbitrary<LfpseEvent> events(TaxonomyVersion version) {
        return Arbitraries.randomValue((Random random) -> new RandomEvents(Taxonomy.of(version), random).next());
    }
}
