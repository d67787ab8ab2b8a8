package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.ContentHash;
import org.ascribe.core.Count;
import org.ascribe.core.DataSource;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.resolve.Summary;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way to a coded report: its words are laid out line by line, {@code column: value}, and every assertion
 * points at lines that are there already.
 */
final class Coding {

    /** The only incident of a row. */
    private static final String LABEL = "i1";

    /**
     * Words of the row in the text.
     *
     * @param at of the value alone
     * @param line of column and value
     */
    record Words(String value, Passage at, Passage line) {}

    private record Statement(
            @Nullable String incident,
            Content content,
            Speaker speaker,
            Polarity polarity,
            boolean hedged,
            Passage passage) {}

    private final Row row;
    private final DataSource source;
    private final ActorNames names;
    private final ReadBy by;
    private final Speaker dataSet;
    private final StringBuilder text = new StringBuilder(400);
    private int length;
    private final List<Statement> statements = new ArrayList<>(6);
    private @Nullable CodedIncident incident;

    Coding(Row row, DataSource source, ActorNames names, String version) {
        this.row = row;
        this.source = source;
        this.names = names;
        this.by = new ReadBy("data-set", version);
        this.dataSet = new Speaker(source.name(), null, null, Speaker.Role.DATA_SET, null, null);
    }

    Row row() {
        return row;
    }

    Speaker dataSet() {
        return dataSet;
    }

    // --- words

    /** Lays out a column under its own name; null if it is empty. */
    @Nullable
    Words line(String column) {
        return line(column, row.get(column));
    }

    @Nullable
    Words line(String label, @Nullable String value) {
        if (value == null) {
            return null;
        }
        int start = length;
        append(label);
        append(": ");
        int from = length;
        append(value);
        Words words = new Words(value, new Passage(from, length), new Passage(start, length));
        append("\n");
        return words;
    }

    void lines(String... columns) {
        for (String column : columns) {
            line(column);
        }
    }

    /** Lays out a narrative without its column's name, as a paragraph of its own. */
    @Nullable
    Words prose(String column) {
        String value = row.get(column);
        if (value == null) {
            return null;
        }
        int from = length;
        append(value);
        Passage at = new Passage(from, length);
        append("\n\n");
        return new Words(value, at, at);
    }

    private void append(String piece) {
        text.append(piece);
        length += piece.codePointCount(0, piece.length());
    }

    /** From the first of these to the last; null if none is there. */
    @Nullable
    static Passage span(@Nullable Words... words) {
        Passage whole = null;
        for (Words some : words) {
            if (some != null) {
                whole = whole == null ? some.line() : whole.union(some.line());
            }
        }
        return whole;
    }

    // --- who

    /** The actor that these words name; null where they name none in particular, such as "Unidentified gunmen". */
    @Nullable
    ActorRef actor(@Nullable Words words) {
        if (words == null || NoActor.isNobody(words.value())) {
            return null;
        }
        return actor(words.value(), words.at());
    }

    ActorRef actor(String name, Passage at) {
        ActorNames.Known known = names.find(name).orElse(null);
        return known == null
                ? new ActorRef("x-" + slug(name), name, name, at)
                : new ActorRef(known.id(), known.name(), name, at);
    }

