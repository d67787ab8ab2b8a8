package org.ascribe.exchange.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.ascribe.exchange.CodedReportJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One small table of each kind, invented, in the public layout, against the coded reports that it has to give. A folder that is
 * dropped in is covered. {@code -Dgolden.write=true} writes the expected files anew; read the difference like code.
 */
class DataSetGoldenTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/ascribe/exchange/datasets");

    static Stream<Path> everyKindIsCodedAsExpected() throws IOException {
        return Files.list(FOLDER).filter(Files::isDirectory).sorted();
    }

    @ParameterizedTest
    @MethodSource
    void everyKindIsCodedAsExpected(Path folder) throws IOException {
        Reads reads = Reads.of(table(folder), null, mapping(folder));
        assertThat(reads.skipped).isEmpty();
        assertThat(folder.getFileName().toString())
                .startsWith(reads.tables.getFirst().kind().code());
        StringJoiner found = new StringJoiner("\n\n", "", "\n");
        for (CodedRow row : reads.rows) {
            found.add("== line " + row.line() + ", row " + row.rowId() + ", rank " + row.rank() + "\n"
                    + row.coded().report().text() + "\n--\n"
                    + CodedReportJson.write(row.coded())
                            .replaceAll(",\"confidence\":1(\\.0)?,\"by\":\\{[^}]*}", "")
                            .replaceAll("(?<=[\\[,])(\\{\"(id\":\"a-|type\"))", "\n  $1"));
        }
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, found.toString());
        }
        assertThat(found.toString()).isEqualTo(Files.readString(expected));
    }

    private static Path table(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !List.of("SOURCE", "expected.txt")
                            .contains(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static @Nullable Mapping mapping(Path folder) throws IOException {
        return folder.endsWith("mapped")
                ? Mapping.parse(Files.readString(Path.of("../samples/aid-worker-security.yaml")))
                : null;
    }
}
