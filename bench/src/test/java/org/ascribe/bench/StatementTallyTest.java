package org.ascribe.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.Coded;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.IncidentType;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The articles' own coding, handed in as if the program had found it, must score in full, and less where it is spoilt. */
class StatementTallyTest {

    private static final Path DEV = Path.of("setaside", "dev");

    @Test
    void theCodersOwnCodingScoresInFull() throws Exception {
        StatementTally tally = tally(UnaryOperator.identity());

        assertThat(tally.errors()).isEmpty();
        assertThat(tally.scores()).allSatisfy((kind, score) -> {
            assertThat(score.hits()).as(kind).isEqualTo(score.gold()).isEqualTo(score.found());
        });
        assertThat(tally.microAverage().f1()).isEqualTo(1);
        assertThat(tally.fields())
                .allSatisfy((field, score) -> assertThat(score.hits()).as(field).isEqualTo(score.gold()));
    }

    @Test
    void nothingFoundIsAllMissed() throws Exception {
        StatementTally tally = tally(coded -> new CodedReport(coded.report(), List.of(), List.of()));

        assertThat(tally.microAverage().found()).isZero();
        assertThat(tally.microAverage().recall()).isZero();
        assertThat(tally.errors())
                .hasSizeGreaterThanOrEqualTo(tally.microAverage().gold());
    }

    @Test
    void anotherStanceIsAMissAndAnExtra() throws Exception {
        StatementTally tally = tally(coded -> new CodedReport(
                coded.report(),
                coded.incidents(),
                coded.assertions().stream().map(StatementTallyTest::accuse).toList()));

        Score claims = tally.scores().get("responsibility, claimed");
        assertThat(claims.hits()).isZero();
        assertThat(claims.gold()).isPositive();
        Score accusations = tally.scores().get("responsibility, accused");
        assertThat(accusations.recall()).isEqualTo(1);
        assertThat(accusations.precision()).isLessThan(1);
        assertThat(tally.scores().get("responsibility, any stance").recall()).isEqualTo(1);
    }

    @Test
    void anIncidentWithoutTollIsFoundButNotRight() throws Exception {
        StatementTally tally = tally(coded -> new CodedReport(
                coded.report(),
                coded.incidents().stream()
                        .map(one -> new CodedIncident(
                                one.label(),
                                one.type(),
                                one.summary(),
                                one.when(),
                                one.where(),
                                one.targets(),
                                one.weapons(),
                                Count.UNKNOWN,
                                Count.UNKNOWN,
                                one.mentions()))
                        .toList(),
                coded.assertions()));

        assertThat(tally.scores().get("incident").f1()).isEqualTo(1);
        assertThat(tally.scores().get("incident, right in all").recall()).isLessThan(1);
        assertThat(tally.scores().get("toll, killed").recall()).isZero();
    }

    @Test
    void aFactionIsNotItsParentButABranchOfIslamicStateIs() {
        ActorNames names = ActorNames.load();
        assertThat(names.isSame("Islamic State Khorasan", "islamic-state", "Islamic State"))
                .isTrue();
        assertThat(names.isSame("Tehrik-i-Taliban Pakistan", "ttp", "Tehreek-e-Taliban Pakistan"))
                .isTrue();
        assertThat(names.isSame("Russia", "russia-military", "Russian armed forces"))
                .isTrue();
        assertThat(names.isSame("Pakistani military", "pakistan-military", "Pakistan Armed Forces"))
                .isTrue();
        assertThat(names.isSame("Jamaat-ul-Ahrar", "ttp", "Tehreek-e-Taliban Pakistan"))
                .isFalse();
        assertThat(names.isSame("Taliban", "ttp", "Tehreek-e-Taliban Pakistan")).isFalse();
        assertThat(names.isSame("local militia", "x-militia", "militia")).isTrue();
        assertThat(names.isSame("Fulani herders", "x-farmers", "farmers")).isFalse();
    }

    private static Assertion accuse(Assertion one) {
        if (!(one.content() instanceof Content.Responsibility r) || r.stance() != Stance.CLAIMED) {
            return one;
        }
        return assertion(
                one.report(),
                one.text(),
                one.passage(),
                one.incident(),
                new Content.Responsibility(r.actor(), Stance.ACCUSED, r.evidence(), null),
                one.speaker(),
                one.polarity(),
                one.hedged());
    }

    private static StatementTally tally(UnaryOperator<CodedReport> spoil) throws Exception {
        StatementTally tally = new StatementTally(ActorNames.load());
        for (GoldArticle article : GoldArticle.list(DEV)) {
            tally.add(article, spoil.apply(coded(article)));
        }
        return tally;
    }

