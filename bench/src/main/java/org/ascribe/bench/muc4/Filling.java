package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills the slots of incidents, and says how likely each is one of the key. */
final class Filling {

    private final SecondStage stage;
    private final Slots slots;
    private final Places places;

    Filling(SecondStage stage, Slots slots, Places places) {
        this.stage = stage;
        this.slots = slots;
        this.places = places;
    }

    /** A date as the key writes it, how likely it is right, and how many days before the dateline it ends. */
    record Dated(@Nullable String text, double chance, double days) {}

    private record Located(String text, double chance) {}

    /**
     * An incident with all that may fill its slots, and how likely each is right.
     *
     * @param described the numbers that its worth is judged by
     * @param worth how likely the incident is one of the key
     */
    record Judged(
            Template template,
            float[] described,
            double worth,
            Map<Entity, Entity> titles,
            @Nullable String date,
            String location,
            List<Slots.Fill> fills,
            double[] chances) {}

    /** All of the templates; {@code chances} are, by type, how likely the text has an incident of it. */
    List<Judged> judge(Muc4Text text, List<Template> templates, double[] chances) {
        List<Judged> judged = new ArrayList<>();
        if (templates.isEmpty()) {
            return judged;
        }
        List<Times.Time> times = text.times;
        List<Places.Named> named = places.find(text);
        String home = places.home(text);
        for (Template template : templates) {
            List<Slots.Fill> fills = stage.fill.isEmpty() ? List.of() : slots.fills(text, template, stage.fillWords);
            Dated date = date(text, template, times);
            Located location = location(text, template, named, home);
            double words = stage.worthWords == null ? 0 : stage.worthWords.logOdds(Worth.lexical(text, template));
            float[] described = Worth.describe(text, template, chances, date, location.chance(), words);
            judged.add(new Judged(
                    template,
                    described,
                    stage.worth == null ? 1 : stage.worth.chance(described),
                    titles(text, template),
                    date.text(),
                    location.text(),
                    fills,
                    Slots.chances(fills, stage)));
        }
        return judged;
    }

    /** Whether the incident is told. */
    boolean isWorth(Judged judged) {
        return judged.worth() >= stage.cuts.worth();
    }

    Filled filled(Judged judged) {
        return new Filled(
                judged.template(),
                judged.titles(),
                judged.date(),
                judged.location(),
                Slots.chosen(judged.fills(), judged.chances(), judged.worth(), stage.cuts.fill()));
    }

    private Dated date(Muc4Text text, Template template, List<Times.Time> times) {
        double most = -1;
        Times.@Nullable Time best = null;
        for (Times.Time time : times) {
            double chance = stage.date == null
                    ? 0
                    : stage.date.chance(slots.describe(text, template, time, times, stage.said(text, time))
                            .values());
            if (chance > most) {
                most = chance;
                best = time;
            }
        }
        return best == null
                ? new Dated(null, Double.NaN, Double.NaN)
                : new Dated(
                        best.text(),
                        most,
                        times.getFirst().to().toEpochDay() - best.to().toEpochDay());
    }

    /** Which description is the title of which named person. */
    private Map<Entity, Entity> titles(Muc4Text text, Template template) {
        Map<Entity, Entity> titles = new LinkedHashMap<>();
        if (stage.titled == null) {
            return titles;
        }
        for (Entity people : template.of(Role.PEOPLE)) {
            double most = 0.5;
            for (Entity victim : template.of(Role.VICTIM)) {
                double chance =
                        stage.titled.chance(Slots.describe(text, people, victim).values());
                if (chance > most) {
                    most = chance;
                    titles.put(people, victim);
                }
            }
        }
        return titles;
    }

    private Located location(Muc4Text text, Template template, List<Places.Named> named, String home) {
        String country = home;
        List<Places.Named> chosen = new ArrayList<>();
        double[] most = new double[4];
        Places.Named[] best = new Places.Named[4];
        for (Places.Named one : named) {
            double chance = stage.place == null
                    ? 0
                    : stage.place.chance(slots.describe(text, template, one, named, home, stage.said(text, one))
                            .values());
            int level = one.level();
            if (chance >= stage.cuts.place() / 2 && chance > most[level]) {
                most[level] = chance;
                best[level] = one;
            }
        }
        double surest = 0;
        double first = Arrays.stream(most).max().orElse(0);
        for (int level = 1; level < 4; level++) {
            // one place too many spoils the others, but a likely one alone costs nothing beside the country
            if (best[level] != null && (most[level] >= stage.cuts.place() || most[level] == first)) {
                if (best[level].country != null && most[level] > surest) {
                    surest = most[level];
                    country = String.valueOf(best[level].country);
                }
                chosen.add(best[level]);
            }
        }
        Places.Named town = chosen.stream().anyMatch(one -> one.level() == 3 && Places.inTown(one.kind))
                ? places.datelineTown(text.text, country)
                : null;
        if (town != null && chosen.stream().noneMatch(one -> one.level() == 2)) {
            chosen.add(town);
        }
        return new Located(Slots.location(country, chosen), first);
    }
}
