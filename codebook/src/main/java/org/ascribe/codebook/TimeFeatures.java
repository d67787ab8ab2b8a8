package org.ascribe.codebook;

import java.time.LocalDate;
import org.ascribe.extract.language.Sentence;

/** When a text came out, as far as it says itself: coding that goes on for years changes, and so does what is coded. */
final class TimeFeatures implements FeatureProvider {

    private static final int MONTHS = 3;

    @Override
    public String prefix() {
        return "when";
    }

    @Override
    public void notice(ReadText text, Sentence sentence, Features features) {
        text.days().stream()
                .filter(day -> !day.day().years().isEmpty()
                        && sentence.passage().overlaps(day.day().passage()))
                .findFirst()
                .filter(day -> day.equals(text.days().getFirst()))
                .ifPresent(day -> {
                    LocalDate date = day.date();
                    features.set("when:year " + date.getYear());
                    features.set("when:quarter " + date.getYear() + " " + (date.getMonthValue() - 1) / MONTHS);
                    features.set("when:month " + date.getYear() + "-" + date.getMonthValue());
                });
    }
}