    // ---- the coder's values as the program's

    private static CodedReport coded(GoldArticle gold) {
        Report report = StatementScores.reportAsCoded(gold);
        List<CodedIncident> incidents = new ArrayList<>();
        List<Assertion> assertions = new ArrayList<>();
        for (GoldArticle.Incident one : gold.incidents()) {
            String country = one.country();
            String place = one.place();
            EventDate when = one.yearless() != null
                    ? new EventDate(null, null, DatePrecision.DAY, one.yearless())
                    : one.from() == null && one.to() == null
                            ? null
                            : new EventDate(one.from(), one.to(), DatePrecision.RANGE, null);
            incidents.add(new CodedIncident(
                    one.key(),
                    Coded.parse(IncidentType.class, one.types().get(0)),
                    one.words(),
                    when,
                    country == null && place == null
                            ? null
                            : new Place(place == null ? "" : place, country, null, null, null, PlacePrecision.TOWN),
                    List.of(),
                    List.of(),
                    one.killed(),
                    one.wounded(),
                    List.of(passage(report, one.words()))));
        }
        int serial = 0;
        for (GoldArticle.Responsibility one : gold.responsibilities()) {
            assertions.add(assertion(
                    report,
                    one.words(),
                    one.incident(),
                    new Content.Responsibility(
                            one.actor() == null ? null : actor(one.actor(), serial++),
                            Coded.parse(Stance.class, one.stance()),
                            Coded.parse(EvidenceGiven.class, one.evidence()),
                            null),
                    speaker(one.speaker(), Coded.parse(Speaker.Role.class, one.speakerRole())),
                    Polarity.AFFIRMED,
                    one.hedged()));
        }
        for (GoldArticle.Relation one : gold.relations()) {
            assertions.add(assertion(
                    report,
                    one.words(),
                    null,
                    new Content.Relation(
                            actor(one.subject(), serial++),
                            actor(one.object(), serial++),
                            Coded.parse(RelationKind.class, one.relation())),
                    speaker(one.speaker(), null),
                    Polarity.AFFIRMED,
                    one.hedged()));
        }
        for (GoldArticle.Presence one : gold.presences()) {
            Passage at = passage(report, one.words());
            assertions.add(assertion(
                    report,
                    one.words(),
                    null,
                    new Content.Presence(
                            actor(one.actor(), serial++),
                            one.place() == null
                                    ? null
                                    : new Said<>(
                                            new Place(one.place(), null, null, null, null, PlacePrecision.TOWN), at)),
                    speaker(one.speaker(), null),
                    Coded.parse(Polarity.class, one.polarity()),
                    false));
        }
        for (GoldArticle.Capability one : gold.capabilities()) {
            assertions.add(assertion(
                    report,
                    one.words(),
                    null,
                    new Content.Capability(
                            actor(one.actor(), serial++), Coded.parse(CapabilityKind.class, one.direction())),
                    speaker(one.speaker(), null),
                    Polarity.AFFIRMED,
                    false));
        }
        return new CodedReport(report, incidents, assertions);
    }

    private static ActorRef actor(String name, int serial) {
        return new ActorRef("x-" + serial, name, null, null);
    }

    private static Speaker speaker(String name, Speaker.@Nullable Role role) {
        Speaker.Role known = role != null ? role : name.equals("author") ? Speaker.Role.AUTHOR : Speaker.Role.UNNAMED;
        return new Speaker(name, null, null, known, null, null);
    }

    private static Passage passage(Report report, String words) {
        String text = report.text();
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int start = text.codePointCount(0, at);
            Passage passage = new Passage(start, start + words.codePointCount(0, words.length()));
            if (!report.isFurniture(passage)) {
                return passage;
            }
        }
        throw new AssertionError("not in the text: " + words);
    }

    private static Assertion assertion(
            Report report,
            String words,
            @Nullable String incident,
            Content content,
            Speaker speaker,
            Polarity polarity,
            boolean hedged) {
        return assertion(report.id(), words, passage(report, words), incident, content, speaker, polarity, hedged);
    }

    private static Assertion assertion(
            ReportId report,
            String words,
            Passage passage,
            @Nullable String incident,
            Content content,
            Speaker speaker,
            Polarity polarity,
            boolean hedged) {
        return Assertion.of(
                report, incident, content, speaker, polarity, hedged, passage, words, 1, new ReadBy("test", "0"));
    }
}
