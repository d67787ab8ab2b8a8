package org.ascribe.workbench.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Judgement;
import org.ascribe.core.resolve.Link;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.store.CountFilter;
import org.ascribe.store.Counts;
import org.ascribe.store.Import;
import org.ascribe.store.ImportSummary;
import org.jspecify.annotations.Nullable;

/** Where the record comes from: one ledger seen through the perspective {@code every-voice}. Safe to share. */
public interface RecordSource {

    /** How the file of a user's own perspective ends, beside the ledger. */
    String PERSPECTIVE_FILE = ".perspective.yaml";

    /** Where the ledger lies, for people. */
    String ledger();

    /** Everything as it stands now. Cheap when nothing has changed since the last call: the same object again. */
    Standing standing();

    /**
     * How many incidents pass, by some of their sides; needs no {@link #standing}.
     *
     * @param most how many actors to tell apart
     */
    default Counts counts(CountFilter filter, Set<Counts.By> by, int most) {
        throw new UnsupportedOperationException("this record is not counted");
    }

    /** Whether there are more incidents than fit the memory of this program; then there is no {@link #standing}. */
    default boolean isTooLarge() {
        return false;
    }

    /** The pairs of tellings of {@link #standing} that are alike by at least so many bits; slow when first asked for. */
    List<Link> alike(double least);

    /** Adds a person's decision to the ledger; the next {@link #standing} heeds it. */
    void add(Judgement judgement);

    /** All imports of data sets, latest first, in the record or not. */
    default List<ImportSummary> imports() {
        return List.of();
    }

    /**
     * What some rows of an import would be, each for itself, whether they are in the record or not: a standing of these rows
     * alone, their labels the rows' own ids.
     *
     * @param most how many rows at most
     */
    default Standing sampleOf(String importId, int most) {
        return new Standing(List.of(), List.of(), List.of(), List.of());
    }

    /** The users' own perspectives, YAML by name, sorted by name. */
    default Map<String, String> perspectives() {
        return Map.of();
    }

    /**
     * Keeps a perspective of a user's own; one of the same name is replaced.
     *
     * @param name small letters, digits and hyphens
     */
    default void keepPerspective(String name, String yaml) {
        throw new UnsupportedOperationException("this record keeps no perspectives");
    }

    /** Takes an import into the record or leaves it out; the next {@link #standing} heeds it. */
    default void decide(String importId, Import.State state, Instant at, String user) {
        throw new UnsupportedOperationException("this record has no imports");
    }

    /**
     * The record at one moment.
     *
     * @param incidents in no particular order
     * @param reports all of the ledger
     * @param actors of the dictionary
     * @param judgements all of the ledger, oldest first
     */
    record Standing(
            List<LabelledSheet> incidents,
            List<CodedReport> reports,
            List<KnownActor> actors,
            List<Judgement> judgements) {
        public Standing {
            incidents = List.copyOf(incidents);
            reports = List.copyOf(reports);
            actors = List.copyOf(actors);
            judgements = List.copyOf(judgements);
        }
    }

    /**
     * A sheet under its label.
     *
     * @param formerly ids and labels of incidents that were merged into this one
     */
    record LabelledSheet(String label, IncidentSheet sheet, List<String> formerly) {}

    /**
     * An actor of the dictionary.
     *
     * @param parent id of the actor of which it is a branch
     */
    record KnownActor(
            String id,
            String name,
            @Nullable String kind,
            @Nullable String parent,
            List<KnownAlias> aliases) {}

    record KnownAlias(
            String alias, @Nullable String status, @Nullable String source) {}
}
