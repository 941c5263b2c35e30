package org.notificationhub.local;

import java.nio.file.Path;

/** {@code ./hub bench analytics}: what figures cost at two sizes, and how fast they are rebuilt from the topic. */
record AnalyticsBench(Path project, int rounds, int events, int rebuilt) {

    void run() throws Exception {
        new FiguresBench(project, rounds, events).run();
        new RebuildBench(project, rounds, rebuilt).run();
    }
}
