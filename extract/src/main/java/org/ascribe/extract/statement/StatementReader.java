package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.Content;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Passage;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.ReportId;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.count.TollMention;
import org.ascribe.extract.incident.Told;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.speech.Speakers;
import org.ascribe.extract.speech.Voice;
import org.ascribe.extract.speech.Voices;
import org.jspecify.annotations.Nullable;

/** Turns what the rules find into assertions, each with its words, its speaker and the rule that read it. */
public final class StatementReader {

    /** Version of all rules of this package; raised whenever one of them reads differently. */
    public static final String VERSION = "rules-1";

    private final ActorDictionary dictionary;
    private final Speakers speakers;

    public StatementReader(ActorDictionary dictionary, Speakers speakers) {
        this.dictionary = dictionary;
        this.speakers = speakers;
    }

    /** Sorted by passage, then by kind, then by id. */
    public List<Assertion> read(Mentions mentions, Voices voices, List<Told> told) {
        Scene scene = new Scene(mentions, voices, told, new ActorReading(mentions, voices, dictionary), speakers);
        List<Finding> found = new ArrayList<>(withoutWeaker(new ResponsibilityRules(scene).read()));
        found.addAll(new RelationRules(scene).read());
        found.addAll(new StandingRules(scene).read());
        ModelReading.standings(scene, found);
        List<Assertion> assertions = new ArrayList<>();
        for (Finding finding : found) {
            Passage at = mentions.passage(finding.sentence(), finding.first(), finding.end());
            if (finding.labels().isEmpty()) {
                assertions.add(assertion(mentions, finding, null, at));
            }
            for (String label : finding.labels()) {
                assertions.add(assertion(mentions, finding, label, at));
            }
        }
        evidence(scene, found, assertions);
        for (Told one : told) {
            occurrences(mentions, voices, one, assertions);
            tolls(mentions, voices, one, assertions);
        }
        Set<AssertionId> seen = new HashSet<>();
        return assertions.stream()
                .filter(assertion -> seen.add(assertion.id()))
                .sorted(Comparator.comparing(Assertion::passage)
                        .thenComparing(assertion -> assertion.content().kind())
                        .thenComparing(Assertion::id))
                .toList();
    }

    private static Assertion assertion(Mentions mentions, Finding finding, @Nullable String label, Passage at) {
        Speaker speaker = finding.speaker() == null ? Speakers.author() : finding.speaker();
        return Assertion.of(
                mentions.parsed().report().id(),
                label,
                finding.content(),
                speaker,
                finding.polarity(),
                finding.hedged(),
                at,
                mentions.parsed().text(at),
                finding.confidence(),
                new ReadBy(finding.rule(), version(mentions, finding)));
    }

    private static String version(Mentions mentions, Finding finding) {
        String model = mentions.marks().version();
        return model != null && finding.rule().startsWith(ModelReading.RULE) ? model : VERSION;
    }

    /** Where several rules read one actor and incident in one sentence, the most telling stance stands. */
    private static List<Finding> withoutWeaker(List<Finding> found) {
        Map<String, Finding> best = new LinkedHashMap<>();
        for (Finding finding : found) {
            Content.Responsibility content = (Content.Responsibility) finding.content();
            String actor = content.actor() == null ? "-" : content.actor().id();
            String side = content.stance() == Stance.DENIED || content.stance() == Stance.DOUBTED
                    ? "against"
                    : content.stance() == Stance.UNCLAIMED ? "unclaimed" : "for";
            List<String> labels = finding.labels().isEmpty() ? List.of("-") : finding.labels();
            for (String label : labels) {
                Finding single = label.equals("-")
                        ? finding
                        : new Finding(
                                finding.sentence(),
                                finding.first(),
                                finding.end(),
                                List.of(label),
                                finding.content(),
                                finding.speaker(),
                                finding.polarity(),
                                finding.hedged(),
                                finding.rule(),
                                finding.confidence());
                best.merge(
                        finding.sentence() + "|" + actor + "|" + side + "|" + label,
                        single,
                        (a, b) -> rank(a) >= rank(b) ? a : b);
            }
        }
        return List.copyOf(best.values());
    }

    private static int rank(Finding finding) {
        Content.Responsibility content = (Content.Responsibility) finding.content();
        return switch (content.stance()) {
            case CLAIMED -> 6;
            case DENIED -> 5;
            case ACCUSED -> 4;
            case SUSPECTED -> 3;
            case DOUBTED -> 3;
            case STATED -> 2;
            case UNCLAIMED -> 1;
        };
    }

