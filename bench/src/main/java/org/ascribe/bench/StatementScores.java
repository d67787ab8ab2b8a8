package org.ascribe.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Outcome;
import org.ascribe.core.Passage;
import org.ascribe.core.Report;
import org.ascribe.extract.Extractor;
import org.ascribe.extract.read.ReadSettings;
import org.ascribe.extract.read.ReportReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Measures the reading of statements against the set-aside articles and prints the figures, which
 * docs/evaluation/statements.md keeps. What counts as found is written in {@link StatementTally}; {@code
 * scripts/evaluate-statements} runs it.
 *
 * <pre>
 * --gold DIR      a folder of articles; may be given several times
 * --furniture gold|found   furniture as coded by hand, or as the reader finds it (the default)
 * --errors        each missed, extra and wrong value on a line of its own; refused for a folder named sealed
 * --model FILE    the trained model beside the rules; rules alone without it
 * --json FILE     the counts
 * --doc FILE      the page of docs/evaluation, with --commit and --date for its head
 * </pre>
 */
public final class StatementScores {

    private static final String SEALED = "sealed";

    private record Options(
            List<Path> gold,
            boolean errors,
            boolean goldFurniture,
            @Nullable Path json,
            @Nullable Path doc,
            String commit,
            String date,
            @Nullable Path model) {}

    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        try {
            options = options(args);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        ActorNames names = ActorNames.load();
        Extractor extractor = options.model() == null ? Extractor.rules() : Extractor.withModel(options.model());
        Map<String, StatementTally> tallies = new LinkedHashMap<>();
        for (Path folder : options.gold()) {
            StatementTally tally = new StatementTally(names);
            for (GoldArticle article : GoldArticle.list(folder)) {
                tally.add(
                        article,
                        extractor.extract(options.goldFurniture() ? reportAsCoded(article) : reportAsRead(article)));
            }
            String name = folder.normalize().getFileName().toString();
            tallies.put(name, tally);
            if (options.errors()) {
                tally.errors().forEach(out::println);
            }
            out.println();
            out.print(table(name, tally));
        }
        if (options.json() != null) {
            Files.writeString(options.json(), json(tallies));
        }
        if (options.doc() != null) {
            Files.writeString(options.doc(), page(tallies, options, extractor.version()));
        }
    }