    private static String slug(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        String lower = name.toLowerCase(Locale.ROOT);
        boolean gap = false;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
                if (gap && !slug.isEmpty()) {
                    slug.append('-');
                }
                slug.append(c);
                gap = false;
            } else {
                gap = true;
            }
        }
        return slug.isEmpty() ? ContentHash.of(name) : slug.toString();
    }

    /** A party that speaks, as the data set reports it. */
    Speaker party(ActorRef actor) {
        return new Speaker(actor.name(), actor.as(), actor.at(), Speaker.Role.PARTY, actor.id(), dataSet);
    }

    // --- what

    /**
     * The incident that the row tells, and that the data set says so.
     *
     * @param at the lines that tell it
     * @param ofType the words that say of which type it is
     */
    void occurrence(
            Said<IncidentType> ofType,
            @Nullable Said<EventDate> when,
            @Nullable Said<Place> where,
            List<Said<Target>> targets,
            List<Said<Weapon>> weapons,
            Count killed,
            Count wounded,
            Passage at) {
        List<Target> plain = targets.stream().map(Said::value).toList();
        Place place = where == null ? null : where.value();
        incident = new CodedIncident(
                LABEL,
                ofType.value(),
                Summary.of(ofType.value(), plain, place),
                when == null ? null : when.value(),
                place,
                plain,
                weapons.stream().map(Said::value).toList(),
                killed,
                wounded,
                List.of(at));
        say(new Content.Occurrence(ofType, when, where, targets, weapons), dataSet, false, at);
    }

    /** What the row speaks of without telling it: no occurrence is stated, so that it makes no incident of its own. */
    void spokenOf(@Nullable EventDate when, @Nullable Said<Place> where, Passage at) {
        Place place = where == null ? null : where.value();
        incident = new CodedIncident(
                LABEL,
                IncidentType.OTHER,
                Summary.of(IncidentType.OTHER, List.of(), place),
                when,
                place,
                List.of(),
                List.of(),
                Count.UNKNOWN,
                Count.UNKNOWN,
                List.of(at));
    }

    /** The same occurrence in another's mouth. */
    void occurrenceToldBy(Speaker speaker, Passage at) {
        for (Statement said : List.copyOf(statements)) {
            if (said.content() instanceof Content.Occurrence occurrence) {
                say(occurrence, speaker, false, said.passage().union(at));
                return;
            }
        }
    }

    /** Something about the row's incident. */
    void say(Content content, Speaker speaker, boolean hedged, Passage at) {
        statements.add(new Statement(incident == null ? null : LABEL, content, speaker, polarity(content), hedged, at));
    }

    private static Polarity polarity(Content content) {
        return content instanceof Content.Responsibility said
                ? switch (said.stance()) {
                    case DENIED -> Polarity.DENIED;
                    case DOUBTED -> Polarity.DOUBTED;
                    case CLAIMED, STATED, ACCUSED, SUSPECTED, UNCLAIMED -> Polarity.AFFIRMED;
                }
                : Polarity.AFFIRMED;
    }

    /** That the data set holds an actor to have done it. */
    void responsible(@Nullable ActorRef actor, Stance stance, @Nullable Passage at) {
        if (actor != null && at != null) {
            say(
                    new Content.Responsibility(actor, stance, EvidenceGiven.UNSTATED, null),
                    dataSet,
                    stance == Stance.SUSPECTED,
                    at);
        }
    }

    void hostile(@Nullable ActorRef a, @Nullable ActorRef b, @Nullable Passage at) {
        if (a != null && b != null && at != null && !a.id().equals(b.id())) {
            say(new Content.Relation(a, b, RelationKind.HOSTILE), dataSet, false, at);
        }
    }

    void toll(Harm harm, Count count, @Nullable Words whom, @Nullable Passage at) {
        if (!count.isUnknown() && at != null) {
            say(
                    new Content.Toll(harm, count, whom == null ? null : new Said<>(whom.value(), whom.at())),
                    dataSet,
                    false,
                    at);
        }
    }

    /** Low and high as a data set gives them; it happens that it gives them the wrong way round. */
    static Count between(@Nullable Integer low, @Nullable Integer high) {
        return low != null && high != null && low > high ? new Count(high, low) : new Count(low, high);
    }

    static Said<Target> target(Words words, TargetClass of) {
        return new Said<>(new Target(words.value(), of), words.at());
    }

    // --- the report

    CodedRow finish(
            String rowId, String rank, @Nullable String title, @Nullable LocalDate published, @Nullable String url) {
        String whole = text.toString().stripTrailing();
        if (whole.isEmpty()) {
            throw new RowProblem("row-empty", "no column that is read holds anything");
        }
        ReportId id = Report.idOf(rowId, title, source.name(), published, url, whole);
        Report report = new Report(
                id,
                rowId,
                title,
                source.name(),
                List.of(),
                published,
                "en",
                Genre.DATA_SET,
                url,
                source.written(),
                whole,
                List.of());
        List<Assertion> assertions = new ArrayList<>(statements.size());
        Set<AssertionId> once = new HashSet<>();
        for (Statement said : statements) {
            Assertion assertion = Assertion.of(
                    id,
                    said.incident(),
                    said.content(),
                    said.speaker(),
                    said.polarity(),
                    said.hedged(),
                    said.passage(),
                    said.passage().in(whole),
                    1,
                    by);
            if (once.add(assertion.id())) {
                assertions.add(assertion);
            }
        }
        return new CodedRow(
                row.line(),
                rowId,
                rank,
                new CodedReport(report, incident == null ? List.of() : List.of(incident), assertions));
    }

    /** The place of the finest of these columns that is filled, with the words that name it. */
    @Nullable
    static Words firstOf(@Nullable Words... words) {
        for (Words some : words) {
            if (some != null) {
                return some;
            }
        }
        return null;
    }

    @Nullable
    static <T> Said<T> said(@Nullable T value, @Nullable Passage at) {
        return value == null || at == null ? null : new Said<>(value, Objects.requireNonNull(at));
    }
}
