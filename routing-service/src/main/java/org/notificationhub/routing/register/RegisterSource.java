package org.notificationhub.routing.register;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Where a snapshot of the register comes from. */
public enum RegisterSource {
    /** CQC's directory of active locations ("HSCA active locations"). */
    DIRECTORY_CSV(DirectoryCsv::read),
    /** Provider objects as CQC's API gives them. */
    API_JSON(ProviderJson::read),
    /** The few providers that come with the hub. */
    SHIPPED(DirectoryCsv::read);

    private final Reader reader;

    RegisterSource(Reader reader) {
        this.reader = reader;
    }

    /** Hands on one row after the other; the file is never held as a whole. */
    void read(InputStream file, Consumer<RegisterRow> each) throws IOException {
        reader.read(file, each);
    }

    private interface Reader {
        void read(InputStream file, Consumer<RegisterRow> each) throws IOException;
    }
}
