package org.ascribe.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedReport;
import org.ascribe.core.DataSource;
import org.ascribe.core.Judgement;
import org.ascribe.core.Judgement.Decision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.resolve.Resolver;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.exchange.export.ExportFormat;
import org.ascribe.exchange.export.ExportTerms;
import org.ascribe.exchange.export.ExportTerms.Judged;
import org.ascribe.exchange.export.ExportTerms.KnownActor;
import org.ascribe.exchange.export.ExportTerms.Tlp;
import org.ascribe.exchange.export.ExportWriter;
import org.ascribe.exchange.export.ExportedIncident;
import org.ascribe.exchange.export.Exports;
import org.ascribe.exchange.export.LeftOut;
import org.ascribe.extract.actor.Actor;
import org.ascribe.store.Ledger;
import org.ascribe.store.ParquetFile;
import org.jspecify.annotations.Nullable;

/**
 * The record into files, some hundred incidents at a time, in the order of their labels. What came from a data set that may not be
 * passed on is left out unless asked for: an incident that others tell too is derived anew from what they say.
 */
public final class RecordExport {

    private static final int AT_ONCE = 500;

    /** What becomes of rows that may not be passed on. */
    public enum Restricted {
        LEFT_OUT,
        INCLUDED
    }

    /** @param to a file; for a format that is a folder, a folder that is there */
    public record Request(ExportFormat format, Path to, RecordFilter filter, Restricted restricted, Tlp tlp) {}

    /** @param incidents that the export holds */
    public record Done(int incidents, LeftOut leftOut) {}

    private final RecordService record;
    private final Ledger ledger;
    private final Request request;
    private final String programVersion;
    private final List<Judgement> judgements;
    private final Map<String, Set<ReportId>> leftOut = new TreeMap<>();
    private int incidentsLeftOut;

    private RecordExport(RecordService record, Request request, String programVersion) {
        this.record = record;
        this.ledger = record.ledger();
        this.request = request;
        this.programVersion = programVersion;
        this.judgements = ledger.judgements();
    }

    /**
     * Writes what is asked for. A file appears whole or not at all; of a folder, datapackage.json is written last.
     *
     * @throws IOException if something cannot be written
     */
    public static Done write(RecordService record, Request request, String programVersion) throws IOException {
        return new RecordExport(record, request, programVersion).write();
    }

