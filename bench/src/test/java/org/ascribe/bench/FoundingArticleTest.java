package org.ascribe.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Outcome;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.core.Stance;
import org.ascribe.exchange.CodedReportJson;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorFinder;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.language.LanguageSteps;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything that the founding article says finds its place in the record. The article is not ours to pass on: where it is
 * not beside the checkout, the test is skipped.
 */
@ParameterizedClass
@MethodSource("models")
class FoundingArticleTest {

    private static final Path ARTICLE = Path.of("..", "..", "shared", "founding", "000_13c3812669673a34.txt");
    private static final Path SCHEMA = Path.of("..", "docs", "formats", "coded-report-1.schema.json");
    private static final LocalDate PUBLISHED = LocalDate.of(2024, 4, 5);
    private static final String IS = "islamic-state";
    private static final String TALIBAN = "taliban";

    /** What is told as going on or as a series is no attack. */
    private static final Set<IncidentType> NO_ATTACK =
            Set.of(IncidentType.CLASH, IncidentType.CAMPAIGN, IncidentType.RAID_OR_ARREST);

    private static @Nullable Path readWith;
    private static Report report;
    private static CodedReport coded;

    private static Extractor extractor;

    /** The rules alone, and with the trained model beside them: the facts of the article are the same. */
    static Stream<Path> models() {
        return Stream.of(Path.of("none"), Path.of("../models/reader-3.onnx"))
                .filter(p -> !p.toString().endsWith("onnx") || Files.exists(p));
    }

    FoundingArticleTest(Path model) throws IOException {
        assumeTrue(
                Files.exists(ARTICLE),
                "the founding article is not beside this checkout (" + ARTICLE + "), its test is skipped");
        if (model.equals(readWith)) {
            return;
        }
        readWith = model;
        extractor = model.endsWith("none") ? Extractor.rules() : Extractor.withModel(model);
        try (Stream<Outcome<Report>> outcomes = new ReportReader().read(ARTICLE, new ReadSettings(PUBLISHED))) {
            Outcome<Report> only = outcomes.toList().get(0);
            assertThat(only).isInstanceOf(Outcome.Done.class);
            report = ((Outcome.Done<Report>) only).value();
        }
        coded = extractor.extract(report);
    }

    // ---- what happened

    @Test
    void itTellsOfExactlyFiveAttacks() {
        List<CodedIncident> attacks = coded.incidents().stream()
                .filter(incident -> !NO_ATTACK.contains(incident.type()))
                .toList();
        assertThat(attacks)
                .as("%s", attacks)
                .containsExactlyInAnyOrder(kandahar(), moscow(), airport(), chinese(), ministry());
    }

    @Test
    void theBankInKandaharInMarchWithATollThatNobodyNumbers() {
        assertThat(country(kandahar())).isEqualTo("AF");
        assertMonth(kandahar(), 2024, 3);
        assertThat(kandahar().killed()).isEqualTo(Count.UNKNOWN);
        assertThat(kandahar().wounded()).isEqualTo(Count.UNKNOWN);
    }

    @Test
    void theConcertHallInMoscowInTheSameMonthWithMoreThan140Killed() {
        assertThat(country(moscow())).isEqualTo("RU");
        assertMonth(moscow(), 2024, 3);
        assertThat(moscow().killed()).isEqualTo(Count.atLeast(141));
    }

    @Test
    void theAirportInKabulInAugust2021WithMoreThan100Killed() {
        assertThat(country(airport())).isEqualTo("AF");
        assertMonth(airport(), 2021, 8);
        assertThat(airport().killed()).isEqualTo(Count.atLeast(101));
    }

