package org.ascribe.workbench.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.ascribe.workbench.api.Answers.Context;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static Report report(String text, Furniture... furniture) {
        return new Report(
                Report.idOf(null, null, null, null, null, text),
                null,
                null,
                null,
                List.of(),
                LocalDate.of(2023, 5, 3),
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                List.of(furniture));
    }

    private static Passage of(String text, String words) {
        int from = text.indexOf(words);
        int start = text.codePointCount(0, from);
        return new Passage(start, start + words.codePointCount(0, words.length()));
    }

    private static String around(String text, String words) {
        return new Sentences(report(text)).around(of(text, words)).text();
    }

    @Test
    void passageIsShownInItsWholeSentence() {
        String text = "A blast hit Oldtown. Nobody was hurt, police said. The road is closed.";
        assertThat(around(text, "hurt")).isEqualTo("Nobody was hurt, police said.");
    }

    @Test
    void passageOverTwoSentencesShowsBoth() {
        String text = "One. Two is here. Three is here. Four.";
        assertThat(around(text, "here. Three")).isEqualTo("Two is here. Three is here.");
    }

    @Test
    void initialsTitlesAndMonthsEndNoSentence() {
        String text = "U.S. Gen. J. Doe said on Aug. 26 that it was ISIS. It was denied.";
        assertThat(around(text, "ISIS")).isEqualTo("U.S. Gen. J. Doe said on Aug. 26 that it was ISIS.");
    }

    @Test
    void emptyLineEndsASentenceThatHasNoStop() {
        String text = "Blast in Oldtown\n\nA bomb went off.";
        assertThat(around(text, "bomb")).isEqualTo("A bomb went off.");
        assertThat(new Sentences(report(text)).paragraphs()).hasSize(2);
    }

    @Test
    void charactersOutsideTheFirstPlaneCountOnce() {
        String text = "😀😀 Hello. The 😀 group claimed it.\r\n\r\n😀 Next one.";
        Sentences sentences = new Sentences(report(text));
        Context context = sentences.around(of(text, "claimed"));
        assertThat(context.text()).isEqualTo("The 😀 group claimed it.");
        assertThat(new Passage(context.start(), context.end()).in(text)).isEqualTo(context.text());
        assertThat(new Passage(context.passageStart(), context.passageEnd()).in(context.text()))
                .isEqualTo("claimed");
        assertThat(around(text, "Next")).isEqualTo("😀 Next one.");
    }

    @Test
    void furnitureIsNoSentenceOfTheReport() {
        String text = "Photo: Herald.\n\nA bomb went off.";
        Sentences sentences =
                new Sentences(report(text, new Furniture(of(text, "Photo: Herald."), Furniture.Kind.CAPTION)));
        assertThat(sentences.numberOf(of(text, "bomb"))).isEqualTo(1);
    }

    @Test
    void longMonotonousTextsAreSplitToo() {
        for (String text :
                List.of("word ".repeat(200_000), "x" + " ".repeat(500_000) + "y", "A. ".repeat(100_000) + "B")) {
            assertThat(new Sentences(report(text)).paragraphs()).hasSize(1);
        }
    }
}
