package org.ascribe.workbench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Judgement;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Telling;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.IncidentSheet.Change;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.core.weigh.IncidentSheet.TollByVoice;
import org.ascribe.core.weigh.Status;
import org.ascribe.workbench.api.RecordSource;
import org.jspecify.annotations.Nullable;

/**
 * An invented record: I-1 is contested between two actors, I-2 one day later is claimed by one of them, I-3 has neither
 * date nor claimant.
 */
final class InventedRecord implements RecordSource {

    static final ActorRef BRIGADE = new ActorRef("green-brigade", "Green Brigade", null, null);
    static final ActorRef NORTH = new ActorRef("northern-state", "Northern State", null, null);
    private static final ReadBy BY = new ReadBy("test", "1");

    final CodedReport herald;
    final CodedReport courier;
    final CodedReport quiet;
    private final AtomicReference<Standing> standing;
    private final Map<String, String> perspectives = new ConcurrentHashMap<>();

    InventedRecord() {
        Telegraph first = new Telegraph("Blast at Oldtown market", "Oldtown Herald", LocalDate.of(2023, 5, 3), """
            Oldtown market, 2 May. Photo: Herald

            A bomb killed 12 people at the market of Oldtown on 2 May. The Green Brigade said 😀 on its channel that it \
            was behind the attack.

            Gen. Ask of the ministry accused the Northern State of the bombing without offering evidence.\
            """);
        first.furniture("Oldtown market, 2 May. Photo: Herald", Furniture.Kind.CAPTION);
        first.incident(
                "i1",
                IncidentType.BOMBING,
                "Bombing in Oldtown",
                "A bomb killed 12 people at the market of Oldtown on 2 May");
        Assertion happened = first.say(
                "i1",
                new Content.Occurrence(
                        new Said<>(IncidentType.BOMBING, first.at("bomb")),
                        new Said<>(EventDate.day(LocalDate.of(2023, 5, 2)), first.at("on 2 May")),
                        new Said<>(OLDTOWN, first.last("Oldtown")),
                        List.of(new Said<>(new Target("market", TargetClass.CIVILIANS), first.at("market of"))),
                        List.of()),
                author(),
                "A bomb killed 12 people at the market of Oldtown on 2 May");
        Assertion killed = first.say(
                "i1",
                new Content.Toll(Harm.KILLED, Count.exactly(12), new Said<>("people", first.at("people"))),
                author(),
                "killed 12 people");
        Assertion claim = first.say(
                "i1",
                new Content.Responsibility(
                        BRIGADE,
                        Stance.CLAIMED,
                        EvidenceGiven.UNSTATED,
                        new Said<>("its channel", first.at("its channel"))),
                new Speaker(
                        "Green Brigade",
                        "The Green Brigade",
                        first.at("The Green Brigade"),
                        Speaker.Role.PARTY,
                        "green-brigade",
                        null),
                "it was behind the attack");
        Assertion accusation = first.say(
                "i1",
                new Content.Responsibility(NORTH, Stance.ACCUSED, EvidenceGiven.NONE, null),
                new Speaker("Ask", "Gen. Ask", first.at("Gen. Ask"), Speaker.Role.OFFICIAL, null, null),
                "accused the Northern State of the bombing");
        herald = first.coded();

        Telegraph second = new Telegraph(
                "More dead in Oldtown; post raided at Ford",
                "The Courier",
                LocalDate.of(2023, 5, 4),
                "More than 15 people died in Oldtown. The Northern State denied it. On 3 May the Green Brigade raided"
                        + " a post at Ford, it said. =The Brigade and the State are allies, analysts say. The Brigade is"
                        + " growing.");
        second.incident("i1", IncidentType.BOMBING, "Bombing in Oldtown", "More than 15 people died in Oldtown");
        second.incident("i2", IncidentType.ARMED_ASSAULT, "Armed assault in Ford", "raided a post at Ford");
        Assertion moreKilled = second.say(
                "i1", new Content.Toll(Harm.KILLED, Count.atLeast(16), null), author(), "More than 15 people died");
        Assertion denial = second.say(
                "i1",
                new Content.Responsibility(NORTH, Stance.DENIED, EvidenceGiven.UNSTATED, null),
                new Speaker(
                        "Northern State",
                        "The Northern State",
                        second.at("The Northern State"),
                        Speaker.Role.PARTY,
                        "northern-state",
                        null),
                "The Northern State denied it");
        Assertion raid = second.say(
                "i2",
                new Content.Responsibility(BRIGADE, Stance.CLAIMED, EvidenceGiven.UNSTATED, null),
                new Speaker(
                        "Green Brigade", "it said", second.at("it said"), Speaker.Role.PARTY, "green-brigade", null),
                "On 3 May the Green Brigade raided a post at Ford");
        second.say(
                null,
                new Content.Relation(BRIGADE, NORTH, RelationKind.ALLIED),
                new Speaker("analysts", "analysts", second.at("analysts"), Speaker.Role.EXPERT, null, null),
                "=The Brigade and the State are allies, analysts say");
        second.say(
                null, new Content.Capability(BRIGADE, CapabilityKind.RESURGENCE), author(), "The Brigade is growing");
        second.say("i2", new Content.Evidence(raid.id(), EvidenceGiven.CITED), author(), "=The Brigade");
        courier = second.coded();

        Telegraph third = new Telegraph(null, null, null, "Somebody burned a mill in Westland. No one claimed it.");
        third.incident("i1", IncidentType.ARSON, "Arson in Westland", "Somebody burned a mill in Westland");
        Assertion nobody = third.say(
                "i1",
                new Content.Responsibility(null, Stance.UNCLAIMED, EvidenceGiven.UNSTATED, null),
                author(),
                "No one claimed it");
        quiet = third.coded();

        Telling heraldTells = new Telling(herald.report().id(), "i1");
        Telling courierTells = new Telling(courier.report().id(), "i1");
        IncidentSheet contested = new IncidentSheet(
                new Incident(
                        "inc-00000000000000a1",
                        "Bombing in Oldtown",
                        IncidentType.BOMBING,
                        EventDate.day(LocalDate.of(2023, 5, 2)),
                        OLDTOWN,
                        List.of(new Target("market", TargetClass.CIVILIANS)),
                        List.of(new Weapon("bomb", WeaponClass.EXPLOSIVE)),
                        List.of(heraldTells, courierTells),
                        List.of(new Link(
                                heraldTells,
                                courierTells,
                                9.5,
                                List.of(
                                        new Link.Reason("place", "Oldtown", "Oldtown", 6.5),
                                        new Link.Reason("type", "bombing", "bombing", 3))))),
                "every-voice",
                Status.CONTESTED,
                "Two actors are named: Green Brigade, Northern State.",
                List.of(
                        new Claimant("green-brigade", "Green Brigade", 1, List.of(in(herald, claim))),
                        new Claimant(
                                "northern-state",
                                "Northern State",
                                1,
                                List.of(in(herald, accusation), in(courier, denial)))),
                List.of(),
                List.of(
                        new TollByVoice(Harm.KILLED, Count.exactly(12), killed.speaker(), in(herald, killed)),
                        new TollByVoice(Harm.KILLED, Count.atLeast(16), moreKilled.speaker(), in(courier, moreKilled))),
                Count.atLeast(12),
                Count.UNKNOWN,
                2,
                2,
                List.of(
                        new Change(LocalDate.of(2023, 5, 3), "first report", happened),
                        new Change(LocalDate.of(2023, 5, 3), "claim by Green Brigade", claim)));
        IncidentSheet claimed = new IncidentSheet(
                new Incident(
                        "inc-00000000000000a2",
                        "Armed assault in Ford",
                        IncidentType.ARMED_ASSAULT,
                        EventDate.day(LocalDate.of(2023, 5, 3)),
                        new Place("Ford", "TJ", null, 38.5, 68.8, PlacePrecision.TOWN),
                        List.of(),
                        List.of(),
                        List.of(new Telling(courier.report().id(), "i2")),
                        List.of()),
                "every-voice",
                Status.WEAK,
                "One actor is named by one origin.",
                List.of(new Claimant("green-brigade", "Green Brigade", 1, List.of(in(courier, raid)))),
                List.of(),
                List.of(),
                Count.UNKNOWN,
                Count.UNKNOWN,
                1,
                1,
                List.of(new Change(LocalDate.of(2023, 5, 4), "first report", raid)));
        IncidentSheet unclaimed = new IncidentSheet(
                new Incident(
                        "inc-00000000000000a3",
                        "Arson in Westland",
                        IncidentType.ARSON,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new Telling(quiet.report().id(), "i1")),
                        List.of()),
                "every-voice",
                Status.UNCLAIMED,
                "No voice names an actor.",
                List.of(),
                List.of(in(quiet, nobody)),
                List.of(),
                Count.UNKNOWN,
                Count.UNKNOWN,
                1,
                1,
                List.of());
        standing = new AtomicReference<>(new Standing(
                List.of(
                        new LabelledSheet("I-1", contested, List.of("I-4", "inc-00000000000000a4")),
                        new LabelledSheet("I-2", claimed, List.of()),
                        new LabelledSheet("I-3", unclaimed, List.of())),
                List.of(herald, courier, quiet),
                List.of(
                        new KnownActor(
                                "green-brigade",
                                "Green Brigade",
                                "armed-group",
                                "green-movement",
                                List.of(new KnownAlias("GB", "usual", "invented"))),
                        new KnownActor("red-front", "Red Front", "armed-group", null, List.of())),
                List.of()));
    }

    private static final Place OLDTOWN = new Place("Oldtown", "AF", "North", 34.5, 69.2, PlacePrecision.TOWN);

    private static Speaker author() {
        return new Speaker("author", null, null, Speaker.Role.AUTHOR, null, null);
    }

    private static Statement in(CodedReport report, Assertion said) {
        return new Statement(said, report.report().published(), report.report().outlet());
    }

    @Override
    public String ledger() {
        return "invented";
    }

    @Override
    public Standing standing() {
        return standing.get();
    }

    /** The two tellings of I-1, and a pair of I-2 and I-3 that falls short. */
    @Override
    public List<Link> alike(double least) {
        Link joined =
                standing().incidents().getFirst().sheet().incident().links().getFirst();
        Link apart = new Link(
                new Telling(courier.report().id(), "i2"),
                new Telling(quiet.report().id(), "i1"),
                3.5,
                List.of(
                        new Link.Reason("place", "Ford", "Westland", 5),
                        new Link.Reason("type", "armed-assault", "arson", -1.5)));
        return Stream.of(joined, apart).filter(link -> link.weight() >= least).toList();
    }

    @Override
    public void add(Judgement judgement) {
        standing.updateAndGet(now -> {
            List<Judgement> all = new ArrayList<>(now.judgements());
            all.add(judgement);
            return new Standing(now.incidents(), now.reports(), now.actors(), all);
        });
    }

    @Override
    public Map<String, String> perspectives() {
        return new TreeMap<>(perspectives);
    }

    @Override
    public void keepPerspective(String name, String yaml) {
        perspectives.put(name, yaml);
    }

    /** A report in the making. */
    private static final class Telegraph {

        private final @Nullable String title;
        private final @Nullable String outlet;
        private final @Nullable LocalDate published;
        private final String text;
        private final ReportId id;
        private final List<Furniture> furniture = new ArrayList<>();
        private final List<CodedIncident> incidents = new ArrayList<>();
        private final List<Assertion> assertions = new ArrayList<>();

        Telegraph(@Nullable String title, @Nullable String outlet, @Nullable LocalDate published, String text) {
            this.title = title;
            this.outlet = outlet;
            this.published = published;
            this.text = text;
            this.id = Report.idOf(null, title, outlet, published, null, text);
        }

        Passage at(String words) {
            return passage(text.indexOf(words), words);
        }

        Passage last(String words) {
            return passage(text.lastIndexOf(words), words);
        }

        private Passage passage(int from, String words) {
            if (from < 0) {
                throw new IllegalArgumentException("the report does not say \"" + words + "\"");
            }
            int start = text.codePointCount(0, from);
            return new Passage(start, start + words.codePointCount(0, words.length()));
        }

        void furniture(String words, Furniture.Kind kind) {
            furniture.add(new Furniture(at(words), kind));
        }

        void incident(String label, IncidentType type, String summary, String... mentions) {
            incidents.add(new CodedIncident(
                    label,
                    type,
                    summary,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    Count.UNKNOWN,
                    Count.UNKNOWN,
                    Arrays.stream(mentions).map(this::at).toList()));
        }

        Assertion say(@Nullable String incident, Content content, Speaker speaker, String words) {
            Assertion said =
                    Assertion.of(id, incident, content, speaker, Polarity.AFFIRMED, false, at(words), words, 0.9, BY);
            assertions.add(said);
            return said;
        }

        CodedReport coded() {
            Report report = new Report(
                    id, null, title, outlet, List.of(), published, "en", Genre.NEWS, null, null, text, furniture);
            return new CodedReport(report, incidents, assertions);
        }
    }
}
