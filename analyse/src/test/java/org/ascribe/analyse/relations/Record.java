package org.ascribe.analyse.relations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Status;

/** A record written down deed by deed, as a test tells it. "red-north" is a branch of "red". */
final class Record {

    private final List<Settled> incidents = new ArrayList<>();
    private final List<Statement> words = new ArrayList<>();
    private LocalDate day = LocalDate.of(2020, 1, 15);
    private String province = "Nangarhar";
    private int number;

    Record on(String date) {
        day = LocalDate.parse(date);
        return this;
    }

    Record in(String where) {
        province = where;
        return this;
    }

    /** A clash of which one row of a data set names both sides. */
    Record fight(String one, String other) {
        return settled(IncidentType.CLASH, List.of(one, other), List.of(), "fight");
    }

    Record fights(int times, String one, String other) {
        for (int i = 0; i < times; i++) {
            fight(one, other);
        }
        return this;
    }

    /** A bombing that one voice ascribes to both in the same words. */
    Record strikeTogether(String one, String other, Target... targets) {
        return settled(IncidentType.BOMBING, List.of(one, other), List.of(targets), "both");
    }

    /** A bombing of which different voices name different actors. */
    Record rivalAccounts(String one, String other, Target... targets) {
        return settled(IncidentType.BOMBING, List.of(one, other), List.of(targets), "rivals");
    }

    Record strike(String actor, Target... targets) {
        return settled(IncidentType.BOMBING, List.of(actor), List.of(targets), "one");
    }

    static Target civilians() {
        return new Target("worshippers", TargetClass.CIVILIANS);
    }

    static Target police() {
        return new Target("a police post", TargetClass.POLICE);
    }

    static Target post(String actor) {
        return new Target(name(actor) + " checkpoint", TargetClass.ARMED_GROUP);
    }

    private Record settled(IncidentType type, List<String> actors, List<Target> targets, String how) {
        String id = "inc-%016d".formatted(++number);
        ReportId report = new ReportId("r-%016x".formatted(number));
        Incident incident = new Incident(
                id,
                type + " in " + province,
                type,
                EventDate.day(day),
                place(),
                targets,
                List.of(),
                List.of(new Telling(report, "i1")),
                List.of());
        List<Settled.Support> supports = new ArrayList<>();
        List<Settled.Reason> reasons = new ArrayList<>();
        for (int i = 0; i < actors.size(); i++) {
            String actor = actors.get(i);
            supports.add(new Settled.Support(actor, name(actor), 0.9, 0.5, 1));
            Passage at = how.equals("rivals") ? new Passage(i, i + 1) : new Passage(0, 1);
            Assertion said = Assertion.of(
                    report,
                    "i1",
                    new Content.Responsibility(ref(actor), Stance.STATED, EvidenceGiven.UNSTATED, null),
                    how.equals("fight")
                            ? dataSet()
                            : new Speaker("author", null, null, Speaker.Role.AUTHOR, null, null),
                    Polarity.AFFIRMED,
                    false,
                    at,
                    "x",
                    1,
                    new ReadBy("test", "1"));
            reasons.add(new Settled.Reason(said, day, "outlet", actor, 1, "test"));
        }
        incidents.add(new Settled(
                incident,
                "test",
                Status.FAIR,
                "as told",
                supports,
                new Settled.Figures(null, null, null),
                new Settled.Figures(null, null, null),
                reasons));
        return this;
    }

    /** An accusation of an incident by the other. */
    Record accuses(String speaker, String accused) {
        strike("unknown-" + number);
        Settled last = incidents.removeLast();
        Assertion said = Assertion.of(
                last.incident().tellings().getFirst().report(),
                "i1",
                new Content.Responsibility(ref(accused), Stance.ACCUSED, EvidenceGiven.UNSTATED, null),
                new Speaker(name(speaker), null, null, Speaker.Role.PARTY, speaker, null),
                Polarity.AFFIRMED,
                false,
                new Passage(0, 1),
                "x",
                1,
                new ReadBy("test", "1"));
        incidents.add(new Settled(
                last.incident(),
                "test",
                Status.WEAK,
                "as told",
                List.of(),
                last.killed(),
                last.wounded(),
                List.of(new Settled.Reason(said, day, "outlet", accused, 1, "test"))));
        return this;
    }

    Record says(String speaker, String subject, RelationKind kind, String object, Polarity polarity, boolean hedged) {
        return word(speaker, new Content.Relation(ref(subject), ref(object), kind), polarity, hedged);
    }

    Record saysPresent(String speaker, String actor) {
        return word(
                speaker,
                new Content.Presence(ref(actor), new Said<>(place(), new Passage(0, 1))),
                Polarity.AFFIRMED,
                false);
    }

    private Record word(String speaker, Content content, Polarity polarity, boolean hedged) {
        Assertion said = Assertion.of(
                new ReportId("r-%016x".formatted(++number)),
                null,
                content,
                new Speaker(name(speaker), null, null, Speaker.Role.EXPERT, speaker, null),
                polarity,
                hedged,
                new Passage(0, 1),
                "x",
                1,
                new ReadBy("test", "1"));
        words.add(new Statement(said, day, "outlet"));
        return this;
    }

    private Place place() {
        return new Place(province, "AF", province, null, null, PlacePrecision.ADMIN1);
    }

    private static Speaker dataSet() {
        return new Speaker("Data", null, null, Speaker.Role.DATA_SET, null, null);
    }

    private static ActorRef ref(String actor) {
        return new ActorRef(actor, name(actor), null, null);
    }

    private static String name(String actor) {
        return "The " + actor.replace('-', ' ');
    }

    List<Settled> incidents() {
        return incidents;
    }

    SettledRecord settled() {
        return settled("test", incidents);
    }

    SettledRecord settled(String perspective, List<Settled> some) {
        return new SettledRecord(
                perspective,
                some,
                words,
                actor -> actor.equals("red-north") ? Optional.of("red") : Optional.empty(),
                actor -> Optional.of(name(actor)));
    }
}
