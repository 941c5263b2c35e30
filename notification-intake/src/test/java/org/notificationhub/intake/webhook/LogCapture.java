package org.notificationhub.intake.webhook;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged meanwhile, at every level that is logged, stack traces included. */
final class LogCapture extends Handler implements AutoCloseable {

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    LogCapture() {
        setFormatter(new SimpleFormatter());
        Logger.getLogger("").addHandler(this);
    }

    String text() {
        return text.toString();
    }

    @Override
    public synchronized void publish(LogRecord line) {
        out.println(getFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
