package org.notificationhub.routing.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A place in the law.
 *
 * @param instrument a statutory instrument, such as {@code SI 2009/3112}
 * @param provision the regulation within it, as the rule table words it
 * @param url where it can be read
 */
public record Citation(String instrument, int year, String provision, String url, Confidence confidence) {

    private static final Pattern REGISTRATION = Pattern.compile("CQC\\(Reg\\)R 2009 (.+)");
    private static final Pattern RADIATION = Pattern.compile("IR\\(ME\\)R 2017 (?:\\(SI 2017/1322\\) )?(.+)");
    private static final Pattern INSTRUMENT = Pattern.compile("SI (\\d{4})/(\\d+) (.+)");
    private static final Pattern URL = Pattern.compile("https?://[^\\s;,()]+");

    /**
     * @param regulation the duty's own place, in the table's short form
     * @param sources everything the row rests on, parted by semicolons
     */
    static List<Citation> parse(String regulation, String sources, Confidence confidence) {
        var found = new LinkedHashMap<String, Citation>();
        var url = URL.matcher(sources);
        var first = of(fullName(regulation), url.find() ? url.group() : null, confidence);
        found.put(first.instrument, first);
        for (var source : sources.split(";")) {
            if (INSTRUMENT.matcher(source.strip()).matches()) {
                var further = of(source.strip(), null, confidence);
                found.putIfAbsent(further.instrument, further);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static String fullName(String regulation) {
        var registration = REGISTRATION.matcher(regulation);
        if (registration.matches()) {
            return "SI 2009/3112 " + registration.group(1);
        }
        var radiation = RADIATION.matcher(regulation);
        return radiation.matches() ? "SI 2017/1322 " + radiation.group(1) : regulation;
    }

    private static Citation of(String text, String url, Confidence confidence) {
        var place = INSTRUMENT.matcher(text);
        if (!place.matches()) {
            throw new RulesUnusable("a rule lacks a citation of an instrument: " + text);
        }
        var year = place.group(1);
        var number = place.group(2);
        return new Citation(
                "SI " + year + "/" + number,
                Integer.parseInt(year),
                place.group(3),
                url == null ? "https://www.legislation.gov.uk/uksi/" + year + "/" + number : url,
                confidence);
    }
}
