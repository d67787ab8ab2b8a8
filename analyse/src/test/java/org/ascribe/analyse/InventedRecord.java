package org.ascribe.analyse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Status;
import org.jspecify.annotations.Nullable;

/** A settled record for tests: what a test does not care about is filled in. Actors and places are invented. */
public final class InventedRecord {

    public static final Place HARBOUR = place("Harbour", "NO", "Vestland", 60.4, 5.3);
    public static final Place CAPITAL = place("Capital", "NO", "Oslo", 59.9, 10.7);
    public static final Place BORDER = place("Border", "SE", "Dalarna", 60.6, 15.6);

    private final List<Settled> incidents = new ArrayList<>();
    private final List<Statement> words = new ArrayList<>();
    private final Map<String, String> parents;
    private int number;

    public InventedRecord() {
        this(Map.of());
    }

    /** @param parents of branches, by id */
    public InventedRecord(Map<String, String> parents) {
        this.parents = Map.copyOf(parents);
    }

    public static Place place(String name, String country, @Nullable String admin1, double latitude, double longitude) {
        return new Place(name, country, admin1, latitude, longitude, PlacePrecision.TOWN);
    }

    public InventedRecord attack(String actor, @Nullable Place where, LocalDate day) {
        return attack(actor, 1, where, EventDate.day(day), 1);
    }

    public InventedRecord attack(
            String actor, double support, @Nullable Place where, @Nullable EventDate when, @Nullable Integer killed) {
        return attack(
                List.of(new Settled.Support(actor, actor, support, support, support)), where, when, killed, List.of());
    }

    /** So many on the 10th of the month. */
    public InventedRecord attacks(int count, String actor, Place where, String month) {
        for (int i = 0; i < count; i++) {
            attack(actor, where, LocalDate.parse(month + "-10"));
        }
        return this;
    }

    public InventedRecord attack(
            List<Settled.Support> actors,
            @Nullable Place where,
            @Nullable EventDate when,
            @Nullable Integer killed,
            List<Assertion> said) {
        String id = "inc-%016x".formatted(++number);
        incidents.add(new Settled(
                new Incident(
                        id,
                        "Attack " + number,
                        IncidentType.BOMBING,
                        when,
                        where,
                        List.of(),
                        List.of(),
                        List.of(new Telling(report(number), "i1")),
                        List.of()),
                "test",
                Status.FAIR,
                "",
                actors,
                new Settled.Figures(killed, killed, killed),
                new Settled.Figures(null, null, null),
                said.stream()
                        .map(each -> new Settled.Reason(each, null, null, null, 1, ""))
                        .toList()));
        return this;
    }

    public InventedRecord says(Assertion said, @Nullable LocalDate published) {
        words.add(new Statement(said, published, "Daily"));
        return this;
    }

    public SettledRecord settled() {
        return settled("test");
    }

    public SettledRecord settled(String perspective) {
        return new SettledRecord(
                perspective,
                incidents,
                words,
                actor -> Optional.ofNullable(parents.get(actor)),
                actor -> Optional.empty());
    }

    public static Assertion presence(
            Speaker.Role role, String actor, @Nullable Place where, Polarity polarity, String text) {
        return said(
                role,
                new Content.Presence(
                        new ActorRef(actor, actor, null, null),
                        where == null ? null : new Said<>(where, new Passage(0, 1))),
                polarity,
                text);
    }

    public static Assertion claim(String actor) {
        return said(
                Speaker.Role.PARTY,
                new Content.Responsibility(
                        new ActorRef(actor, actor, null, null), Stance.CLAIMED, EvidenceGiven.UNSTATED, null),
                Polarity.AFFIRMED,
                "claimed it");
    }

    public static Assertion dead(Speaker.Role role, int killed) {
        return said(
                role, new Content.Toll(Harm.KILLED, Count.exactly(killed), null), Polarity.AFFIRMED, killed + " died");
    }

    public static Assertion said(Speaker.Role role, Content content, Polarity polarity, String text) {
        return Assertion.of(
                report(1),
                "i1",
                content,
                new Speaker(role.code(), null, null, role, null, null),
                polarity,
                false,
                new Passage(0, text.length()),
                text,
                1,
                new ReadBy("test", "1"));
    }

    private static ReportId report(int number) {
        return new ReportId("r-%016x".formatted(number));
    }
}