    private static void occurrences(Mentions mentions, Voices voices, Told told, List<Assertion> out) {
        ReportId report = mentions.parsed().report().id();
        for (Told.Part part : told.parts()) {
            int s = part.mention().sentence();
            Passage trigger =
                    mentions.passage(s, part.mention().first(), part.mention().end());
            Passage at = trigger;
            for (Said<?> said : said(part)) {
                if (mentions.sentence(s).passage().contains(said.passage())) {
                    at = at.union(said.passage());
                }
            }
            Voice voice =
                    voices.at(s, part.mention().first()).stream().findFirst().orElse(null);
            // "denied that it had bombed the hospital" denies the bombing; "denied any part in the bombing" does not.
            boolean denied = voice != null
                    && voice.kind() == Voice.Kind.DENY
                    && part.mention().verb() != null;
            boolean presupposed = voice != null && voice.kind() == Voice.Kind.DENY && !denied;
            out.add(Assertion.of(
                    report,
                    told.label(),
                    new Content.Occurrence(
                            new Said<>(told.type(), trigger),
                            part.when(),
                            part.where(),
                            part.targets(),
                            part.weapons()),
                    presupposed
                            ? Speakers.author()
                            : voices.speakerAt(s, part.mention().first()),
                    denied ? Polarity.DENIED : Polarity.AFFIRMED,
                    voice != null && voice.kind() == Voice.Kind.HEDGE,
                    at,
                    mentions.parsed().text(at),
                    0.8,
                    new ReadBy("occurrence", VERSION)));
        }
    }

    /** What a text says of the evidence for a responsibility is an assertion of its own, about that responsibility. */
    private static void evidence(Scene scene, List<Finding> found, List<Assertion> assertions) {
        for (Assertion about : List.copyOf(assertions)) {
            if (!(about.content() instanceof Content.Responsibility said)
                    || said.evidence() == EvidenceGiven.UNSTATED) {
                continue;
            }
            for (Finding finding : found) {
                Passage at = scene.passage(finding.sentence(), finding.first(), finding.end());
                if (!at.equals(about.passage()) || !finding.content().equals(said)) {
                    continue;
                }
                Evidence.find(scene, scene.clauses(finding.sentence()), finding.first(), finding.end())
                        .ifPresent(words -> assertions.add(Assertion.of(
                                about.report(),
                                about.incident(),
                                new Content.Evidence(about.id(), words.given()),
                                Speakers.author(),
                                words.given() == EvidenceGiven.NONE ? Polarity.DENIED : Polarity.AFFIRMED,
                                false,
                                words.passage(),
                                scene.mentions().parsed().text(words.passage()),
                                0.8,
                                new ReadBy("evidence", VERSION))));
                break;
            }
        }
    }

    private static List<Said<?>> said(Told.Part part) {
        List<Said<?>> all = new ArrayList<>(part.targets());
        all.addAll(part.weapons());
        if (part.when() != null) {
            all.add(part.when());
        }
        if (part.where() != null) {
            all.add(part.where());
        }
        return all;
    }

    private static void tolls(Mentions mentions, Voices voices, Told told, List<Assertion> out) {
        for (TollMention toll : told.tolls()) {
            int s = toll.sentence();
            Voice voice = voices.at(s, toll.firstTrigger()).stream().findFirst().orElse(null);
            boolean denied = toll.denied() || voice != null && voice.kind() == Voice.Kind.DENY;
            out.add(Assertion.of(
                    mentions.parsed().report().id(),
                    told.label(),
                    new Content.Toll(toll.harm(), toll.count(), toll.whom()),
                    voices.speakerAt(s, toll.firstTrigger()),
                    denied ? Polarity.DENIED : Polarity.AFFIRMED,
                    voice != null && voice.kind() == Voice.Kind.HEDGE,
                    toll.passage(),
                    mentions.parsed().text(toll.passage()),
                    toll.share() == TollMention.Share.ALL ? 0.85 : 0.7,
                    new ReadBy(
                            toll.share() == TollMention.Share.ALL
                                    ? "toll"
                                    : toll.share() == TollMention.Share.SOME ? "toll-part" : "toll-attackers",
                            VERSION)));
        }
    }
}
