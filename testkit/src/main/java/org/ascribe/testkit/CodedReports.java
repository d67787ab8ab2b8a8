package org.ascribe.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.AssertionId;
import org.ascribe.core.CapabilityKind;
import org.ascribe.core.CodedIncident;
import org.ascribe.core.CodedReport;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.Furniture;
import org.ascribe.core.Genre;
import org.ascribe.core.Harm;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Polarity;
import org.ascribe.core.ReadBy;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Report;
import org.ascribe.core.Said;
import org.ascribe.core.Speaker;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.jspecify.annotations.Nullable;

/**
 * Coded reports that a seed determines: valid, of every kind of content, with every optional part now there and now not.
 * They make no sense as prose; use them for what holds of any coded report.
 */
public final class CodedReports {

    private static final String[] WORDS = {
        "attack",
        "Kandahar",
        "said",
        "the group",
        "claimed",
        "killed",
        "\"no\"",
        "مسجد",
        "Кабул",
        "🕊",
        "forty",
        "it's",
        "—",
        "police"
    };
    private static final String[] NAMES = {
        "Green Brigade", "River Front", "Ministry", "O'Hara", "Хизб", "السلام", "A \"B\" C"
    };

    private final RandomGenerator random;

    private CodedReports(RandomGenerator random) {
        this.random = random;
    }

