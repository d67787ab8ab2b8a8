package org.ascribe.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascribe.core.Coded;
import org.ascribe.core.Judgement;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.pipeline.Progress;
import org.ascribe.pipeline.RecordService;
import org.ascribe.workbench.api.RecordSource;
import org.jspecify.annotations.Nullable;

/** A ledger as the workbench asks for it: everything in memory, read anew after each judgement. */
final class LedgerRecordSource implements RecordSource {

    private final RecordService record;
    private final Console console;
    private @Nullable Standing standing;

    LedgerRecordSource(RecordService record, Console console) {
        this.record = record;
        this.console = console;
    }

    @Override
    public String ledger() {
        return record.ledger().file().toString();
    }

    @Override
    public synchronized Standing standing() {
        if (standing == null) {
            standing = new Standing(
                    record.sheets().stream()
                            .map(sheet -> new LabelledSheet(sheet.label(), sheet.sheet(), sheet.formerly()))
                            .toList(),
                    record.ledger().codedReports(),
                    actors(record.dictionary()),
                    record.ledger().judgements());
        }
        return standing;
    }

    @Override
    public synchronized void add(Judgement judgement) {
        try (Progress progress = new Progress(console.err(), console.clock())) {
            record.add(judgement, progress);
        }
        standing = null;
    }

    private static List<KnownActor> actors(ActorDictionary dictionary) {
        Map<String, List<KnownAlias>> aliases = new HashMap<>();
        dictionary
                .aliases()
                .forEach(alias -> aliases.computeIfAbsent(alias.actor(), id -> new ArrayList<>())
                        .add(new KnownAlias(alias.name(), code(alias.status()), alias.source())));
        return dictionary.actors().stream()
                .map(actor -> new KnownActor(
                        actor.id(),
                        actor.name(),
                        code(actor.kind()),
                        actor.parent(),
                        aliases.getOrDefault(actor.id(), List.of())))
                .toList();
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }
}
