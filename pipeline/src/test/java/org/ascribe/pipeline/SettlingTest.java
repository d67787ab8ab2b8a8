package org.ascribe.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.core.weigh.Difference;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Settlement;
import org.ascribe.core.weigh.Status;
import org.ascribe.exchange.perspective.BuiltIn;
import org.ascribe.exchange.perspective.PerspectiveFile;
import org.ascribe.extract.Extractor;
import org.ascribe.store.IncidentFilter;
import org.ascribe.store.IncidentRow;
import org.ascribe.store.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attack near Moscow, as the bundled corpus tells it, under policies that trust others. */
class SettlingTest {

    private static final Path CORPUS = Path.of("..", "corpus");

    @TempDir
    static Path folder;

    private static Ledger ledger;
    private static RecordService record;
    private static Settling settling;
    private static int moscow;

    @BeforeAll
    static void load() throws IOException {
        // with the trained reader, as ascribe demo reads it
        Extractor extractor = Extractor.withModel(Path.of("..", "models", "reader-3.onnx"));
        ledger = Ledger.open(folder.resolve("moscow.duckdb"), Ledger.Mode.CREATE);
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        try (Progress progress = new Progress(nowhere, InstantSource.fixed(Instant.parse("2024-04-05T12:00:00Z")))) {
            new Pipeline(ledger, new Extraction(extractor, new PipelineSettings(null, 2)), "test")
                    .run(
                            Preflight.check(
                                    List.of(
                                            CORPUS.resolve("2024-03-22-moscow-concert-hall")
                                                    .toString(),
                                            CORPUS.resolve("2024-03-21-kandahar-bank")
                                                    .toString()),
                                    null),
                            progress,
                            skip -> {});
        }
        record = new RecordService(ledger, "test");
        settling = Settling.of(record);
        // the attack itself is the one near Moscow that most reports tell of
        String id = record.incidents(IncidentFilter.ALL).stream()
                .filter(row -> row.where() != null && "RU".equals(row.where().country()))
                .max(Comparator.comparingInt(IncidentRow::reports))
                .orElseThrow()
                .id();
        moscow = settling.docket().find(id).orElseThrow();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static Perspective russiaOnly() {
        Path file = Path.of("..", "samples", "perspectives", "russian-state-only.yaml");
        try {
            return PerspectiveFile.parse(new PerspectiveFile.Source(file.toString(), Files.readString(file)));
        } catch (IOException missing) {
            throw new AssertionError("the sample is part of the project", missing);
        }
    }

    private static Settled moscow(Perspective perspective) {
        return settling.settle(perspective, null).get(moscow);
    }

    private static double supportOf(Settled settled, String actor) {
        return settled.actors().stream()
                .filter(each -> each.actor().equals(actor))
                .mapToDouble(Settled.Support::support)
                .findFirst()
                .orElse(0);
    }

    /** Islamic State claims it, Russia accuses Ukraine, Ukraine denies it and suspects Russia: all of that counts alike. */
    @Test
    void underEveryVoiceTheAttackIsContested() {
        Settled settled = moscow(BuiltIn.find("every-voice").orElseThrow());
        assertThat(settled.status()).isEqualTo(Status.CONTESTED);
        assertThat(settled.actors()).extracting(Settled.Support::actor).contains("islamic-state", "ukraine");
        assertThat(settled.why()).startsWith("Voices name different actors");
    }

    /** The claim of Islamic State decides; accusations without evidence, and by enemies, do not come near it. */
    @Test
    void underClaimsFirstItIsIslamicStatesAndConfirmed() {
        Settled settled = moscow(BuiltIn.find("claims-first").orElseThrow());
        assertThat(settled.status()).isEqualTo(Status.CONFIRMED);
        assertThat(settled.actors().getFirst().actor()).isEqualTo("islamic-state");
        assertThat(settled.actors().getFirst().support()).isGreaterThan(0.9);
        assertThat(supportOf(settled, "ukraine")).isLessThan(0.1);
        assertThat(settled.why()).startsWith("Islamic State claimed it");
        assertThat(settled.reasons().getFirst().rule()).startsWith("claim");
    }

    /** Only the Russian state is heard: it names Ukraine, and the claim of Islamic State weighs nothing. */
    @Test
    void underTheRussianStateAloneItIsUkraines() {
        Settled settled = moscow(russiaOnly());
        assertThat(settled.actors().getFirst().actor()).isEqualTo("ukraine");
        assertThat(supportOf(settled, "islamic-state")).isZero();
        assertThat(settled.reasons().stream()
                        .filter(reason -> reason.weight() != 0 && reason.actor() != null)
                        .map(Settled.Reason::rule))
                .isNotEmpty()
                .allMatch(rule -> rule.contains("the Russian state"));
    }

    @Test
    void theDifferenceSaysThatTheAttackChangesHandsAndWhichRuleMadeItSo() {
        Settlement claims = settling.settle(BuiltIn.find("claims-first").orElseThrow(), null);
        Settlement russia = settling.settle(russiaOnly(), null);
        Difference.Changed changed = Difference.between(claims, russia).stream()
                .filter(each -> each.after()
                        .incident()
                        .id()
                        .equals(settling.docket().incident(moscow).id()))
                .findFirst()
                .orElseThrow();
        assertThat(changed.aspects()).contains(Difference.Aspect.ACTOR, Difference.Aspect.STATUS);
        assertThat(changed.because()).containsAnyOf("the Russian state", "claim 2.94");
    }

    @Test
    void onTheDayOfTheAttackNeitherTheClaimNorTheAccusationWasKnown() {
        Settlement thatDay = settling.settle(BuiltIn.find("every-voice").orElseThrow(), LocalDate.of(2024, 3, 22));
        assertThat(thatDay.isKnown(moscow)).isTrue();
        assertThat(thatDay.get(moscow).actors())
                .extracting(Settled.Support::actor)
                .doesNotContain("islamic-state");
        Settlement last = settling.settle(
                BuiltIn.find("every-voice").orElseThrow(),
                settling.docket().latestDay().orElseThrow());
        assertThat(last.list())
                .isEqualTo(settling.settle(BuiltIn.find("every-voice").orElseThrow(), null)
                        .list());
    }

    @Test
    void everyVoiceGivesTheStatusesOfTheLedger() {
        Settlement settlement = settling.settle(BuiltIn.find("every-voice").orElseThrow(), null);
        for (IncidentRow row : record.incidents(IncidentFilter.ALL)) {
            int place = settling.docket().find(row.id()).orElseThrow();
            assertThat(settlement.status(place)).as(row.label()).isEqualTo(row.status());
            assertThat(settling.labelOf(row.id())).isEqualTo(row.label());
        }
    }

    @Test
    void theRecordForFindingsHoldsAllIncidentsAndTheWords() {
        SettledRecord all = settling.record(BuiltIn.find("cautious-coder").orElseThrow(), null);
        assertThat(all.incidents()).hasSameSizeAs(record.incidents(IncidentFilter.ALL));
        assertThat(all.words())
                .isSortedAccordingTo(Comparator.comparing(
                        statement -> statement.published(), Comparator.nullsLast(Comparator.naturalOrder())));
    }

    @Test
    void everyBuiltInPerspectiveSettlesTheCorpus() {
        for (Perspective perspective : BuiltIn.all()) {
            List<Settled> all = settling.settle(perspective, null).list();
            assertThat(all).isNotEmpty().allSatisfy(settled -> {
                assertThat(settled.perspective()).isEqualTo(perspective.name());
                assertThat(settled.why()).endsWith(".");
                assertThat(settled.actors())
                        .allSatisfy(each -> assertThat(each.support()).isBetween(each.low(), each.high()));
            });
        }
    }
}
