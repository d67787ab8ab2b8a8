package org.ascribe.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds coded reports as tests need them: {@code Told.on("2024-03-22").of("...").incident("i1", ...).build()}. */
public final class Told {

    private final @Nullable LocalDate published;
    private final String text;
    private final ReportId id;
    private final @Nullable String outlet;
    private final List<CodedIncident> incidents = new ArrayList<>();
    private final List<Assertion> assertions = new ArrayList<>();

    private Told(@Nullable LocalDate published, @Nullable String outlet, String text) {
        this.published = published;
        this.outlet = outlet;
        this.text = text;
        this.id = Report.idOf(null, null, outlet, published, null, text);
    }

    public static Told on(@Nullable String published, @Nullable String outlet, String text) {
        return new Told(published == null ? null : LocalDate.parse(published), outlet, text);
    }

    public static EventDate day(String day) {
        return EventDate.day(LocalDate.parse(day));
    }

    public static Place kandahar() {
        return new Place("Kandahar", "AF", "Kandahar", 31.61, 65.71, PlacePrecision.TOWN);
    }

    public static Place kandaharProvince() {
        return new Place("Kandahar", "AF", "Kandahar", 31.0, 65.5, PlacePrecision.ADMIN1);
    }

    public static Place kabul() {
        return new Place("Kabul", "AF", "Kabul", 34.53, 69.17, PlacePrecision.TOWN);
    }

    public static Place moscow() {
        return new Place("Moscow", "RU", "Moscow", 55.75, 37.62, PlacePrecision.TOWN);
    }

    public static Place krasnogorsk() {
        return new Place("Krasnogorsk", "RU", "Moscow Oblast", 55.82, 37.33, PlacePrecision.TOWN);
    }

    /** An incident whose only mention is the {@code words} of the text. */
    public Told incident(
            String label,
            IncidentType type,
            @Nullable EventDate when,
            @Nullable Place where,
            @Nullable String target,
            Count killed,
            String words) {
        incidents.add(new CodedIncident(
                label,
                type,
                type.code() + (where == null ? "" : " in " + where.name()),
                when,
                where,
                target == null ? List.of() : List.of(new Target(target, TargetClass.OTHER)),
                List.of(),
                killed,
                Count.UNKNOWN,
                List.of(passage(words))));
        return this;
    }

    public Passage passage(String words) {
        int at = text.indexOf(words);
        if (at < 0) {
            throw new IllegalArgumentException("\"" + words + "\" stands not in \"" + text + "\"");
        }
        int start = text.codePointCount(0, at);
        return new Passage(start, start + words.codePointCount(0, words.length()));
    }

    public static Speaker speaker(String name, Speaker.Role role, @Nullable String actor) {
        return new Speaker(name, null, null, role, actor, null);
    }

    public Told responsibility(
            String label,
            @Nullable String actor,
            Stance stance,
            EvidenceGiven evidence,
            Speaker speaker,
            String words) {
        return says(
                label,
                new Content.Responsibility(
                        actor == null ? null : new ActorRef(actor, actor, null, null), stance, evidence, null),
                speaker,
                Polarity.AFFIRMED,
                stance == Stance.SUSPECTED,
                words);
    }

    public Told toll(String label, Harm harm, Count count, Speaker speaker, String words) {
        return says(label, new Content.Toll(harm, count, null), speaker, Polarity.AFFIRMED, false, words);
    }

    public Told says(
            @Nullable String label, Content content, Speaker speaker, Polarity polarity, boolean hedged, String words) {
        assertions.add(Assertion.of(
                id, label, content, speaker, polarity, hedged, passage(words), words, 0.9, new ReadBy("test", "1")));
        return this;
    }

    public CodedReport build() {
        Report report =
                new Report(id, null, null, outlet, List.of(), published, "en", Genre.NEWS, null, null, text, List.of());
        return new CodedReport(report, incidents, assertions);
    }
}
