package org.notificationhub.maternity.catalogue;

import java.time.LocalDate;
import java.util.List;

/**
 * What good care looks like on one subject, what inspectors ask about it, and who does it well.
 *
 * @param id stable and never reused, unlike the slug
 * @param alsoKnownAs abbreviations and other words by which people look for it; no part of what a version says
 * @param version 1 and up; each change of content makes a new one
 * @param changeNote what changed; required from version 2
 * @param reviewDue the day by which somebody reads it again
 * @param context findings that say why the subject matters
 * @param examples empty where no public source describes one with a date: nothing is made up to fill the space
 * @param references ids of everything the resource rests on
 */
public record Resource(
        String id,
        String slug,
        String theme,
        String title,
        String summary,
        List<Audience> audiences,
        List<String> topics,
        List<String> alsoKnownAs,
        int version,
        LocalDate publishedAt,
        LocalDate lastReviewedAt,
        LocalDate reviewDue,
        String changeNote,
        List<ContextLine> context,
        List<GoodPractice> goodPractice,
        List<AssessedQuestion> questions,
        List<ExcellenceExample> examples,
        List<String> references) {

    public Resource {
        audiences = Lists.orEmpty(audiences);
        topics = Lists.orEmpty(topics);
        alsoKnownAs = Lists.orEmpty(alsoKnownAs);
        context = Lists.orEmpty(context);
        goodPractice = Lists.orEmpty(goodPractice);
        questions = Lists.orEmpty(questions);
        examples = Lists.orEmpty(examples);
        references = Lists.orEmpty(references);
    }
}
