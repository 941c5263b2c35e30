package org.notificationhub.irmer.export;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.notificationhub.irmer.figure.FigureBook;
import org.notificationhub.irmer.figure.Forms;

/**
 * Lets the choice by {@code Accept} know in which forms a book can be given. {@link FigureAnswer} turns the book into bytes
 * before it would come here, since their hash decides whether they are sent at all.
 */
@Provider
@Produces({Forms.JSON, Forms.CSV, Forms.ODS})
public class FigureBookForms implements MessageBodyWriter<FigureBook> {

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == FigureBook.class;
    }

    @Override
    public void writeTo(
            FigureBook book,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body) {
        throw new IllegalStateException("A book was not turned into bytes");
    }
}