    @Test
    void theAmericanSoldiersArePartOfTheAirportsToll() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.content()).isInstanceOf(Content.Toll.class);
            Content.Toll toll = (Content.Toll) one.content();
            assertThat(one.incident()).isEqualTo(airport().label());
            assertThat(toll.harm()).isEqualTo(Harm.KILLED);
            assertThat(toll.count()).isEqualTo(Count.atLeast(13));
            assertThat(toll.whom()).isNotNull();
            assertThat(toll.whom().value()).contains("American soldiers");
        });
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.incident()).isEqualTo(airport().label());
            assertThat(one.content()).isInstanceOf(Content.Toll.class);
            assertThat(((Content.Toll) one.content()).count()).isEqualTo(Count.atLeast(101));
        });
    }

    @Test
    void theLaterAttacksInKabulAreNotDatedMoreCloselyThanTheTextDoes() {
        for (CodedIncident later : List.of(chinese(), ministry())) {
            assertThat(country(later)).isEqualTo("AF");
            assertThat(place(later)).contains("Kabul");
            assertThat(later.killed()).isEqualTo(Count.UNKNOWN);
            EventDate when = later.when();
            if (when != null) {
                assertThat(when.yearless()).isNull();
                assertThat(when.days()).as("%s", when).isGreaterThan(366);
                assertThat(when.from() == null || !when.from().isBefore(LocalDate.of(2021, 8, 1)))
                        .as("%s", when)
                        .isTrue();
                assertThat(when.to() == null || !when.to().isAfter(PUBLISHED))
                        .as("%s", when)
                        .isTrue();
            }
        }
    }

    // ---- who is said to have done it

    @Test
    void islamicStateClaimedKandaharAndTheAirport() {
        for (CodedIncident attack : List.of(kandahar(), airport())) {
            assertResponsibility(
                    attack,
                    Stance.CLAIMED,
                    IS,
                    one -> one.speaker().role() == Role.PARTY
                            && IS.equals(one.speaker().actor())
                            && !one.hedged());
        }
    }

    @Test
    void islamicStateIsOnlySuspectedInMoscow() {
        assertResponsibility(moscow(), Stance.SUSPECTED, IS, Assertion::hedged);
        assertThat(responsibilities(moscow()).filter(one -> stance(one) == Stance.CLAIMED))
                .isEmpty();
    }

    @Test
    void russiaAccusesUkraineWithoutEvidence() {
        assertResponsibility(
                moscow(),
                Stance.ACCUSED,
                "ukraine",
                one -> "russia".equals(one.speaker().actor())
                        && Set.of(Role.OFFICIAL, Role.PARTY)
                                .contains(one.speaker().role())
                        && ((Content.Responsibility) one.content()).evidence() == EvidenceGiven.NONE);
    }

    @Test
    void theForeignMinisterAccusesForeignActors() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.content()).isInstanceOf(Content.Responsibility.class);
            assertThat(stance(one)).isEqualTo(Stance.ACCUSED);
            assertThat(actorOf(one)).isNotNull();
            assertThat(actorOf(one).name().toLowerCase(Locale.ROOT)).contains("foreign");
            assertThat(one.speaker().name()).contains("Muttaqi");
            assertThat(one.speaker().role()).isEqualTo(Role.OFFICIAL);
            assertThat(one.speaker().actor()).isEqualTo(TALIBAN);
        });
    }

    // ---- what else is said

    @Test
    void theTalibanGovernmentDeniesThatIslamicStateIsInAfghanistan() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertPresence(one, Polarity.DENIED);
            assertThat(one.speaker().actor()).isEqualTo(TALIBAN);
            assertThat(one.speaker().role()).isIn(Role.OFFICIAL, Role.PARTY);
        });
    }

    @Test
    void theFormerSecurityOfficialSeesTheTalibanWithoutAuthorityAndCapability() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.content()).isInstanceOf(Content.Capability.class);
            Content.Capability content = (Content.Capability) one.content();
            assertThat(content.actor().id()).isEqualTo(TALIBAN);
            assertThat(content.capability() == CapabilityKind.DECLINE
                            || content.capability() == CapabilityKind.STRENGTH && one.polarity() == Polarity.DENIED)
                    .isTrue();
            assertThat(one.text()).contains("authority");
            assertFormerOfficial(one.speaker());
        });
    }

    @Test
    void theFormerSecurityOfficialSeesIslamicStateInTheNorth() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertPresence(one, Polarity.AFFIRMED);
            assertThat(one.text()).contains("northern Afghanistan");
            assertFormerOfficial(one.speaker());
        });
    }

    @Test
    void theFormerSecurityOfficialSeesTheTalibanTolerateIt() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.content()).isInstanceOf(Content.Relation.class);
            Content.Relation content = (Content.Relation) one.content();
            assertThat(content.relation()).isEqualTo(RelationKind.TOLERATING);
            assertThat(content.subject().id()).isEqualTo(TALIBAN);
            assertThat(content.object().id()).isEqualTo(IS);
            assertFormerOfficial(one.speaker());
        });
    }

    @Test
    void analystsSeeATacitAlliance() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.content()).isInstanceOf(Content.Relation.class);
            Content.Relation content = (Content.Relation) one.content();
            assertThat(content.relation()).isEqualTo(RelationKind.TACIT_ALLIANCE);
            assertThat(List.of(content.subject().id(), content.object().id())).containsExactlyInAnyOrder(TALIBAN, IS);
            assertThat(one.hedged()).isTrue();
            assertThat(one.speaker().role()).isEqualTo(Role.EXPERT);
        });
    }

    @Test
    void neighboursFearASafeHaven() {
        assertThat(coded.assertions()).anySatisfy(one -> {
            assertThat(one.text()).contains("safe haven");
            assertThat(one.hedged()).isTrue();
            assertThat(words(one.speaker())).contains("neighbo");
        });
    }

    @Test
    void allNamesOfIslamicStateAreOneActor() {
        List<ActorMention> mentions = new ActorFinder(ActorDictionary.load())
                .find(LanguageSteps.english().parse(report));
        for (String name : List.of("IS", "ISIS", "Daesh", "Islamic State")) {
            List<ActorMention> named = mentions.stream()
                    .filter(mention -> String.valueOf(mention.actor().as()).matches(name + "( group)?"))
                    .toList();
            assertThat(named).as(name).isNotEmpty();
            assertThat(named)
                    .as(name)
                    .allSatisfy(mention -> assertThat(mention.actor().id()).isEqualTo(IS));
        }
        assertThat(coded.assertions().stream()
                        .flatMap(FoundingArticleTest::actors)
                        .map(ActorRef::id)
                        .filter(id -> id.startsWith(IS))
                        .collect(Collectors.toSet()))
                .containsExactly(IS);
    }

    @Test
    void nothingIsReadFromCaptionBylineDisclaimerOrCommentForm() {
        List<Passage> around = List.of(
                line("Photo by"),
                line("By I"),
                line("university professor"),
                line("Note:"),
                line("Leave a Reply"),
                line("Your email address"));
        for (Passage piece : around) {
            assertThat(report.isFurniture(piece)).as(piece.in(report.text())).isTrue();
            for (Assertion one : coded.assertions()) {
                assertThat(one.passage().overlaps(piece)).as("%s", one).isFalse();
                assertThat(actors(one).map(ActorRef::at).anyMatch(at -> at != null && at.overlaps(piece)))
                        .as("%s", one)
                        .isFalse();
            }
            for (CodedIncident incident : coded.incidents()) {
                assertThat(incident.mentions().stream().anyMatch(piece::overlaps))
                        .as("%s", incident)
                        .isFalse();
            }
        }
    }

    @Test
    void theCodedReportFollowsItsSchema() throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA), InputFormat.JSON)
                        .validate(CodedReportJson.write(coded), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aSecondReadingGivesTheSame() {
        assertThat(CodedReportJson.write(extractor.extract(report))).isEqualTo(CodedReportJson.write(coded));
    }

    // ---- the five, by the words that the report has for them

    private static CodedIncident kandahar() {
        return one("Kandahar");
    }

    private static CodedIncident moscow() {
        return one("Moscow");
    }

    private static CodedIncident airport() {
        return one("airport");
    }

    private static CodedIncident chinese() {
        return one("Chinese");
    }

    private static CodedIncident ministry() {
        return one("Ministry of Foreign Affairs");
    }

    /** The one incident with the word in its place or targets, by name or by the report's words; else in its summary. */
    private static CodedIncident one(String word) {
        List<CodedIncident> attacks = coded.incidents().stream()
                .filter(incident -> !NO_ATTACK.contains(incident.type()))
                .toList();
        List<CodedIncident> named = attacks.stream()
                .filter(incident -> has(whereAndWhom(incident), word))
                .toList();
        List<CodedIncident> best = named.isEmpty()
                ? attacks.stream()
                        .filter(incident -> has(incident.summary(), word))
                        .toList()
                : named;
        assertThat(best)
                .as("incidents with \"%s\" among %s", word, coded.incidents())
                .hasSize(1);
        return best.get(0);
    }

    private static boolean has(String words, String word) {
        return words.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
    }

    private static String whereAndWhom(CodedIncident incident) {
        StringBuilder words = new StringBuilder(place(incident) + " " + incident.targets());
        for (Assertion one : coded.assertions()) {
            if (incident.label().equals(one.incident())
                    && one.content() instanceof Content.Occurrence occurrence
                    && occurrence.where() != null) {
                words.append(' ').append(occurrence.where().passage().in(report.text()));
            }
        }
        return words.toString();
    }

    private static void assertMonth(CodedIncident incident, int year, int month) {
        EventDate whole = EventDate.month(year, month);
        assertThat(incident.when()).isNotNull();
        assertThat(incident.when().from()).isEqualTo(whole.from());
        assertThat(incident.when().to()).isEqualTo(whole.to());
    }

    private static @Nullable String country(CodedIncident incident) {
        Place where = incident.where();
        return where == null ? null : where.country();
    }

    private static String place(CodedIncident incident) {
        Place where = incident.where();
        return where == null ? "" : where.name() + ", " + where.admin1();
    }

    private static Stream<Assertion> responsibilities(CodedIncident incident) {
        return coded.assertions().stream()
                .filter(one -> incident.label().equals(one.incident()))
                .filter(one -> one.content() instanceof Content.Responsibility);
    }

    private static void assertResponsibility(
            CodedIncident incident, Stance stance, String actor, Predicate<Assertion> further) {
        assertThat(responsibilities(incident)).as(incident.summary()).anySatisfy(one -> {
            assertThat(stance(one)).isEqualTo(stance);
            assertThat(actorOf(one)).isNotNull();
            assertThat(actorOf(one).id()).isEqualTo(actor);
            assertThat(further.test(one)).as("%s", one).isTrue();
        });
    }

    private static void assertPresence(Assertion one, Polarity polarity) {
        assertThat(one.content()).isInstanceOf(Content.Presence.class);
        Content.Presence content = (Content.Presence) one.content();
        assertThat(content.actor().id()).isEqualTo(IS);
        assertThat(content.place()).isNotNull();
        assertThat(content.place().value().country()).isEqualTo("AF");
        assertThat(one.polarity()).isEqualTo(polarity);
    }

    private static void assertFormerOfficial(Speaker speaker) {
        assertThat(speaker.role()).isIn(Role.EXPERT, Role.OFFICIAL);
        assertThat(words(speaker)).isNotEqualTo("author ");
    }

    private static String words(Speaker speaker) {
        return (speaker.name() + " " + (speaker.as() == null ? "" : speaker.as())).toLowerCase(Locale.ROOT);
    }

    private static Stance stance(Assertion one) {
        return ((Content.Responsibility) one.content()).stance();
    }

    private static @Nullable ActorRef actorOf(Assertion one) {
        return ((Content.Responsibility) one.content()).actor();
    }

    private static Stream<ActorRef> actors(Assertion one) {
        return switch (one.content()) {
            case Content.Responsibility r -> Stream.ofNullable(r.actor());
            case Content.Relation r -> Stream.of(r.subject(), r.object());
            case Content.Presence p -> Stream.of(p.actor());
            case Content.Capability c -> Stream.of(c.actor());
            case Content.Occurrence o -> Stream.empty();
            case Content.Toll t -> Stream.empty();
            case Content.Evidence e -> Stream.empty();
        };
    }

    /** The line with these words. */
    private static Passage line(String words) {
        String text = report.text();
        int at = text.indexOf(words);
        assertThat(at).as(words).isNotNegative();
        int from = text.lastIndexOf('\n', at) + 1;
        int end = text.indexOf('\n', at);
        int start = text.codePointCount(0, from);
        return new Passage(start, start + text.codePointCount(from, end < 0 ? text.length() : end));
    }
}
