package org.ascribe.codebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ascribe.core.Passage;
import org.ascribe.core.Perpetrator;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.extract.count.NumberMention;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.language.ParsedReport;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.time.TimeFinder;
import org.ascribe.extract.time.TimeMention;

/**
 * A text with all that the extractor knows of it.
 *
 * @param perpetrators of all that is told, those of the first incident first
 * @param days days that the text may count from ("yesterday"), the likeliest first; each with the times read from it
 */
record ReadText(
        String text,
        Mentions mentions,
        List<NumberMention> numbers,
        List<Told> told,
        List<Said<Perpetrator>> perpetrators,
        List<CountedFrom> days,
        List<Quantity> quantities) {

    /** A day that the text itself gives, such as that of its dateline, and what its words of time mean if it is the day of publication. */
    record CountedFrom(DayWords.Found day, LocalDate date, List<TimeMention> times) {}

    /** What the words of time mean if the text came out on that day. */
    List<TimeMention> timesFrom(LocalDate published) {
        Report report = mentions.parsed().report();
        Report dated = new Report(
                report.id(),
                report.docid(),
                report.title(),
                report.outlet(),
                report.authors(),
                published,
                report.language(),
                report.genre(),
                report.url(),
                report.source(),
                report.text(),
                report.furniture());
        return TimeFinder.find(new ParsedReport(dated, sentences()));
    }

    List<Sentence> sentences() {
        return mentions.parsed().sentences();
    }

    /** The sentence around a place in the text. */
    Optional<Sentence> sentenceAt(Passage passage) {
        return sentences().stream()
                .filter(sentence -> sentence.passage().overlaps(passage))
                .findFirst();
    }
}
