package org.notificationhub.maternity.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A content file that is not there or cannot be read. It says which, where in it, and what to do. */
public final class ContentUnreadable extends IllegalStateException {

    private ContentUnreadable(ContentFault fault, Exception cause) {
        super(fault.toString(), cause);
    }

    static ContentUnreadable because(String file, String what, String remedy) {
        return new ContentUnreadable(new ContentFault(file, "", what, remedy), null);
    }

    static ContentUnreadable because(String file, JsonProcessingException e) {
        return new ContentUnreadable(new ContentFault(file, place(e), what(e), remedy(e)), e);
    }

    /** The parser has read on when it meets a member it does not know, so that its line would lead astray. */
    private static String place(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return path(unknown);
        }
        var line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr();
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? line + " (" + path(mapping) + ")"
                : line;
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String what(JsonProcessingException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "there is no member " + unknown.getPropertyName()
                : e.getOriginalMessage()
                        .lines()
                        .filter(line -> !line.startsWith(" "))
                        .collect(Collectors.joining(", "));
    }

    private static String remedy(JsonProcessingException e) {
        return e instanceof UnrecognizedPropertyException unknown
                ? "Use one of " + new TreeSet<>(unknown.getKnownPropertyIds())
                : "Put that line right";
    }
}
