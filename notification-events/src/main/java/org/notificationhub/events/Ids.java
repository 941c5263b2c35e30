package org.notificationhub.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** New ids: UUIDv7, so that they sort by the time they were made. */
public final class Ids {

    private static final NoArgGenerator UUID_V7 = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return UUID_V7.generate();
    }
}
