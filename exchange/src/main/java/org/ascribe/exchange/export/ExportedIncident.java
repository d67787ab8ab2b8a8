package org.ascribe.exchange.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.ascribe.core.Assertion;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Polarity;
import org.ascribe.core.Report;
import org.ascribe.core.Stance;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.IncidentSheet;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.jspecify.annotations.Nullable;

/**
 * One incident on its way into a file.
 *
 * @param label {@code I-17}
 * @param formerly labels of incidents that went into it
 * @param reports that tell it; first published first, those without a day last
 */
public record ExportedIncident(String label, List<String> formerly, IncidentSheet sheet, List<CodedReport> reports) {

    private static final Comparator<CodedReport> FIRST_PUBLISHED = Comparator.comparing(
                    (CodedReport coded) -> coded.report().published(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(coded -> coded.report().id());

    /** An assertion with the report that carries it. */
    record Located(CodedReport report, Assertion assertion) {}

    public ExportedIncident {
        formerly = List.copyOf(formerly);
        reports = reports.stream().sorted(FIRST_PUBLISHED).toList();
    }

    Incident incident() {
        return sheet.incident();
    }

    /** All assertions about it, report by report, in the order of the text. */
    List<Located> assertions() {
        Set<Telling> tellings = new HashSet<>(incident().tellings());
        List<Located> found = new ArrayList<>();
        for (CodedReport coded : reports) {
            coded.assertions().stream()
                    .filter(said -> said.incident() != null
                            && tellings.contains(new Telling(coded.report().id(), said.incident())))
                    .sorted(IN_TEXT)
                    .forEach(said -> found.add(new Located(coded, said)));
        }
        return found;
    }

    static final Comparator<Assertion> IN_TEXT =
            Comparator.comparing(Assertion::passage).thenComparing(Assertion::id);

    /** The actors that some voice names as responsible, most origins first. */
    List<Claimant> named() {
        return sheet.countedClaimants().stream()
                .filter(claimant -> claimant.statements().stream()
                        .anyMatch(said -> !said.isOtherReading() && affirms(said.assertion())))
                .toList();
    }

    /** The one actor whom a table with one column for it may name: null where nobody is named or the voices disagree. */
    @Nullable
    Claimant soleActor() {
        List<Claimant> named = named();
        boolean agreed = switch (sheet.status()) {
            case CONFIRMED, FAIR, WEAK -> true;
            case CONTESTED, DISCOUNTED, UNCLAIMED -> false;
        };
        return agreed && !named.isEmpty() ? named.getFirst() : null;
    }

    /** Whether the voice says that the actor did it. */
    static boolean affirms(Assertion assertion) {
        return assertion.polarity() == Polarity.AFFIRMED
                && assertion.content() instanceof Content.Responsibility said
                && said.actor() != null
                && switch (said.stance()) {
                    case CLAIMED, STATED, ACCUSED, SUSPECTED -> true;
                    case DENIED, DOUBTED, UNCLAIMED -> false;
                };
    }

    /** The stance as it counts: a claim that is itself denied or doubted is a denial or doubt. */
    static Stance stance(Assertion assertion, Content.Responsibility said) {
        return switch (assertion.polarity()) {
            case AFFIRMED -> said.stance();
            case DENIED -> said.stance() == Stance.UNCLAIMED ? said.stance() : Stance.DENIED;
            case DOUBTED -> said.stance() == Stance.UNCLAIMED ? said.stance() : Stance.DOUBTED;
        };
    }

    /** The stances towards one actor, each once, in the order of {@link Stance}. */
    static List<String> stances(Claimant claimant) {
        return claimant.statements().stream()
                .filter(said -> !said.isOtherReading())
                .map(statement -> statement.assertion())
                .filter(assertion -> assertion.content() instanceof Content.Responsibility)
                .map(assertion -> stance(assertion, (Content.Responsibility) assertion.content()))
                .distinct()
                .sorted()
                .map(Stance::code)
                .toList();
    }

    /** {@code islamic-state: claimed accused; ukraine: accused denied}. */
    @Nullable
    String actorsInWords() {
        List<String> words = sheet.countedClaimants().stream()
                .map(claimant -> claimant.actor() + ": " + String.join(" ", stances(claimant)))
                .toList();
        return words.isEmpty() ? null : String.join("; ", words);
    }

    /** The outlets of its reports, each once. */
    List<String> outlets() {
        return reports.stream()
                .map(coded -> coded.report().outlet())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<Report> texts() {
        return reports.stream().map(CodedReport::report).toList();
    }

    /** The English name of a country, null for none. */
    static @Nullable String countryName(@Nullable String code) {
        return code == null ? null : Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
