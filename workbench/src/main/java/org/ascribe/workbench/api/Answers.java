package org.ascribe.workbench.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.DataSource;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.TargetClass;
import org.ascribe.core.WeaponClass;
import org.ascribe.core.weigh.Difference.Aspect;
import org.ascribe.core.weigh.Status;
import org.ascribe.store.Counts;
import org.ascribe.store.Import;
import org.jspecify.annotations.Nullable;

/**
 * What the API answers, as it stands in the JSON: every member is always there, unknown is null, passages count Unicode
 * code points of the report's text, dates are ISO 8601.
 */
public final class Answers {

    private Answers() {}

    /** Part of a list; {@code next} is the cursor of the following part, null at the end. */
    public record Page<T>(
            List<T> items, int total, @Nullable String next) {}

    /** What the page says about itself; {@code asOf} is the latest day of publication in the ledger. */
    public record About(
            String version,
            String ledger,
            int reports,
            int incidents,
            int assertions,
            @Nullable LocalDate asOf,
            List<PerspectiveName> perspectives) {}

    /** A perspective to choose from. */
    public record PerspectiveName(String id, String name, String description) {}

    /**
     * An explicit trust policy.
     *
     * @param title for people; the name where the file cannot be used
     * @param builtIn whether it comes with the program; the others lie beside the ledger
     * @param trusts its rules in their order; the first one that fits a statement gives its weight
     * @param asks what else it holds to, in sentences: how statements come together, what a status and a toll ask for
     * @param problem why the file cannot be used; null if it can
     * @param yaml its text
     */
    public record PerspectiveView(
            String name,
            String title,
            String about,
            List<String> references,
            boolean builtIn,
            List<TrustView> trusts,
            List<String> asks,
            @Nullable YamlProblem problem,
            String yaml) {}

    /**
     * One rule of a perspective.
     *
     * @param weight of a statement that fits, in log-odds; null for that of its Admiralty grade
     * @param right the share of cases in which such a voice is held to be right, 0.5..1; null for that of its grade
     * @param because the reason that the file gives for the number
     */
    public record TrustView(
            String rule,
            @Nullable Double weight,
            @Nullable Double right,
            @Nullable String because) {}

    /** What is wrong with a perspective's text. {@code line} counts from 1; null where it is the text as a whole. */
    public record YamlProblem(@Nullable Integer line, String message) {}

    /** The text of a perspective. */
    public record PerspectiveText(@Nullable String yaml) {}

    /** What a text would be as a perspective: without problems the perspective itself, else none. */
    public record PerspectiveCheck(
            List<YamlProblem> problems, @Nullable PerspectiveView perspective) {}

    /** How far the trusted statements bear out that an actor did it, 0..1, with the interval around it. */
    public record SupportView(double support, double low, double high) {}

    /**
     * What one statement contributed.
     *
     * @param actor for or against whom; null for a toll
     * @param weight in log-odds: above 0 for, below 0 against, 0 where the perspective does not hear it
     * @param rule of the perspective that gave the weight
     */
    public record WeighedView(AssertionView said, @Nullable ActorView actor, double weight, String rule) {}

    /**
     * What two perspectives make of the same record.
     *
     * @param incidents how many were compared
     * @param changes those that differ in actor, status or toll, newest first
     */
    public record Difference(
            PerspectiveName perspective, PerspectiveName against, int incidents, List<ChangedIncident> changes) {}

    /**
     * An incident that two perspectives settle differently.
     *
     * @param differs in what
     * @param before under the first perspective
     * @param after under the second
     * @param because the rule that made it so, in a sentence with the statement that it moved most
     */
    public record ChangedIncident(
            String id,
            String label,
            String summary,
            IncidentType type,
            @Nullable When when,
            @Nullable Where where,
            List<Aspect> differs,
            SettledSide before,
            SettledSide after,
            String because) {}

    /**
     * One incident under one of two perspectives.
     *
     * @param leader the actor with the most support; null where no trusted voice names one
     * @param killed the best number by the perspective's rule, as {@code wounded}; null where no trusted voice numbers them
     */
    public record SettledSide(
            Status status,
            String why,
            @Nullable ActorView leader,
            @Nullable SupportView support,
            @Nullable Integer killed,
            @Nullable Integer wounded) {}

