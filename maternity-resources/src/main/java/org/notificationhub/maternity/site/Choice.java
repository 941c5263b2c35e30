package org.notificationhub.maternity.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One of several things to choose from. */
record Choice(String code, String title, boolean chosen) {

    static <E extends Enum<E>> List<Choice> of(E[] all, Function<E, String> title, E chosen) {
        return Arrays.stream(all)
                .map(each -> new Choice(each.name(), title.apply(each), each == chosen))
                .toList();
    }

    /** Nothing where the address names none, or one that is not there: a link from elsewhere is to lead somewhere. */
    static <E extends Enum<E>> Optional<E> read(E[] all, String code) {
        return Arrays.stream(all).filter(each -> each.name().equals(code)).findFirst();
    }
}
