package org.notificationhub.http;

import java.sql.SQLException;

/** A throwable without its words, which may quote what was submitted: the classes, SQL states and places stay. */
public final class Failure extends Exception {

    public Failure(Throwable original) {
        super(name(original), original.getCause() == null ? null : new Failure(original.getCause()));
        setStackTrace(original.getStackTrace());
    }

    private static String name(Throwable original) {
        var name = original.getClass().getName();
        return original instanceof SQLException database ? name + ", SQL state " + database.getSQLState() : name;
    }
}
