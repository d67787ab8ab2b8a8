package org.ascribe.core.resolve;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.Genre;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReportId;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.opinion.Opinions;
import org.jspecify.annotations.Nullable;

/**
 * A telling with what the matching looks at.
 *
 * @param dataSet the data set of which the report is a row, null for other reports and for rows that are mentions
 * @param rowId the row's id there
 * @param isStatementOnly whether it only says who did something, or did not, and not what: a row that codes a claim, a denial
 *     or an accusation. It is of an incident that others tell, or of none
 * @param spokenOf the actors that such a row speaks of, denials included; empty for others
 */
record Account(
        Telling telling,
        ReportId origin,
        CodedIncident incident,
        @Nullable LocalDate published,
        Set<String> actors,
        Set<String> sites,
        Set<String> sitesNearby,
        Map<String, Integer> words,
        Set<String> placeWords,
        @Nullable String dataSet,
        @Nullable String rowId,
        boolean isStatementOnly,
        Set<String> spokenOf) {

    /** Names of kinds of site; those of one line are one kind. */
    private static final Map<String, String> SITES = sites(
            "bank banks",
            "mosque mosques imambargah imambargahs hussainiya",
            "church churches cathedral",
            "shrine shrines",
            "temple temples gurdwara",
            "madrasa madrassa seminary",
            "airport airfield",
            "hall concert concertgoers music venue theatre theater crocus",
            "hospital hospitals clinic maternity",
            "school schools classroom pupils schoolgirls kaaj academy tuition university college",
            "hotel hotels guesthouse",
            "embassy consulate",
            "market bazaar shop shops",
            "ministry",
            "checkpoint checkpost outpost checkpoints",
            "bus minibus minivan buses van",
            "train railway station",
            "wedding",
            "funeral",
            "memorial commemoration anniversary mourners",
            "restaurant cafe",
            "court courthouse",
            "prison jail",
            "pipeline refinery",
            "bridge",
            "stadium",
            "festival",
            "mine miners coal",
            "barracks garrison",
            "synagogue",
            "headquarters",
            "rally",
            "convoy");

    private static final Set<String> STOP = Set.copyOf(Arrays.asList(
            ("the and for with that this was were has have had been are not but from they their its his her who which when where"
                            + " after before during over under into out about more than least also said says say told according"
                            + " attack attacks attacked incident people killed wounded injured dead group claimed responsibility"
                            + " there against while would could may might will one two three other another had since between")
                    .split(" ", -1)));

    private static Map<String, String> sites(String... lines) {
        Map<String, String> sites = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            for (String word : words) {
                sites.put(word, words[0]);
            }
        }
        return sites;
    }

    static Account of(CodedReport report, CodedIncident incident, ReportId origin) {
        Set<String> actors = new TreeSet<>();
        Set<AssertionId> otherReadings = Opinions.otherReadings(report, Set.of());
        for (Assertion assertion : report.assertions()) {
            if (!otherReadings.contains(assertion.id())
                    && incident.label().equals(assertion.incident())
                    && assertion.content() instanceof Content.Responsibility responsibility
                    && responsibility.actor() != null
                    && assertion.polarity() == Polarity.AFFIRMED
                    && responsibility.stance() != Stance.DENIED
                    && responsibility.stance() != Stance.DOUBTED) {
                actors.add(responsibility.actor().id());
            }
        }
        Set<String> spokenOf = isStatementOnly(report, incident) ? spokenOf(report, incident) : Set.of();
        Map<String, Integer> words = new TreeMap<>();
        Set<String> sitesNearby = new TreeSet<>();
        for (String sentence : sentences(report, incident)) {
            count(sentence, words);
            addSites(sentence, sitesNearby);
        }
        Set<String> sites = new TreeSet<>();
        incident.targets().forEach(target -> addSites(target.name(), sites));
        addSites(incident.summary(), sites);
        if (incident.where() != null) {
            addSites(incident.where().name(), sites);
        }
        Map<String, Integer> placeWords = new TreeMap<>();
        Place where = incident.where();
        if (where != null && where.precision().compareTo(PlacePrecision.COUNTRY) < 0) {
            count(where.name(), placeWords);
            count(where.admin1() == null ? "" : where.admin1(), placeWords);
        }
        return new Account(
                new Telling(report.report().id(), incident.label()),
                origin,
                incident,
                report.report().published(),
                actors,
                sites,
                sitesNearby,
                words,
                placeWords.keySet(),
                isIncidentOfItsOwn(report) ? report.report().outlet() : null,
                report.report().docid(),
                isStatementOnly(report, incident),
                spokenOf);
    }

    private static boolean isStatementOnly(CodedReport report, CodedIncident incident) {
        return report.report().genre() == Genre.DATA_SET
                && report.assertions().stream()
                        .anyMatch(assertion -> incident.label().equals(assertion.incident()))
                && report.assertions().stream()
                        .filter(assertion -> incident.label().equals(assertion.incident()))
                        .allMatch(assertion -> assertion.content() instanceof Content.Responsibility);
    }

    private static Set<String> spokenOf(CodedReport report, CodedIncident incident) {
        Set<String> actors = new TreeSet<>();
        for (Assertion assertion : report.assertions()) {
            if (incident.label().equals(assertion.incident())
                    && assertion.content() instanceof Content.Responsibility said
                    && said.actor() != null) {
                actors.add(said.actor().id());
            }
        }
        return actors;
    }

    /** Whether its data set says that each of its rows is another incident; rows of GDELT and its like are mentions. */
    private static boolean isIncidentOfItsOwn(CodedReport report) {
        return report.report().genre() == Genre.DATA_SET
                && DataSource.of(report.report())
                        .map(source -> source.rows() == DataSource.Rows.INCIDENTS)
                        .orElse(true);
    }

    /** The sentences that speak of it, each once: a mention may be one word. */
    private static Set<String> sentences(CodedReport report, CodedIncident incident) {
        String text = report.report().text();
        Set<Passage> passages = new TreeSet<>(incident.mentions());
        for (Assertion assertion : report.assertions()) {
            if (incident.label().equals(assertion.incident())) {
                passages.add(assertion.passage());
            }
        }
        Set<String> sentences = new LinkedHashSet<>();
        int at = 0;
        int codePoint = 0;
        for (Passage passage : passages) {
            at = text.offsetByCodePoints(at, passage.start() - codePoint);
            codePoint = passage.start();
            int end = text.offsetByCodePoints(at, passage.end() - passage.start());
            sentences.add(text.substring(sentenceStart(text, at), sentenceEnd(text, end)));
        }
        String title = report.report().title();
        if (title != null && isMain(report, incident)) {
            sentences.add(title);
        }
        return sentences;
    }

    /** Whether the report speaks of no other incident as often: its title is about this one. */
    private static boolean isMain(CodedReport report, CodedIncident incident) {
        int often = weight(report, incident);
        for (CodedIncident other : report.incidents()) {
            int otherOften = weight(report, other);
            if (otherOften > often || otherOften == often && other.label().compareTo(incident.label()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int weight(CodedReport report, CodedIncident incident) {
        return incident.mentions().size()
                + (int) report.assertions().stream()
                        .filter(assertion -> incident.label().equals(assertion.incident()))
                        .count();
    }

    private static int sentenceStart(String text, int from) {
        int start = from;
        while (start > 0 && !isSentenceEnd(text, start - 1)) {
            start--;
        }
        return start;
    }

    private static int sentenceEnd(String text, int from) {
        int end = from;
        while (end < text.length() && !isSentenceEnd(text, end)) {
            end++;
        }
        return end;
    }

    /** Near enough for counting words: a line's end, or a stop before a blank and no small letter. */
    private static boolean isSentenceEnd(String text, int at) {
        char c = text.charAt(at);
        return c == '\n'
                || ((c == '.' || c == '!' || c == '?')
                        && at + 2 < text.length()
                        && Character.isWhitespace(text.charAt(at + 1))
                        && !Character.isLowerCase(text.charAt(at + 2)));
    }

    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1));
    }

    private static void count(String text, Map<String, Integer> counts) {
        for (String word : words(text)) {
            if (word.length() > 2 && !STOP.contains(word)) {
                counts.merge(stem(word), 1, Integer::sum);
            }
        }
    }

    private static void addSites(String text, Set<String> sites) {
        for (String word : words(text)) {
            String site = SITES.get(word);
            if (site != null) {
                sites.add(site);
            }
        }
    }

    /** Plurals and the commonest endings only. */
    private static String stem(String word) {
        for (String ending : new String[] {"ings", "ing", "ers", "ed", "es", "s"}) {
            if (word.length() > ending.length() + 3 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /** First day on which it can have happened, days of grace for zones and late news included; null if open. */
    @Nullable
    LocalDate earliest() {
        EventDate when = incident.when();
        return when == null || when.from() == null ? null : when.from().minusDays(graceDays(when));
    }

    /** Last such day; where the report does not date it, the day of the report. */
    @Nullable
    LocalDate latest() {
        EventDate when = incident.when();
        LocalDate said = when == null || when.to() == null ? null : when.to().plusDays(graceDays(when));
        if (said == null) {
            return published == null ? null : published.plusDays(1);
        }
        return said;
    }

    /**
     * First day on which what it tells is looked for; null if even its report has no date. News that dates nothing tells
     * hardly ever of what is years ago, and never so that one would know it without a place.
     */
    @Nullable
    LocalDate lookedForSince() {
        LocalDate earliest = earliest();
        if (earliest != null
                || published == null
                || (incident.when() != null && incident.when().yearless() != null)) {
            return earliest;
        }
        return published.minusDays(isVague() ? 366 : 3 * 366);
    }

    static int graceDays(EventDate when) {
        return switch (when.precision()) {
            case DAY, YEAR, RANGE -> 1;
            case WEEK, MONTH -> 2;
        };
    }

    /** Whether it leaves open in which part of a country, or in which month, this was: it can be many things at once. */
    boolean isVague() {
        Place where = incident.where();
        EventDate when = incident.when();
        return where == null
                || where.precision().compareTo(PlacePrecision.COUNTRY) >= 0
                || (when == null
                        ? published == null
                        : when.yearless() == null && when.precision().compareTo(DatePrecision.MONTH) > 0);
    }

    /** Where the report has it, as coarse as a province; null if it does not say. */
    @Nullable
    String admin1() {
        return incident.where() == null ? null : Likeness.admin1(incident.where());
    }
}