    private Done write() throws IOException {
        Path to = request.to();
        if (request.format().isFolder()) {
            Path scratch = Files.createTempDirectory(to, ".part");
            try {
                return write(to, scratch);
            } finally {
                delete(scratch);
            }
        }
        Path part = to.resolveSibling("." + to.getFileName() + ".part");
        try {
            Done done = write(part, part);
            Files.move(part, to, StandardCopyOption.REPLACE_EXISTING);
            return done;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Done write(Path to, Path scratch) throws IOException {
        int incidents = 0;
        try (ExportWriter writer = Exports.begin(request.format(), to, scratch, terms(), ParquetFile::fromCsv)) {
            Map<String, List<String>> former = ledger.formerLabels();
            for (List<String> labels : chunks(ledger.labels())) {
                Map<String, Incident> some = ledger.labelledIncidents(labels);
                Map<ReportId, CodedReport> reports = reports(some);
                for (Map.Entry<String, Incident> entry : some.entrySet()) {
                    ExportedIncident exported = exported(
                            entry.getKey(), entry.getValue(), former.getOrDefault(entry.getKey(), List.of()), reports);
                    if (exported != null) {
                        writer.incident(exported);
                        incidents++;
                    }
                }
            }
            if (request.filter().equals(RecordFilter.ALL) && request.format().isFolder()) {
                for (List<ReportId> ids : chunks(ledger.reportsBeyondIncidents())) {
                    for (CodedReport coded : ledger.codedReports(ids).stream()
                            .sorted(Comparator.comparing(coded -> coded.report().id()))
                            .toList()) {
                        if (!isLeftOut(coded)) {
                            writer.aboutNone(beyondIncidents(coded));
                        }
                    }
                }
            }
            LeftOut all = leftOut();
            writer.finish(all);
            return new Done(incidents, all);
        }
    }

    /** With those assertions alone that are about no incident of the record. */
    private CodedReport beyondIncidents(CodedReport coded) {
        return new CodedReport(
                coded.report(),
                coded.incidents(),
                coded.assertions().stream()
                        .filter(said -> said.incident() == null
                                || ledger.findLabel(new Telling(said.report(), said.incident()))
                                        .isEmpty())
                        .toList());
    }

    private LeftOut leftOut() {
        Map<String, Integer> counts = new TreeMap<>();
        leftOut.forEach((dataSet, rows) -> counts.put(dataSet, rows.size()));
        return new LeftOut(counts, incidentsLeftOut);
    }

    private static <T> List<List<T>> chunks(List<T> all) {
        List<List<T>> chunks = new ArrayList<>();
        for (int at = 0; at < all.size(); at += AT_ONCE) {
            chunks.add(all.subList(at, Math.min(all.size(), at + AT_ONCE)));
        }
        return chunks;
    }

    private Map<ReportId, CodedReport> reports(Map<String, Incident> some) {
        Set<ReportId> ids = new TreeSet<>();
        some.values().forEach(incident -> incident.tellings().forEach(telling -> ids.add(telling.report())));
        Map<ReportId, CodedReport> reports = new HashMap<>();
        ledger.codedReports(ids).forEach(coded -> reports.put(coded.report().id(), coded));
        return reports;
    }

    private @Nullable ExportedIncident exported(
            String label, Incident incident, List<String> formerly, Map<ReportId, CodedReport> reports) {
        List<CodedReport> kept = new ArrayList<>();
        List<CodedReport> dropped = new ArrayList<>();
        Set<ReportId> telling = new TreeSet<>();
        incident.tellings().forEach(told -> telling.add(told.report()));
        for (ReportId id : telling) {
            CodedReport coded = reports.get(id);
            if (coded != null) {
                (isRestricted(coded) ? dropped : kept).add(coded);
            }
        }
        Incident shown = dropped.isEmpty() || kept.isEmpty() ? incident : without(incident, dropped, kept);
        IncidentSheet sheet = record.sheet(shown, reports, judgements);
        if (!request.filter().passes(label, sheet, this::lineage)) {
            return null;
        }
        dropped.forEach(this::isLeftOut);
        if (kept.isEmpty() && !dropped.isEmpty()) {
            incidentsLeftOut++;
            return null;
        }
        return new ExportedIncident(label, formerly, sheet, kept);
    }

    private boolean isRestricted(CodedReport coded) {
        return request.restricted() == Restricted.LEFT_OUT
                && DataSource.of(coded.report())
                        .filter(source -> source.redistribution() == DataSource.Redistribution.NO)
                        .isPresent();
    }

    /** As {@link #isRestricted}, and counted. */
    private boolean isLeftOut(CodedReport coded) {
        if (!isRestricted(coded)) {
            return false;
        }
        String dataSet = DataSource.of(coded.report()).map(DataSource::name).orElseThrow();
        leftOut.computeIfAbsent(dataSet, name -> new HashSet<>())
                .add(coded.report().id());
        return true;
    }

    /**
     * The incident as the remaining reports tell it: nothing of it is known from those left out. Its id and label stay.
     */
    private static Incident without(Incident incident, List<CodedReport> dropped, List<CodedReport> kept) {
        Set<ReportId> gone = new HashSet<>();
        dropped.forEach(coded -> gone.add(coded.report().id()));
        List<Telling> left = incident.tellings().stream()
                .filter(telling -> !gone.contains(telling.report()))
                .toList();
        Set<Telling> tellings = Set.copyOf(left);
        List<CodedReport> alone = kept.stream()
                .map(coded -> new CodedReport(
                        coded.report(),
                        coded.incidents().stream()
                                .filter(told -> tellings.contains(
                                        new Telling(coded.report().id(), told.label())))
                                .toList(),
                        coded.assertions().stream()
                                .filter(said -> said.incident() != null
                                        && tellings.contains(
                                                new Telling(coded.report().id(), said.incident())))
                                .toList()))
                .toList();
        List<Judgement> same = left.stream()
                .skip(1)
                .map(telling ->
                        Judgement.of(Instant.EPOCH, "", "", new Decision.SameIncident(left.getFirst(), telling), null))
                .toList();
        Incident derived = Resolver.resolve(alone, same).getFirst();
        return new Incident(
                incident.id(),
                derived.summary(),
                derived.type(),
                derived.when(),
                derived.where(),
                derived.targets(),
                derived.weapons(),
                left,
                incident.links().stream()
                        .filter(link -> tellings.contains(link.a()) && tellings.contains(link.b()))
                        .toList());
    }

    private List<String> lineage(String actor) {
        List<String> line = new ArrayList<>();
        Optional<String> next = Optional.of(actor);
        while (next.isPresent() && !line.contains(next.get())) {
            line.add(next.get());
            next = record.dictionary().parentOf(next.get());
        }
        return line;
    }

    private ExportTerms terms() {
        Ledger.Span span = ledger.span().orElse(new Ledger.Span(Instant.EPOCH, Instant.EPOCH));
        Set<AssertionId> wrong = new HashSet<>();
        Map<AssertionId, String> rightActor = new HashMap<>();
        for (Judgement judgement : Judgement.inForce(judgements)) {
            switch (judgement.decision()) {
                case Decision.WrongReading(AssertionId assertion) -> wrong.add(assertion);
                case Decision.RightActor(AssertionId assertion, String actor) -> rightActor.put(assertion, actor);
                case Decision.SameIncident same -> {}
                case Decision.NotSameIncident other -> {}
                case Decision.Unsure open -> {}
                case Decision.MergeIncidents merge -> {}
                case Decision.SplitIncident split -> {}
            }
        }
        return new ExportTerms(
                programVersion,
                EveryVoice.NAME,
                request.filter().asWords(),
                request.restricted() == Restricted.INCLUDED,
                span.first(),
                span.last(),
                request.tlp(),
                new Judged(wrong, rightActor),
                id -> record.dictionary().find(id).map(RecordExport::known));
    }

    private static KnownActor known(Actor actor) {
        return new KnownActor(
                actor.id(), actor.name(), actor.kind().code(), actor.country(), actor.parent(), actor.ucdp());
    }
}
