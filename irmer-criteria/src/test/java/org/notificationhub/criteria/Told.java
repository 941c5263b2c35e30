package org.notificationhub.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Short ways to say what happened. */
final class Told {

    static final SaueCriteria CRITERIA = SaueCriteria.shipped();

    private Told() {}

    /** @param facts such as {@code kind=ACCIDENTAL totalDose_mSv=3}; CT, PET and LINAC say what is ordinary about one */
    static Exposure exposure(String on, String country, String facts) {
        var told = Facts.none();
        for (var fact : expanded(facts).split(" ")) {
            var parts = fact.split("=");
            told = with(told, Fact.of(parts[0]).orElseThrow(), parts[1]);
        }
        return new Exposure(LocalDate.parse(on), Country.valueOf(country), told);
    }

    static Facts with(Facts facts, Fact fact, String value) {
        return fact.isNumber() ? facts.with(fact, new BigDecimal(value)) : facts.with(fact, value);
    }

    static Assessment assess(String on, String country, String facts) {
        return CRITERIA.assess(exposure(on, country, facts));
    }

    /** By its code, or by its category where the number is not known. */
    static String name(Criterion criterion) {
        return criterion.code() == null ? criterion.category().name() : criterion.code();
    }

    private static String expanded(String facts) {
        return facts.replace("CT", "modality=DIAGNOSTIC_IMAGING purpose=IMAGING pregnancy=false peopleAffected=1")
                .replace(
                        "PET",
                        "modality=NUCLEAR_MEDICINE purpose=IMAGING pregnancy=false peopleAffected=1"
                                + " breastFeeding=false wrongRadiopharmaceutical=false")
                .replace("LINAC", "modality=RADIOTHERAPY pregnancy=false peopleAffected=1");
    }
}