    /**
     * Incidents counted by some of their sides.
     *
     * @param by the sides that are told apart
     * @param incidents how many pass, each once
     */
    public record Counted(List<Counts.By> by, int incidents, List<CountRow> rows) {}

    /**
     * Of the sides that are told apart, null is unknown, for the actor nobody; of the others always.
     *
     * @param month {@code 2024-03}
     * @param killedLow sum of what is known, null if nothing is
     * @param killedHigh null if the high end of any is open
     * @param withoutKilled incidents for which no voice numbers the killed
     */
    public record CountRow(
            @Nullable String month,
            @Nullable String country,
            @Nullable String type,
            @Nullable String status,
            @Nullable String actor,
            @Nullable String actorName,
            int incidents,
            @Nullable Integer killedLow,
            @Nullable Integer killedHigh,
            int withoutKilled) {}

    /**
     * What analyses found.
     *
     * @param kinds all that there are, in the order in which they are shown
     */
    public record Findings(List<String> kinds, List<FindingView> items) {}

    /**
     * What an analysis found, with all that a reader needs to check it.
     *
     * @param id of the question; the same whatever the record holds
     * @param subject what it is about: "Islamic State in Afghanistan, 2023-01 to 2024-03"
     * @param sentence the finding with its figures; where the data are too few, that, with the number there is
     * @param incidents on which it rests
     * @param statements on which it rests besides
     * @param sensitivity how it moves; null where there is too little to compute
     * @param result the figures, other ones for each kind; null where the data are too few
     * @param tables names of the tables in the result, each to be had as CSV; none where it is one line of figures
     */
    public record FindingView(
            String id,
            String kind,
            String subject,
            String sentence,
            String perspective,
            List<IncidentName> incidents,
            List<AssertionView> statements,
            String method,
            String reference,
            List<String> limits,
            @Nullable SensitivityView sensitivity,
            @Nullable Object result,
            List<String> tables) {}

    public record IncidentName(String id, String label, String summary) {}

    /**
     * How one figure moves.
     *
     * @param value the finding's own; null if it has no end
     * @param without the figure without each of the three incidents or statements that move it most, the strongest first
     * @param perspectives the figure under other perspectives, where they were asked for
     */
    public record SensitivityView(
            String figure, @Nullable Double value, List<MovedView> without, List<MovedView> perspectives) {}

    /**
     * A figure under another condition.
     *
     * @param what id of what was left out, or name of the perspective
     * @param name label of an incident or description of a statement; null for a perspective
     */
    public record MovedView(
            String what, @Nullable String name, @Nullable Double value) {}

    /** A count of people; either end may be unknown, null instead of the whole if both are. */
    public record Range(@Nullable Integer low, @Nullable Integer high) {}

    public record When(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            DatePrecision precision,
            @Nullable String yearless) {}

    public record Where(
            String name,
            @Nullable String country,
            @Nullable String admin1,
            @Nullable Double latitude,
            @Nullable Double longitude,
            PlacePrecision precision) {}

    /** An incident as a line of the table. */
    public record IncidentRow(
            String id,
            String label,
            String summary,
            IncidentType type,
            Status status,
            @Nullable When when,
            @Nullable Where where,
            @Nullable Range killed,
            @Nullable Range wounded,
            List<ActorStances> actors,
            int reports,
            int origins) {}

    /**
     * An actor that voices tie to an incident, and in which stances they do.
     *
     * @param support under the perspective that was asked for; null where none was, or where nobody names the actor
     */
    public record ActorStances(
            String id,
            String name,
            List<Stance> stances,
            @Nullable SupportView support) {}

    /**
     * How many incidents each choice would show. Each list leaves out its own filter and obeys the others, {@code months}
     * leaves out from and to.
     *
     * @param undated incidents without a day, month or year, which no month shows
     */
    public record Facets(
            int total,
            List<Month> months,
            int undated,
            List<FacetValue> countries,
            List<FacetValue> types,
            List<FacetValue> actors,
            List<FacetValue> statuses,
            List<FacetValue> precisions) {}

    /**
     * The incidents of one month.
     *
     * @param month such as 2024-03; an incident of several months counts in the one that it begins in
     * @param killed sum over the incidents that number it; null if none does
     */
    public record Month(
            String month, int incidents, @Nullable Range killed) {}

