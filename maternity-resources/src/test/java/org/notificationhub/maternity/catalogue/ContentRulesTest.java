package org.notificationhub.maternity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRulesTest {

    private static final String VISION = "resources/maternity-vision-and-strategy.yaml";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} as {1}: {2} {3}")
    @CsvSource(delimiter = '|', textBlock = """
            theme: leadership-and-culture        | theme: triage                     |             | is not listed by the theme it names
            theme: leadership-and-culture        | theme: parking                    |             | is not listed by the theme it names
            title: A maternity vision            | 'title: [A maternity vision] #'   | line 4 (title) | Cannot deserialize value of type `java.lang.String`
            'summary: >-'                        | 'title2: >-'                      | title2      | there is no member title2
            changeNote:                          | '# changeNote:'                   |             | changed without a changeNote
            lastReviewedAt: 2026-11-28           | lastReviewedAt: 2026-11-22        |             | has dates out of order
            reviewDue: 2027-11-28                | reviewDue: 2026-11-01             |             | has dates out of order
            reviewDue: 2027-11-28                | reviewDue: 2029-11-28             |             | would not be read again for more than 24 months
            reviewDue: 2027-11-28                | '#'                               |             | has no reviewDue
            lastReviewedAt: 2026-11-28           | '#'                               |             | has no lastReviewedAt
            publishedAt: 2026-11-28              | '#'                               |             | has no publishedAt
            reviewDue: 2027-11-28                | reviewDue: soon                   | line 15 (reviewDue) | Cannot deserialize value of type `java.time.LocalDate`
            audiences: [FRONTLINE,               | audiences: [MIDWIFE,              | line 8      | not one of the values accepted
            audiences: [FRONTLINE,               | audiences: [                      |             | asks others than its audiences
            '- anchor: own-strategy'             | '- anchor: own strategy'          | own strategy | has a anchor of the wrong form
            '- anchor: own-strategy'             | '- anchor: reachable-goals'       |             | has reachable-goals twice
            references: [natrev]                 | references: []                    | widespread-failings | has no source
            references: [mir-leadership]         | references: [mir-parking]         | own-strategy | names an unknown reference: mir-parking
            references: [mir-leadership]         | references: [pqom]                | own-strategy | cites pqom, which the resource does not list
            references: [mir-leadership]         | '#'                               | own-strategy | does not say what it rests on
            references: [mir-leadership]         | references: [mir-leadership], confidence: HIGH | line 26 (goodPractice[0]) | expected <block end>
            criteria: [saf-w1]                   | criteria: []                      | how-did-you-shape-it | has no criterion
            criteria: [saf-w1]                   | criteria: [saf-x9]                | how-did-you-shape-it | names an unknown criterion: saf-x9
            evidence: [Notes of workshops        | 'evidence: [Notes, of workshops'  | how-did-you-shape-it | has evidence that begins in lower case
            evidence: [A team plan               | 'evidence: [] #'                  | your-part   | does not say what would answer it
            'audiences: [FRONTLINE]'             | audiences: []                     | how-did-you-shape-it | is put to nobody
            source: https://cqc.org.uk           | source: http://cqc.org.uk         | coventry-and-warwickshire | has no https address as source
            dateOfFact: "2022-11"                | '#'                               | coventry-and-warwickshire | has no date of fact
            dateOfFact: "2022-11"                | dateOfFact: lately                | coventry-and-warwickshire | has no date of fact
            dateOfFact: "2022-11"                | dateOfFact: "2026-12"             | coventry-and-warwickshire | happened after it was published
            reviewBy: 2027-11-23                 | reviewBy: 2026-11-27              | coventry-and-warwickshire | has dates out of order
            id: L1                               | id: L2                            |             | has another id than version 1
            slug: maternity-vision-and-strategy  | slug: maternity-vision            |             | the slug in it is maternity-vision
            version: 2                           | version: 3                        |             | version 2 was not kept
            'references: [mir-leadership, 3ydp, natrev]' | references: []            |             | has no references
            """)
    void aResourceThatBreaksARuleIsRefused(String is, String shouldBe, String place, String because)
            throws IOException {
        var broken = BrokenContent.in(folder).with(VISION, is, shouldBe);

        assertRefused(broken, VISION, place, because);
    }

    @ParameterizedTest(name = "{0}: {1} as {2}: {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            themes.yaml      | 'notice: >-'                            | 'notice2: >-'                    | notice2         | there is no member notice2
            themes.yaml      | '- slug: triage'                        | '- slug: Tri age'                | Tri age         | has a slug of the wrong form
            themes.yaml      | '- slug: triage'                        | '- slug: healthcare-equity'      |                 | has healthcare-equity twice
            themes.yaml      | original: https                         | original: ftp                    | leadership-and-culture | has no https address as original
            themes.yaml      | '- learning-loop'                       | '- telephone-triage'             |                 | has telephone-triage twice
            references.yaml  | '- id: psirf'                           | '- id: pmrt'                     |                 | has pmrt twice
            references.yaml  | publisher: NHS Resolution               | '#'                              | mis             | has no publisher
            references.yaml  | url: https://www.mnsi.org.uk/           | url: www.mnsi.org.uk             | mnsi            | has no https address as url
            references.yaml  | reviewFrom: 2026-01-01                  | supersededBy: rcog-gpp18         | rcog-gpp17      | is superseded by rcog-gpp18
            references.yaml  | reviewFrom: 2026-01-01                  | supersededBy: rcog-gpp17         | rcog-gpp17      | is superseded by rcog-gpp17
            frameworks.yaml  | validFrom: 2023-11-21                   | validFrom: 2026-11-29            | how-did-you-shape-it | whose framework was not in force on 2026-11-28
            frameworks.yaml  | validFrom: 2023-11-21                   | '{ validFrom: 2023-11-21 }'      | line 5          | expected ':'
            frameworks.yaml  | 'validFrom: 2023-11-21'                 | '#'                              | cqc-saf-2023    | has no validFrom
            frameworks.yaml  | 'note: First used'                      | 'validTo: 2023-11-20 #'          | cqc-saf-2023    | has dates out of order
            frameworks.yaml  | 'regulations: [12, 17, 20]'             | 'regulations: [12, 17, 21]'      | saf-s1          | leads to regulation 21, which is unknown
            frameworks.yaml  | 'id: saf-s2'                            | 'id: saf-s1'                     |                 | has saf-s1 twice
            frameworks.yaml  | 'name: Safeguarding'                    | 'name: Learning culture'         | cqc-saf-2023    | has Learning culture twice
            frameworks.yaml  | 'keyQuestion: SAFE'                     | 'keyQuestion: SOUND'             | line            | not one of the values accepted
            regulations.yaml | 'number: 20'                            | 'number: 19'                     |                 | has regulation 19 twice
            regulations.yaml | 'number: 20'                            | 'number: 22'                     | saf-s1          | leads to regulation 20, which is unknown
            regulations.yaml | 'name: Duty of candour'                 | 'name: " "'                      | 20              | has no name
            """)
    void aFileThatBreaksARuleIsRefused(String file, String is, String shouldBe, String place, String because)
            throws IOException {
        var broken = BrokenContent.in(folder).with(file, is, shouldBe);

        assertRefused(broken, "", place, because);
    }

    @Test
    void aResourceIdIsUsedOnce() throws IOException {
        var broken = BrokenContent.in(folder).with("resources/telephone-triage.yaml", "id: T1", "id: T2");

        assertRefused(broken, "themes.yaml", "", "has the resource id T2 twice");
    }

    @Test
    void aResourceThatAThemeListsHasAFile() throws IOException {
        var broken = BrokenContent.in(folder).without("resources/duty-of-candour.yaml");

        assertThatThrownBy(broken::read)
                .hasMessage("resources/duty-of-candour.yaml: there is no such file."
                        + " Add it, or take it off the list that names it.");
    }

    @Test
    void aFaultSaysWhatToDo() throws IOException {
        var broken = BrokenContent.in(folder).with(VISION, "criteria: [saf-w1]", "criteria: [saf-x9]");

        assertThat(ContentRules.faults(broken.read()))
                .extracting(ContentFault::toString)
                .contains(VISION + " at how-did-you-shape-it: names an unknown criterion: saf-x9."
                        + " Use an id that frameworks.yaml has.");
    }

    @Test
    void aCatalogueIsNotMadeFromBrokenContent() throws IOException {
        var broken = BrokenContent.in(folder)
                .with(VISION, "criteria: [saf-w1]", "criteria: []")
                .read();

        assertThatThrownBy(() -> new ResourceCatalogue(broken))
                .hasMessageContaining(VISION + " at how-did-you-shape-it: has no criterion");
    }

    private static void assertRefused(BrokenContent broken, String file, String place, String because) {
        var expected = place == null ? "" : place;
        try {
            assertThat(ContentRules.faults(broken.read())).anySatisfy(fault -> {
                assertThat(fault.file()).startsWith(file);
                assertThat(fault.place()).isEqualTo(expected);
                assertThat(fault.what()).contains(because);
                assertThat(fault.remedy()).isNotBlank();
            });
        } catch (ContentUnreadable e) {
            assertThat(e.getMessage()).startsWith(file).contains(expected).contains(because);
        }
    }
}
