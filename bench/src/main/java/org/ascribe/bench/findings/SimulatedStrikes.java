package org.ascribe.bench.findings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ascribe.analyse.Scope;
import org.ascribe.analyse.SettledRecord;
import org.ascribe.analyse.relations.Restraint;
import org.ascribe.analyse.relations.RestraintAnalysis;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.ReportId;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Telling;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Status;

/** A record in which one actor spares another by a known factor: each month in another province. */
final class SimulatedStrikes {

    private static final Settled.Figures UNKNOWN = new Settled.Figures(null, null, null);

    private final List<Settled> incidents = new ArrayList<>();

    private SimulatedStrikes() {}

    /** Whether the interval holds the factor, or there is too little for one. */
    static boolean restraintHolds(SplittableRandom chance, int places, double strikes, double factor) {
        SimulatedStrikes record = new SimulatedStrikes();
        for (int place = 0; place < places; place++) {
            int others = 1 + chance.nextInt(4);
            int thirds = 1 + chance.nextInt(4);
            for (int i = 0; i < others; i++) {
                record.strike(place, "blue", new Target("worshippers", TargetClass.CIVILIANS));
            }
            for (int i = 0; i < thirds; i++) {
                record.strike(place, "state", new Target("houses", TargetClass.CIVILIANS));
            }
            double odds = factor * others / thirds;
            int many = Draws.poisson(chance, strikes);
            for (int i = 0; i < many; i++) {
                String target = chance.nextDouble() < odds / (1 + odds) ? "blue" : "state";
                record.strike(place, "red", new Target(target + " post", TargetClass.ARMED_GROUP));
            }
        }
        SettledRecord settled =
                new SettledRecord("simulated", record.incidents, List.of(), actor -> Optional.empty(), Optional::of);
        Restraint result = new RestraintAnalysis()
                .finding(settled, "red", "blue", Scope.ALL, List.of())
                .result();
        return result == null
                || result.againstChance() == null
                || result.againstChance().low() <= factor
                        && factor <= result.againstChance().high();
    }

    private void strike(int place, String actor, Target target) {
        String number = "%016x".formatted(incidents.size());
        String province = "P" + place;
        incidents.add(new Settled(
                new Incident(
                        "inc-" + number,
                        "Bombing in " + province,
                        IncidentType.BOMBING,
                        EventDate.day(LocalDate.of(2020, 1, 15)),
                        new Place(province, "AF", province, null, null, PlacePrecision.ADMIN1),
                        List.of(target),
                        List.of(),
                        List.of(new Telling(new ReportId("r-" + number), "i1")),
                        List.of()),
                "simulated",
                Status.FAIR,
                "simulated",
                List.of(new Settled.Support(actor, actor, 1, 1, 1)),
                UNKNOWN,
                UNKNOWN,
                List.of()));
    }
}
