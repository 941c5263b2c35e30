package org.notificationhub.lfpse;

import java.util.List;

/**
 * A version of LfPSE's taxonomy: which release of FHIR it is written in, and which tables it is made of. A new one is a row of
 * {@code versions.csv}.
 *
 * @param number as LfPSE's URLs end
 * @param base of the URLs of its profile and extensions
 */
public record TaxonomyVersion(
        String number, FhirRelease fhir, String base, String elements, String codeLists, String rules) {

    private static final List<TaxonomyVersion> ALL =
            Table.read("versions.csv").map(TaxonomyVersion::of).toList();

    public static final TaxonomyVersion V6 = of("6");
    public static final TaxonomyVersion V5 = of("5");

    public static TaxonomyVersion of(String number) {
        return ALL.stream()
                .filter(version -> version.number.equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no tables of LfPSE's taxonomy, version " + number));
    }

    public static List<TaxonomyVersion> all() {
        return ALL;
    }

    /** The first row. */
    public static TaxonomyVersion current() {
        return ALL.get(0);
    }

    /** The same version under other URLs, such as a test environment's. */
    public TaxonomyVersion at(String base) {
        return new TaxonomyVersion(number, fhir, base, elements, codeLists, rules);
    }

    public String profile() {
        return url("patient-safety-adverse-event");
    }

    String url(String name) {
        return base + name + "-" + number;
    }

    /** Of an extension of any version of this taxonomy; empty where it is none. */
    String nameOf(String url) {
        var end = url.lastIndexOf('-');
        return url.startsWith(base) && end > base.length() ? url.substring(base.length(), end) : "";
    }

    private static TaxonomyVersion of(Table.Row row) {
        return new TaxonomyVersion(
                row.get("version"),
                FhirRelease.valueOf(row.get("fhir")),
                row.get("base"),
                row.get("elements"),
                row.get("code_lists"),
                row.get("rules"));
    }
}
