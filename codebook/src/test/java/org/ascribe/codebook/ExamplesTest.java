package org.ascribe.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ascribe.core.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {

    @TempDir
    private Path folder;

    private Examples read(String... lines) throws IOException {
        return Examples.read(Files.write(folder.resolve("e.jsonl"), List.of(lines)), null, Grouping.OPENING);
    }

    private static String row(int id, String gold) {
        return "{\"id\": \"%d\", \"text\": \"Report number %d of the day.\", \"gold\": %s}".formatted(id, id, gold);
    }

    private static List<String> codes(Examples examples) {
        return examples.skipped().stream().map(Outcome.Skipped::code).toList();
    }

    @Test
    void kindsAreRecognisedByTheirValues() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(row(
                    i,
                    "{\"day\": \"2024-01-%02d\", \"dead\": %d, \"claimed\": %b, \"kind\": \"%s\", \"groups\": [\"g%d\"], \"note\": \"note %d\"}"
                            .formatted(i + 1, i, i % 2 == 0, i % 2 == 0 ? "raid" : "bomb", i % 3, i)));
        }
        Codebook codebook = read(lines.toArray(new String[0])).codebook();
        assertThat(codebook.fields())
                .extracting(Field::kind)
                .containsExactlyInAnyOrder(
                        FieldKind.DATE,
                        FieldKind.NUMBER,
                        FieldKind.YES_NO,
                        FieldKind.ONE_OF,
                        FieldKind.ANY_OF,
                        FieldKind.TEXT);
        assertThat(codebook.find("kind").map(Field::values)).isEqualTo(Optional.of(List.of("bomb", "raid")));
        assertThat(codebook.find("note").map(Field::kind)).contains(FieldKind.TEXT);
    }

    @Test
    void aBadRowIsListedWithItsLineAndTheRestIsKept() throws IOException {
        Examples examples = read(
                row(1, "{\"dead\": 1}"),
                "{\"id\": broken",
                "{\"id\": \"3\", \"text\": \" \", \"gold\": {\"dead\": 2}}",
                "{\"id\": \"4\", \"text\": \"A report.\"}",
                row(1, "{\"dead\": 5}"),
                row(6, "{\"dead\": 2}"));
        assertThat(examples.examples()).extracting(CodedExample::id).containsExactly("1", "6");
        assertThat(codes(examples)).containsExactly("json-broken", "text-empty", "gold-missing", "id-twice");
        assertThat(examples.skipped().getFirst().where()).endsWith("e.jsonl, line 2");
    }

    @Test
    void aValueOfAnotherKindIsLeftOutAloneAndItsRowKept() throws IOException {
        Examples examples = read(row(1, "{\"dead\": 1}"), row(2, "{\"dead\": 2}"), row(3, "{\"dead\": \"many\"}"));
        assertThat(codes(examples)).containsExactly("value-of-another-kind");
        assertThat(examples.skipped().getFirst().why())
                .contains("\"dead\" is \"many\"")
                .contains("number");
        assertThat(examples.examples()).hasSize(3);
        assertThat(examples.examples().get(2).gold()).isEmpty();
    }

    @Test
    void aFieldThatNeverVariesIsTold() throws IOException {
        assertThat(codes(read(row(1, "{\"dead\": 0}"), row(2, "{\"dead\": 0}"))))
                .containsExactly("field-never-varies");
    }

    @Test
    void aFieldMayBeMissingInSomeRows() throws IOException {
        Examples examples =
                read(row(1, "{\"dead\": 0, \"hurt\": 1}"), row(2, "{\"dead\": 3}"), row(3, "{\"hurt\": 2}"));
        assertThat(examples.skipped()).isEmpty();
        assertThat(examples.examples().get(1).gold()).containsOnlyKeys("dead");
    }

    @Test
    void nullIsAValueThatTheCoderChose() throws IOException {
        Examples examples = read(row(1, "{\"day\": null}"), row(2, "{\"day\": \"2024-01-01\"}"));
        assertThat(examples.examples().getFirst().gold()).containsEntry("day", new FieldValue.Open());
    }

    @Test
    void aDeclaredCodebookRefusesOtherValuesAndFields() throws IOException {
        Codebook declared = CodebookYaml.parse(
                "fields:\n  kind: {kind: one-of, values: [raid, bomb], meaning: What happened}\n", "codebook.yaml");
        Path file = Files.write(
                folder.resolve("e.jsonl"),
                List.of(
                        row(1, "{\"kind\": \"raid\"}"),
                        row(2, "{\"kind\": \"bomb\"}"),
                        row(3, "{\"kind\": \"siege\", \"other\": 1}")));
        Examples examples = Examples.read(file, declared, Grouping.OPENING);
        assertThat(codes(examples)).containsExactly("value-undeclared", "field-undeclared");
        assertThat(examples.codebook().find("kind").map(Field::meaning)).contains("What happened");
    }

    @Test
    void aCodebookThatIsNoneSaysWhatIsWrong() {
        assertThatThrownBy(() -> CodebookYaml.parse("fields:\n  day: {kind: time}\n", "c.yaml"))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining("c.yaml, field \"day\"")
                .hasMessageContaining("one-of");
        assertThatThrownBy(() -> CodebookYaml.parse("day: date\n", "c.yaml")).hasMessageContaining("\"fields\"");
    }

    @Test
    void rowsOfOneGroupStayTogether() throws IOException {
        Path file = Files.write(
                folder.resolve("e.jsonl"),
                List.of(
                        "{\"id\": \"1\", \"text\": \"No 2011-S-07. First.\", \"gold\": {\"dead\": 1}}",
                        "{\"id\": \"2\", \"text\": \"Other head, 2011-S-07. Second.\", \"gold\": {\"dead\": 2}}",
                        "{\"id\": \"3\", \"text\": \"No 2011-S-08. Third.\", \"gold\": {\"dead\": 2}}"));
        List<CodedExample> examples =
                Examples.read(file, null, Grouping.parse("text~\\d{4}-S-\\d+")).examples();
        assertThat(examples.get(0).group()).isEqualTo(examples.get(1).group());
        assertThat(examples.get(2).group()).isNotEqualTo(examples.get(1).group());
    }
}