    /** One coded report; the same for the same seed. */
    public static CodedReport random(long seed) {
        return new CodedReports(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)).codedReport();
    }

    /** As many as asked for, from consecutive seeds. */
    public static List<CodedReport> random(long seed, int count) {
        List<CodedReport> reports = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reports.add(random(seed * 1_000_003 + i));
        }
        return List.copyOf(reports);
    }

    private CodedReport codedReport() {
        int words = 20 + random.nextInt(200);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(pick(WORDS)).append(random.nextInt(12) == 0 ? ".\n" : " ");
        }
        String body = text.toString();
        int length = body.codePointCount(0, body.length());
        int free = length * 3 / 4;
        List<Furniture> furniture = new ArrayList<>();
        for (int at = free; at + 3 < length && random.nextInt(3) > 0; at += 3) {
            furniture.add(new Furniture(new Passage(at, at + 1 + random.nextInt(3)), pick(Furniture.Kind.values())));
        }
        String docid = maybe() ? "doc-" + random.nextInt(1_000_000) : null;
        String title = maybe() ? pick(NAMES) + " " + pick(WORDS) : null;
        String outlet = maybe() ? pick(NAMES) : null;
        LocalDate published = maybe() ? day() : null;
        String url = maybe() ? "https://example.org/" + random.nextInt(1000) : null;
        Report report = new Report(
                Report.idOf(docid, title, outlet, published, url, body),
                docid,
                title,
                outlet,
                maybe() ? List.of() : List.of(pick(NAMES), pick(NAMES)),
                published,
                maybe() ? "en" : "fa",
                pick(Genre.values()),
                url,
                maybe() ? "reports/" + random.nextInt(100) + ".txt" : null,
                body,
                furniture);
        Reading reading = new Reading(report, free);
        return reading.coded();
    }

    /** What is drawn from one report. */
    private final class Reading {
        private final Report report;
        private final int free;

        Reading(Report report, int free) {
            this.report = report;
            this.free = free;
        }

        CodedReport coded() {
            List<CodedIncident> incidents = new ArrayList<>();
            int count = random.nextInt(4);
            for (int i = 1; i <= count; i++) {
                incidents.add(new CodedIncident(
                        "i" + i,
                        pick(IncidentType.values()),
                        pick(WORDS) + " in " + pick(NAMES),
                        maybe() ? date() : null,
                        maybe() ? place() : null,
                        maybe() ? List.of() : List.of(new Target(pick(NAMES), pick(TargetClass.values()))),
                        maybe()
                                ? List.of()
                                : List.of(
                                        new Weapon(pick(WORDS), pick(WeaponClass.values())),
                                        new Weapon(pick(NAMES), pick(WeaponClass.values()))),
                        maybe() ? Count.UNKNOWN : count(),
                        maybe() ? Count.UNKNOWN : count(),
                        maybe() ? List.of(passage()) : List.of(passage(), passage())));
            }
            Map<AssertionId, Assertion> assertions = new LinkedHashMap<>();
            int statements = random.nextInt(12);
            AssertionId last = null;
            for (int i = 0; i < statements; i++) {
                Passage passage = passage();
                Assertion assertion = Assertion.of(
                        report.id(),
                        count == 0 || maybe() ? null : "i" + (1 + random.nextInt(count)),
                        content(last),
                        speaker(0),
                        pick(Polarity.values()),
                        maybe(),
                        passage,
                        passage.in(report.text()),
                        random.nextInt(101) / 100.0,
                        new ReadBy(pick(WORDS), "rules-" + random.nextInt(3)));
                assertions.put(assertion.id(), assertion);
                last = assertion.id();
            }
            return new CodedReport(report, incidents, List.copyOf(assertions.values()));
        }

        private Content content(@Nullable AssertionId earlier) {
            return switch (random.nextInt(earlier == null ? 6 : 7)) {
                case 0 ->
                    new Content.Occurrence(
                            said(pick(IncidentType.values())),
                            maybe() ? said(date()) : null,
                            maybe() ? said(place()) : null,
                            maybe() ? List.of() : List.of(said(new Target(pick(NAMES), pick(TargetClass.values())))),
                            maybe() ? List.of() : List.of(said(new Weapon(pick(NAMES), pick(WeaponClass.values())))));
                case 1 -> {
                    Stance stance = pick(Stance.values());
                    yield new Content.Responsibility(
                            stance == Stance.UNCLAIMED ? null : actor(),
                            stance,
                            pick(EvidenceGiven.values()),
                            maybe() ? said(pick(WORDS)) : null);
                }
                case 2 -> new Content.Toll(pick(Harm.values()), count(), maybe() ? said(pick(WORDS)) : null);
                case 3 -> new Content.Relation(actor(), actor(), pick(RelationKind.values()));
                case 4 -> new Content.Presence(actor(), maybe() ? said(place()) : null);
                case 5 -> new Content.Capability(actor(), pick(CapabilityKind.values()));
                default ->
                    new Content.Evidence(
                            earlier == null ? new AssertionId("a-0000000000000000") : earlier,
                            pick(EvidenceGiven.values()));
            };
        }

        private Speaker speaker(int depth) {
            Passage at = maybe() ? passage() : null;
            return new Speaker(
                    pick(NAMES),
                    at == null ? null : at.in(report.text()),
                    at,
                    pick(Speaker.Role.values()),
                    maybe() ? "actor-" + random.nextInt(5) : null,
                    depth < 3 && random.nextInt(3) == 0 ? speaker(depth + 1) : null);
        }

        private ActorRef actor() {
            int number = random.nextInt(5);
            Passage at = maybe() ? passage() : null;
            return new ActorRef("actor-" + number, NAMES[number], at == null ? null : at.in(report.text()), at);
        }

        private <T> Said<T> said(T value) {
            return new Said<>(value, passage());
        }

        private Passage passage() {
            int start = random.nextInt(free - 1);
            return new Passage(
                    start,
                    start
                            + 1
                            + random.nextInt(
                                    Math.min(60, free - start - 1) + 1 > 1 ? Math.min(60, free - start - 1) : 1));
        }
    }

    private Count count() {
        int low = random.nextInt(200);
        return switch (random.nextInt(4)) {
            case 0 -> Count.exactly(low);
            case 1 -> Count.atLeast(low);
            case 2 -> Count.atMost(low);
            default -> Count.between(low, low + random.nextInt(50));
        };
    }

    private LocalDate day() {
        return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1400));
    }

    private EventDate date() {
        return switch (random.nextInt(6)) {
            case 0 -> EventDate.month(2023, 1 + random.nextInt(12));
            case 1 -> EventDate.year(2022);
            case 2 -> EventDate.since(day());
            case 3 -> EventDate.yearlessMonth(1 + random.nextInt(12));
            case 4 -> new EventDate(null, day(), DatePrecision.RANGE, null);
            default -> EventDate.day(day());
        };
    }

    private Place place() {
        boolean point = maybe();
        return new Place(
                pick(NAMES),
                maybe() ? pick(new String[] {"AF", "RU", "PK", "IR"}) : null,
                maybe() ? pick(NAMES) : null,
                point ? (Double) (random.nextInt(-9000, 9000) / 100.0) : null,
                point ? (Double) (random.nextInt(-18000, 18000) / 100.0) : null,
                pick(PlacePrecision.values()));
    }

    private boolean maybe() {
        return random.nextBoolean();
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
