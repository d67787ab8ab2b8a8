package org.ascribe.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learned from invented notes, asked about others. */
class CodebookModelTest {

    private static final List<CodedExample> NOTES = InventedNotes.list(80);
    private static final List<CodedExample> LEARNED = NOTES.subList(0, 60);
    private static final List<CodedExample> ASKED = NOTES.subList(60, 80);

    private static TextReader reader;
    private static CodebookModel model;

    @BeforeAll
    static void learn() {
        reader = TextReader.load();
        model = CodebookModel.learn(InventedNotes.codebook(), LEARNED, reader);
    }

    @Test
    void everyKindOfFieldIsLearned() {
        for (Field field : InventedNotes.codebook().fields()) {
            long right = ASKED.stream()
                    .filter(note -> {
                        Answer answer = model.fill(note.text(), reader).get(field.name());
                        return answer != null
                                && answer.value().equals(note.gold().get(field.name()));
                    })
                    .count();
            assertThat(right).as(field.name()).isGreaterThanOrEqualTo(16);
        }
    }

    @Test
    void aPassageIsWhereItsWordsStandInCodePoints() {
        String text =
                "\uD83D\uDCF0 KULBA, March 8, 2024 - A bomb went off at a market in Kulba yesterday. Four people were killed.";
        Answer killed = model.fill(text, reader).get("killed");
        assertThat(killed.value()).isEqualTo(FieldValue.Amount.of(4));
        assertThat(killed.passage()).isNotNull();
        assertThat(killed.passage().in(text)).contains("Four people");
    }

    @Test
    void aDayThatTheExamplesDoNotHaveIsFoundInTheText() {
        String text = "KULBA, August 2, 2024 - A bomb went off at a market in Kulba yesterday. Two people were killed.";
        assertThat(model.fill(text, reader).get("day").value())
                .isEqualTo(new FieldValue.Day(java.time.LocalDate.of(2024, 8, 1)));
    }

    @Test
    void theSameExamplesGiveTheSameModel() {
        CodebookModel again = CodebookModel.learn(InventedNotes.codebook(), LEARNED, reader);
        assertThat(again.write().toString()).isEqualTo(model.write().toString());
    }

    @Test
    void aModelAnswersAsItDidWhenItIsReadBack(@TempDir Path folder) throws IOException {
        ModelFolder.write(model, folder);
        CodebookModel back = ModelFolder.read(folder);
        for (CodedExample note : ASKED) {
            Map<String, Answer> before = model.fill(note.text(), reader);
            assertThat(back.fill(note.text(), reader)).isEqualTo(before);
        }
    }

    @Test
    void aModelOfAnotherVersionIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(ModelFolder.FILE), "{\"schema\": \"ascribe/codebook-model/99\"}");
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining("codebook-model/99")
                .hasMessageContaining("Learn it again");
    }

    @Test
    void aMissingModelIsToldWithWhatToDo(@TempDir Path folder) {
        assertThatThrownBy(() -> ModelFolder.read(folder.resolve("none")))
                .isInstanceOf(CodebookException.class)
                .hasMessageContaining("ascribe codebook learn");
    }
}
