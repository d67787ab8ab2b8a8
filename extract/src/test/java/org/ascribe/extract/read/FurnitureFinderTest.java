package org.ascribe.extract.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.ascribe.core.Furniture;
import org.ascribe.core.Furniture.Kind;
import org.ascribe.core.Genre;
import org.ascribe.core.Report;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FurnitureFinderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAPTION|Soldiers at a checkpoint in Kunduz last week. Photo by Jane Doe for Example.",
                "CAPTION|File photo",
                "CAPTION|(Photo: AP)",
                "CAPTION|Photo: Example/Jane Doe",
                "CAPTION|FILE - Fighters stand guard near the airport in Kabul, Aug. 15, 2021.",
                "CAPTION|A damaged mosque in Herat after the attack [Jane Doe/Reuters]",
                "CAPTION|People mourn outside the hall. (AP Photo/Jane Doe)",
                "CAPTION|Image caption, The hall burnt for hours",
                "CAPTION|A view of the hall after the fire. Image credit: Jane Doe",
                "RELATED|Also read: Gunmen kill four soldiers in Kunar",
                "RELATED|Related: What we know about the attack in Herat",
                "RELATED|READ MORE: Who is behind the bombing?",
                "RELATED|Read more",
                "PROMOTION|Subscribe to our newsletter to get the news every morning",
                "PROMOTION|Sign up for our daily briefing",
                "PROMOTION|Follow us on Twitter and Facebook",
                "PROMOTION|Share this article",
                "PROMOTION|Facebook Twitter WhatsApp",
                "PROMOTION|ADVERTISEMENT",
                "PROMOTION|© 2024 Example News. All rights reserved.",
                "PROMOTION|Tags: Herat, bombing, police",
                "PROMOTION|This article was originally published in Example Weekly.",
                "MENU|Home » World » Asia » Attack in Herat",
                "MENU|Skip to content",
                "MENU|5 min read",
                "DISCLAIMER|The views expressed in this article are those of the author and do not necessarily reflect those of Example.",
                "DISCLAIMER|Opinions expressed here are the author's own and not those of the institute.",
                "DISCLAIMER|Disclaimer: this is a translation.",
                "DISCLAIMER|Note: The writer alone is responsible for the contents; Example News does not endorse statements in this article.",
                "COMMENT_FORM|Your email address will not be published. Required fields are marked *",
                "COMMENT_FORM|Save my name, email, and website in this browser for the next time I comment.",
                "COMMENT_FORM|Post Comment",
                "COMMENT_FORM|You must be logged in to post a comment.",
                "BYLINE|Reporting by Jane Doe in Kabul; Editing by John Roe"
            })
    void lineIsMarkedAsWhatItIs(Kind kind, String line) {
        Report report = read("A short title\n\n" + Reads.WORDS + "\n\n" + line + "\n\n" + Reads.WORDS);

        assertThat(Reads.marked(report, kind)).containsExactly(line);
        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS, Reads.WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Related attacks killed five people in Kunar on Tuesday.",
                "Read the statement of the group, which claimed the attack on the hall, and the denial by the government.",
                "By Friday evening, the police had found two more bodies.",
                "The group published a photo of the attacker on its channel, and said that he had killed 30 people.",
                "In the video, the attackers fire at people in the hall; the footage was published by the group's news agency.",
                "The government does not reflect on its own responsibility for the attack, an expert at the institute said.",
                "The spokesman said that his views of the attack were those of the whole movement.",
                "The Taliban will not be responsible for foreign fighters, the minister said.",
                "Ahmad Karimi is a journalist based in Kabul who was wounded in the attack on Monday.",
                "Zabihullah Mujahid is the spokesman for the Taliban government.",
                "Follow-up attacks hit the city on Sunday, and killed nine.",
                "Sign of the times: the group now posts its claims within the hour.",
                "Note: the toll of the attack was given as 60 by the governor, and as 80 by the hospital.",
                "Share of the blame lies with the police, according to the families of those killed.",
                "Comments by the minister, who blamed Ukraine for the attack, drew protest.",
                "The attack came hours after a blast in Kabul (Reuters said that four died in it).",
                "Home Minister Amit Shah blamed militants from across the border."
            })
    void reportsOwnWordsAreLeftAlone(String sentence) {
        Report report = read("A short title\n\n" + Reads.WORDS + "\n\n" + sentence);

        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KABUL, March 22 (Reuters) - |",
                "KABUL, Afghanistan (AP) — |",
                "KABUL, Afghanistan (Nov. 20, 2011) – |2011-11-20",
                "Kabul (AFP) – |",
                "MOSCOW, March 23, 2024 (Example) -- |2024-03-23",
                "ISLAMABAD: |",
                "SAN SALVADOR, 3 JAN 90 (EFE) -- [TEXT] |1990-01-03"
            })
    void datelineEndsWhereTheSentenceBegins(String dateline, @Nullable LocalDate day) {
        Report report = read("A short title\n\n" + dateline + " " + Reads.WORDS);

        assertThat(Reads.marked(report, Kind.DATELINE)).containsExactly(dateline.strip());
        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS);
        assertThat(report.published()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Published: 5 April 2024",
                "Published on April 5, 2024 at 10:30 am",
                "Friday, 5 April 2024",
                "Date: 2024-04-05",
                "By Jane Doe | April 5, 2024"
            })
    void dayOfPublicationIsReadFromItsLine(String line) {
        Report report = read("A short title\n\n" + line + "\n\n" + Reads.WORDS);

        assertThat(report.published()).isEqualTo(LocalDate.of(2024, 4, 5));
        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS);
    }

    @Test
    void dayOfAnAttackIsNotTheDayOfPublication() {
        assertThat(read("A short title\n\nOn 5 April 2024 a bomb went off. " + Reads.WORDS)
                        .published())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By Jane Doe|Jane Doe",
                "By Jane Doe and John Roe|Jane Doe;John Roe",
                "BY JANE DOE|JANE DOE",
                "By Jane Doe in Kabul|Jane Doe",
                "By Dr. Jane al Doe, Example News|Dr. Jane al Doe",
                "Written by Jane Doe|Jane Doe",
                "By Staff Reporter|",
                "By Reuters|"
            })
    void bylineNamesTheAuthors(String byline, @Nullable String authors) {
        Report report = read("A short title\n\n" + byline + "\n\n" + Reads.WORDS);

        assertThat(report.authors()).isEqualTo(authors == null ? List.of() : List.of(authors.split(";", -1)));
        assertThat(Reads.marked(report, Kind.BYLINE)).containsExactly(byline);
    }

    @Test
    void titleIsTheShortLineThatStandsAlone() {
        assertThat(read("Blast in Herat: what we know\n\n" + Reads.WORDS).title())
                .isEqualTo("Blast in Herat: what we know");
        assertThat(read("# Blast in Herat\n\n" + Reads.WORDS).title()).isEqualTo("Blast in Herat");
        assertThat(read("A blast hit the city of Herat.\n\n" + Reads.WORDS).title())
                .isNull();
        assertThat(read(Reads.WORDS + "\n\n" + Reads.WORDS).title()).isNull();
    }

    @Test
    void everythingAfterACommentFormIsComments() {
        Report report = read("A short title\n\n" + Reads.WORDS
                + "\n\n2 Comments\n\nA reader says that the Americans killed them.\n\nReply");

        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS);
    }

    @Test
    void headlinesUnderRelatedAreNotTheReport() {
        Report report = read("A short title\n\n" + Reads.WORDS
                + "\n\nRelated articles\n\nGunmen kill four in Kunar\n\nISIS claims blast in Kabul\n\n" + Reads.WORDS);

        assertThat(Reads.proper(report)).containsExactly(Reads.WORDS, Reads.WORDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEWS|Blast in Herat|x",
                "PRESS_RELEASE|For Immediate Release|x",
                "STATEMENT|Statement by the Secretary-General on the attack in Herat|x",
                "OPINION|Opinion: the war that never ended|x",
                "OPINION|Blast in Herat|The views expressed in this article are the author's own.",
                "ANALYSIS|Analysis: who gains from the attack|x",
                "OPINION|Blast in Herat|I believe that the state has failed. In my view, it must change its ways."
            })
    void genreIsGuessedFromItsCues(Genre genre, String title, String end) {
        assertThat(read(title + "\n\n" + Reads.WORDS + "\n\n" + end).genre()).isEqualTo(genre);
    }

    @Test
    void whatStandsAroundTheFoundingArticleIsMarked() {
        Path article = foundingArticle();
        Report report = Reads.report(Reads.only(Reads.all(article)));

        assertThat(report.title()).isEqualTo("Taliban vs IS: Birds of one feather not flocking together");
        assertThat(report.authors()).containsExactly("Ilhamuddin Afghan");
        assertThat(report.genre()).isEqualTo(Genre.OPINION);
        assertThat(report.published()).isNull();
        assertThat(report.furniture().stream().map(Furniture::kind).collect(Collectors.toList()))
                .containsExactly(
                        Kind.TITLE, Kind.CAPTION, Kind.BYLINE, Kind.ABOUT_AUTHOR, Kind.DISCLAIMER, Kind.COMMENT_FORM);
        List<String> proper = Reads.proper(report);
        assertThat(proper).hasSize(12);
        assertThat(proper.getFirst()).startsWith("A recent escalation");
        assertThat(proper.getLast()).endsWith("stability in Afghanistan.");
    }

    private static Path foundingArticle() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/founding/000_13c3812669673a34.txt");
            if (Files.exists(file)) {
                return file;
            }
        }
        assumeTrue(
                false, "the founding article is not beside this checkout (shared/founding), so it is not tested here");
        throw new IllegalStateException();
    }

    private Report read(String text) {
        return Reads.one(folder, "a.txt", text);
    }
}
