package org.ascribe.exchange.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ascribe.core.Outcome;
import org.jspecify.annotations.Nullable;

/** Everything that comes out of a file, in its order. */
final class Reads {

    static final ActorNames NAMES = name -> Optional.ofNullable(Map.of(
                    "IS", new ActorNames.Known("islamic-state", "Islamic State"),
                    "Islamic State", new ActorNames.Known("islamic-state", "Islamic State"),
                    "Taleban", new ActorNames.Known("taliban", "Taliban"),
                    "Taliban", new ActorNames.Known("taliban", "Taliban"),
                    "TALIBAN", new ActorNames.Known("taliban", "Taliban"))
            .get(name));

    final List<DataSetReader.Table> tables = new ArrayList<>();
    final List<CodedRow> rows = new ArrayList<>();
    final List<Outcome.Skipped<CodedRow>> skipped = new ArrayList<>();

    private Reads() {}

    static Reads of(Path file) throws IOException {
        return of(file, null, null);
    }

    static Reads of(Path file, @Nullable DataSetKind kind, @Nullable Mapping mapping) throws IOException {
        Reads reads = new Reads();
        new DataSetReader(new DataSetReader.Settings(kind, null, mapping, NAMES))
                .read(file, new DataSetReader.Listener() {
                    @Override
                    public void table(DataSetReader.Table table) {
                        reads.tables.add(table);
                    }

                    @Override
                    public void row(DataSetReader.RawRow row) {
                        for (Outcome<CodedRow> outcome : reads.tables.getLast().code(List.of(row))) {
                            switch (outcome) {
                                case Outcome.Done<CodedRow>(CodedRow done) -> reads.rows.add(done);
                                case Outcome.Skipped<CodedRow> problem -> reads.skipped.add(problem);
                            }
                        }
                    }

                    @Override
                    public void problem(Outcome.Skipped<CodedRow> problem) {
                        reads.skipped.add(problem);
                    }
                });
        return reads;
    }

    List<String> ids() {
        return rows.stream().map(CodedRow::rowId).toList();
    }

    List<String> problems() {
        return skipped.stream().map(Outcome.Skipped::code).toList();
    }
}