    /** A value to filter by, its name for people, and the incidents that it would show. */
    public record FacetValue(String value, String name, int incidents) {}

    public record TargetView(String name, TargetClass targetClass) {}

    public record WeaponView(String name, WeaponClass weaponClass) {}

    /**
     * The incident sheet.
     *
     * @param statusWhy which rule of the perspective gave the status, in a sentence
     * @param killedBest the number killed by the perspective's rule, as {@code woundedBest}; null if no number is known
     * @param reasons the statements for and against, heaviest first
     * @param redirectedFrom what was asked for, if that was merged into this incident
     */
    public record Sheet(
            String id,
            String label,
            String summary,
            IncidentType type,
            Status status,
            String statusWhy,
            String perspective,
            @Nullable When when,
            @Nullable Where where,
            @Nullable Range killed,
            @Nullable Range wounded,
            @Nullable Integer killedBest,
            @Nullable Integer woundedBest,
            List<WeighedView> reasons,
            List<TargetView> targets,
            List<WeaponView> weapons,
            List<ClaimantView> claimants,
            List<AssertionView> nobody,
            List<TollView> tolls,
            List<AssertionView> other,
            List<ChangeView> history,
            List<TellingView> tellings,
            List<SheetReport> reports,
            int origins,
            List<LinkView> links,
            List<NearView> near,
            @Nullable String redirectedFrom) {}

    /**
     * One column of the sheet.
     *
     * @param support null where no voice names the actor
     */
    public record ClaimantView(
            String actor,
            String name,
            int origins,
            @Nullable SupportView support,
            List<AssertionView> statements) {}

    public record TollView(Harm harm, Range count, SpeakerView speaker, AssertionView statement) {}

    /** A day on which the record changed. */
    public record ChangeView(@Nullable LocalDate day, String what, AssertionView because) {}

    /** One incident as one report tells it: the report, its number on this sheet, and its own label. */
    public record TellingView(String report, int number, String label, String summary) {}

    /**
     * A report of the sheet.
     *
     * @param number its short number there, 1 for the first published
     * @param copyOf number of the report whose text it repeats; null if it is an origin of its own
     */
    public record SheetReport(
            int number,
            String id,
            @Nullable String title,
            @Nullable String outlet,
            @Nullable LocalDate published,
            Genre genre,
            @Nullable Integer copyOf) {}

    /**
     * One table of a data set that came in.
     *
     * @param kind such as ucdp-ged
     * @param release as its publisher names it; null if unknown
     * @param rows that could be used
     * @param added reports among them that no earlier import had brought
     * @param incidents how many of the rows tell one
     * @param redistribution whether its rows may be passed on
     * @param cite how its owner wants to be named
     */
    public record ImportView(
            String id,
            String kind,
            String dataSet,
            @Nullable String release,
            String file,
            String digest,
            Import.State state,
            String startedAt,
            String decidedAt,
            String decidedBy,
            long rows,
            long added,
            long incidents,
            long skipped,
            List<SkippedView> skippedByCode,
            String licence,
            DataSource.Redistribution redistribution,
            String cite) {}

    /** Rows that could not be used for one reason; {@code place} and {@code why} are of the first of them. */
    public record SkippedView(String code, long times, String place, String why) {}

    /**
     * A row of an import as the incident that it would be by itself.
     *
     * @param row the row's own id
     * @param text the row's own words
     */
    public record SampleRow(String row, String text, Sheet sheet) {}

    /** What becomes of an import: taken-in or discarded. */
    public record NewImportState(
            Import.@Nullable State state, @Nullable String user) {}

    /**
     * Pairs of tellings that may be one incident, part by part as in {@link Page}.
     *
     * @param judged how many of all pairs a person has decided on, those left open included
     * @param pairs all of them, whatever was asked for
     * @param threshold bits from which on two tellings are held to be of one incident
     */
    public record Matches(
            List<MatchView> items, int total, @Nullable String next, int judged, int pairs, double threshold) {}

    /**
     * Two tellings side by side, and what speaks for and against their being of one incident.
     *
     * @param weight sum of the reasons, in bits
     * @param joined whether the record holds both in one incident now
     * @param judgement what a person decided on this pair; null if nobody has
     */
    public record MatchView(
            String id,
            ToldSide a,
            ToldSide b,
            double weight,
            List<ReasonView> reasons,
            boolean joined,
            @Nullable JudgementView judgement) {}

