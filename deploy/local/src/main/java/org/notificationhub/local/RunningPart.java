package org.notificationhub.local;

import java.io.IOException;

/** What can be done to a part of the hub that runs. */
public interface RunningPart {

    boolean isAlive() throws IOException;

    /** As {@code kill -9} does. */
    void kill() throws IOException;

    /** It stands still where it is, and nobody is told, until it is resumed. */
    void pause() throws IOException;

    void resume() throws IOException;

    /** In good order: what it does is finished first. */
    void stop() throws IOException;
}