    private static Options options(String[] args) {
        List<Path> gold = new ArrayList<>();
        boolean errors = false;
        boolean goldFurniture = false;
        Path json = null;
        Path doc = null;
        String commit = "unknown";
        String date = "unknown";
        Path model = null;
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--gold" -> gold.add(Path.of(value(args, ++i)));
                case "--errors" -> errors = true;
                case "--furniture" -> {
                    String which = value(args, ++i);
                    if (!which.equals("gold") && !which.equals("found")) {
                        throw new IllegalArgumentException("--furniture must be gold or found, got " + which);
                    }
                    goldFurniture = which.equals("gold");
                }
                case "--json" -> json = Path.of(value(args, ++i));
                case "--doc" -> doc = Path.of(value(args, ++i));
                case "--commit" -> commit = value(args, ++i);
                case "--date" -> date = value(args, ++i);
                case "--model" -> model = Path.of(value(args, ++i));
                default ->
                    throw new IllegalArgumentException(
                            "No option \"" + args[i]
                                    + "\"; there are --gold, --furniture, --errors, --json, --doc, --model, --commit and --date.");
            }
        }
        if (gold.isEmpty()) {
            throw new IllegalArgumentException(
                    "Nothing to score: --gold is missing. Give a folder, such as --gold bench/setaside/dev");
        }
        if (errors && gold.stream().anyMatch(folder -> folder.normalize().endsWith(SEALED))) {
            throw new IllegalArgumentException(
                    "Cannot list errors of the sealed articles: whoever writes rules must not"
                            + " see them. Leave out --errors, or use --gold bench/setaside/dev.");
        }
        return new Options(gold, errors, goldFurniture, json, doc, commit, date, model);
    }

    private static String value(String[] args, int index) {
        if (index >= args.length) {
            throw new IllegalArgumentException(args[index - 1] + " needs a value after it.");
        }
        return args[index];
    }

    /** The article as the program reads its file, published on the day that the coder was given. */
    private static Report reportAsRead(GoldArticle article) {
        try (Stream<Outcome<Report>> outcomes =
                new ReportReader().read(article.file(), new ReadSettings(article.published()))) {
            return switch (outcomes.findFirst().orElseThrow()) {
                case Outcome.Done<Report>(Report report) -> report;
                case Outcome.Skipped<Report>(String code, String where, String why) ->
                    throw new IllegalStateException("Cannot read " + where + ": " + why);
            };
        }
    }

    /** The article with the furniture that the coder marked. */
    static Report reportAsCoded(GoldArticle article) {
        List<Furniture> furniture = new ArrayList<>();
        String text = article.text();
        for (String words : article.furniture()) {
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                int start = text.codePointCount(0, at);
                Passage passage = new Passage(start, start + words.codePointCount(0, words.length()));
                if (furniture.stream().noneMatch(piece -> piece.passage().overlaps(passage))) {
                    furniture.add(new Furniture(passage, Furniture.Kind.PROMOTION));
                }
            }
        }
        return new Report(
                Report.idOf(article.docid(), null, null, article.published(), null, text),
                article.docid(),
                null,
                null,
                List.of(),
                article.published(),
                "en",
                Genre.NEWS,
                null,
                null,
                text,
                furniture);
    }

    // ---- what is printed and kept

    private static String table(String name, StatementTally tally) {
        StringBuilder table = new StringBuilder();
        table.append("%s: %d articles%n".formatted(name, tally.articles()));
        table.append(
                "%-36s %5s %6s %5s  %9s %6s %5s%n".formatted("", "gold", "found", "hits", "precision", "recall", "F1"));
        rows(tally)
                .forEach((kind, score) -> table.append("%-36s %5d %6d %5d  %9s %6s %5s%n"
                        .formatted(
                                kind,
                                score.gold(),
                                score.found(),
                                score.hits(),
                                Score.share(score.precision()),
                                Score.share(score.recall()),
                                Score.share(score.f1()))));
        table.append("fields of what was found%n".formatted());
        tally.fields()
                .forEach((field, score) -> table.append("%-36s %5d of %5d  %9s%n"
                        .formatted(field, score.hits(), score.gold(), Score.share(score.recall()))));
        table.append("coded from furniture                 %5d%n".formatted(tally.codedFromFurniture()));
        table.append("characters of text marked furniture  %5d%n".formatted(tally.textMarkedAsFurniture()));
        return table.toString();
    }

    private static Map<String, Score> rows(StatementTally tally) {
        Map<String, Score> rows = new LinkedHashMap<>(tally.scores());
        rows.put("micro average of the five kinds", tally.microAverage());
        return rows;
    }

    private static String json(Map<String, StatementTally> tallies) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        tallies.forEach((name, tally) -> {
            ObjectNode folder = root.putObject(name);
            folder.put("articles", tally.articles());
            ObjectNode kinds = folder.putObject("kinds");
            rows(tally).forEach((kind, score) -> put(kinds.putObject(kind), score));
            ObjectNode fields = folder.putObject("fields");
            tally.fields()
                    .forEach((field, score) ->
                            fields.putObject(field).put("of", score.gold()).put("right", score.hits()));
            folder.put("codedFromFurniture", tally.codedFromFurniture());
            folder.put("textMarkedAsFurniture", tally.textMarkedAsFurniture());
        });
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, Score score) {
        node.put("gold", score.gold()).put("found", score.found()).put("hits", score.hits());
    }

    private static String page(Map<String, StatementTally> tallies, Options options, String version) {
        StringBuilder page = new StringBuilder();
        page.append("""
                # How well statements are read

                Written by `scripts/evaluate-statements`; do not edit. Commit %s, %s, extractor %s, furniture %s.

                The articles are in `bench/setaside`, in our own words, each coded by one person in one pass, without running the
                program; its README has the conventions. `dev` could be read while the rules were written. `sealed` could
                not: its figures are the ones to expect on other articles of this kind. There is no second coder, so nobody knows
                how far two people would agree; a difference in relation, presence or capability may be the coder's.

                """.formatted(
                        options.commit(),
                        options.date(),
                        version,
                        options.goldFurniture() ? "as coded" : "as the reader finds it"));
        tallies.forEach((name, tally) -> {
            page.append("## ")
                    .append(name)
                    .append(", ")
                    .append(tally.articles())
                    .append(" articles\n\n");
            page.append("| | coded by hand | found | both | precision | recall | F1 |\n");
            page.append("| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
            rows(tally)
                    .forEach((kind, score) -> page.append("| %s | %d | %d | %d | %s | %s | %s |%n"
                            .formatted(
                                    kind,
                                    score.gold(),
                                    score.found(),
                                    score.hits(),
                                    Score.share(score.precision()),
                                    Score.share(score.recall()),
                                    Score.share(score.f1()))));
            page.append("\n| of what was found | right | of | share |\n| --- | ---: | ---: | ---: |\n");
            tally.fields()
                    .forEach((field, score) -> page.append("| %s | %d | %d | %s |%n"
                            .formatted(field, score.hits(), score.gold(), Score.share(score.recall()))));
            page.append("\nCoded from furniture: %d. Characters of text taken for furniture: %d.%n%n"
                    .formatted(tally.codedFromFurniture(), tally.textMarkedAsFurniture()));
        });
        page.append(DEFINITIONS);
        return page.toString();
    }

    private static final String DEFINITIONS = """
            ## What counts

            Within an article and a kind, each value coded by hand is paired with at most one found value and the reverse, with
            the most pairs and, among these, the most agreement (Hungarian method). What is left over by hand is missed; what
            is left over on the other side is extra. Precision, recall and F1 count pairs. The micro average sums the five kinds
            incident, responsibility, relation, presence and capability. "Its sentence" is the sentence of the words that were
            coded by hand.

            - **incident**: a mention overlaps the coded words; or it overlaps their sentence and the type is acceptable; or type,
              country and date are all right, wherever it is mentioned. **Right in all** asks for type, date, country, place, killed
              and wounded as well, with both ends of each toll and both days of the date equal.
            - **responsibility**: the passage overlaps the sentence, actor and stance are the same. **With its incident**: and it is tied
              to the incident that is paired with the coded one. **Any stance**: actor alone.
            - **relation**: overlap, the same kind of relation, the same two actors, in order for sponsoring and tolerating.
            - **presence**: overlap, the same actor, polarity and place.
            - **capability**: overlap, the same actor and direction; denied strength is decline, and the reverse.
            - **toll**: one for each incident that somebody numbers; right if both ends are. A missed incident's toll is missed.
            - **actors** are the same by the dictionary's ids and aliases. A branch of Islamic State stands for Islamic State and
              the reverse, forces and offices of a state for the state and the reverse, no other faction for its parent. Outside the dictionary, the
              words of one name all stand in the other, with the same head noun.
            - **date equal**: both days, or the form without a year. **Compatible**: a common day, or both unknown. **Place**: the words of
              one name stand in the other. **Country**: equal, or unknown in both.
            - **speaker**: the role is right and the name means the same; a spokesman passes for whom he speaks for. In a claim, an
              official passes for a party, since a state that announces its own deed is both.
            - A statement that repeats in the headline what the text says counts neither way.
            - **furniture**: a stretch is marked if all of it is. Nothing may be coded from it.
            """;

    private StatementScores() {}
}