    /**
     * One incident as one report tells it.
     *
     * @param telling its report and its own label there
     * @param incident label of the incident of this ledger that holds it
     * @param actors that the report ties to it
     * @param words the sentences that speak of it, first ones first
     */
    public record ToldSide(
            TellingRef telling,
            @Nullable String title,
            @Nullable String outlet,
            @Nullable LocalDate published,
            Genre genre,
            String incident,
            String summary,
            IncidentType type,
            @Nullable When when,
            @Nullable Where where,
            @Nullable Range killed,
            @Nullable Range wounded,
            List<TargetView> targets,
            List<WeaponView> weapons,
            List<ActorStances> actors,
            List<Context> words) {}

    /**
     * Why two tellings are held to be of one incident.
     *
     * @param weight in bits; null for a judgement, which binds
     */
    public record LinkView(
            TellingRef a, TellingRef b, @Nullable Double weight, List<ReasonView> reasons) {}

    public record TellingRef(String report, String label) {}

    public record ReasonView(
            String field, String a, String b, @Nullable Double weight) {}

    /** An incident of the same actor within 48 hours. */
    public record NearView(
            String id,
            String label,
            String summary,
            @Nullable When when,
            @Nullable Where where,
            List<ActorView> actors,
            int daysApart,
            @Nullable Integer kilometresApart) {}

    public record ActorView(String id, String name) {}

    /** Whoever says it; {@code reportedBy} where A reports that B said. */
    public record SpeakerView(
            String name,
            @Nullable String as,
            Speaker.Role role,
            @Nullable String actor,
            @Nullable SpeakerView reportedBy) {}

    public record ActorMention(
            String id, String name, @Nullable String as) {}

    public record PassageView(int start, int end) {}

    /**
     * The whole sentences around a passage.
     *
     * @param passageStart where the passage begins in {@code text}, in code points of it
     * @param passageEnd exclusive
     */
    public record Context(int start, int end, String text, int passageStart, int passageEnd) {}

    public record ReadByView(String step, String version) {}

    /** What an assertion is about. */
    public enum AssertionKind {
        OCCURRENCE,
        RESPONSIBILITY,
        TOLL,
        RELATION,
        PRESENCE,
        CAPABILITY,
        EVIDENCE
    }

    /**
     * One thing that one voice says, with its words. Members that its kind does not have are null.
     *
     * @param description one sentence for people: "Islamic State claimed responsibility"
     * @param incident the label in this ledger ("I-17"), null if it is about no incident
     * @param actor of a responsibility, presence or capability, the subject of a relation
     * @param object of a relation
     * @param about the assertion that an evidence is for
     * @param reportNumber on the sheet that shows it; null elsewhere
     * @param sentence of the report, from 1
     * @param alsoBy other extractors that read the same in these words
     * @param otherReading whether it is a second opinion on words that were read otherwise before: shown, not counted
     */
    public record AssertionView(
            String id,
            AssertionKind kind,
            String description,
            @Nullable String incident,
            @Nullable ActorMention actor,
            @Nullable ActorMention object,
            @Nullable Stance stance,
            @Nullable EvidenceGiven evidence,
            @Nullable String channel,
            @Nullable Harm harm,
            @Nullable Range count,
            @Nullable String whom,
            @Nullable RelationKind relation,
            @Nullable CapabilityKind capability,
            @Nullable Where place,
            @Nullable IncidentType incidentType,
            @Nullable When when,
            @Nullable String about,
            SpeakerView speaker,
            Polarity polarity,
            boolean hedged,
            PassageView passage,
            String text,
            Context context,
            String report,
            @Nullable Integer reportNumber,
            @Nullable String reportTitle,
            @Nullable String outlet,
            @Nullable LocalDate published,
            int sentence,
            double confidence,
            ReadByView by,
            List<ReadByView> alsoBy,
            boolean otherReading) {}

    /** A report as a line of the list; {@code incidents} are labels. */
    public record ReportRow(
            String id,
            @Nullable String title,
            @Nullable String outlet,
            @Nullable LocalDate published,
            Genre genre,
            List<String> incidents,
            int assertions) {}

    /** A report with its whole text. */
    public record ReportView(
            String id,
            @Nullable String docid,
            @Nullable String title,
            @Nullable String outlet,
            List<String> authors,
            @Nullable LocalDate published,
            String language,
            Genre genre,
            @Nullable String url,
            @Nullable String source,
            String text,
            List<PassageView> paragraphs,
            List<FurnitureView> furniture,
            List<AssertionView> assertions,
            List<ToldIncident> incidents) {}

    public record FurnitureView(int start, int end, Furniture.Kind kind) {}

    /** An incident of the ledger as this report tells it. */
    public record ToldIncident(
            String id,
            String label,
            String toldAs,
            String summary,
            IncidentType type,
            @Nullable When when,
            @Nullable Where where,
            List<PassageView> mentions) {}

    /** An actor as a line of the list, with the number of assertions in each stance. */
    public record ActorRow(
            String id,
            String name,
            @Nullable String kind,
            @Nullable String parent,
            List<AliasView> aliases,
            int incidents,
            int claimed,
            int stated,
            int accused,
            int suspected,
            int denied,
            int doubted) {}

    /** A name of an actor; {@code status} says whether the name is disputed, {@code source} who says that it is one. */
    public record AliasView(
            String alias, @Nullable String status, @Nullable String source) {}

    /** An actor with what is said of it apart from single incidents: relations, presence, capability. */
    public record ActorPage(ActorRow actor, List<AssertionView> statements, List<IncidentRow> incidents) {}

    /** What the search found, best first in each list. */
    public record Found(List<Hit> incidents, List<Hit> reports, List<Hit> actors) {}

    /**
     * Something found.
     *
     * @param detail a few words that tell it from others of the same title
     */
    public record Hit(
            String id,
            @Nullable String label,
            String title,
            @Nullable String detail) {}

    /** What a person may decide. */
    public enum DecisionKind {
        SAME_INCIDENT,
        NOT_SAME_INCIDENT,
        UNSURE,
        MERGE_INCIDENTS,
        SPLIT_INCIDENT,
        WRONG_READING,
        RIGHT_ACTOR
    }

    /**
     * A judgement to record.
     *
     * @param a with {@code b}: the two tellings of same-incident, not-same-incident and unsure
     * @param assertion of wrong-reading and right-actor
     * @param actor id of the actor that the words mean, of right-actor
     * @param incidents labels or ids: the two of merge-incidents, the one of split-incident
     * @param reports ids of those that leave, of split-incident: some of its reports, not all
     * @param user who decides
     * @param reason in the person's own words
     */
    public record NewJudgement(
            @Nullable DecisionKind decision,
            @Nullable TellingRef a,
            @Nullable TellingRef b,
            @Nullable String assertion,
            @Nullable String actor,
            @Nullable List<String> incidents,
            @Nullable List<String> reports,
            @Nullable String user,
            @Nullable String reason) {
        public NewJudgement {
            incidents = incidents == null ? null : List.copyOf(incidents);
            reports = reports == null ? null : List.copyOf(reports);
        }
    }

    /** Who takes a judgement back, and why. */
    public record Undo(@Nullable String user, @Nullable String reason) {}

    /** An outlet of the ledger, and how many of its reports the ledger holds. */
    public record OutletRow(String outlet, int reports) {}

    /**
     * A recorded judgement.
     *
     * @param description one sentence for people
     * @param incidents labels of the incidents that hold what was judged, as the record stands now; without repeats
     * @param reports ids of the reports that were judged, in the order of the description; without repeats
     * @param undoes id of the judgement that it takes back
     * @param undoneBy id of the judgement that takes it back
     */
    public record JudgementView(
            String id,
            Instant at,
            String user,
            String reason,
            DecisionKind decision,
            String description,
            @Nullable TellingRef a,
            @Nullable TellingRef b,
            @Nullable String assertion,
            @Nullable String actor,
            List<String> incidents,
            List<String> reports,
            @Nullable String undoes,
            @Nullable String undoneBy) {}

    /**
     * What went wrong, as RFC 9457 problem details.
     *
     * @param code stable, for programs: {@code unknown-incident}
     * @param detail one sentence for people that ends in what to do
     * @param field the parameter or member that is wrong, null if none is
     * @param found what it held
     * @param expected what it may hold
     */
    public record Problem(
            String type,
            String title,
            int status,
            String code,
            String detail,
            @Nullable String field,
            @Nullable String found,
            @Nullable String expected) {}
}
