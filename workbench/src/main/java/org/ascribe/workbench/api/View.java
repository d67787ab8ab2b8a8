package org.ascribe.workbench.api;

import java.util.List;
import java.util.Optional;
import org.ascribe.core.Count;
import org.ascribe.core.weigh.EveryVoice;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Settled.Figures;
import org.ascribe.core.weigh.Settlement;
import org.ascribe.core.weigh.Status;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;
import org.jspecify.annotations.Nullable;

/** The record through one perspective. What every voice makes of an incident stands on its sheet; the rest is settled here. */
final class View {

    final RecordIndex index;
    final Perspective perspective;

    View(RecordIndex index, Perspective perspective) {
        this.index = index;
        this.perspective = perspective;
    }

    /** Of every voice. */
    static View of(RecordIndex index) {
        return new View(index, Perspective.everyVoice());
    }

    Status status(LabelledSheet incident) {
        return isEveryVoice()
                ? incident.sheet().status()
                : place(incident).map(settlement()::status).orElse(Status.UNCLAIMED);
    }

    Count killed(LabelledSheet incident) {
        return isEveryVoice()
                ? incident.sheet().killed()
                : place(incident).map(settlement()::killed).map(View::count).orElse(Count.UNKNOWN);
    }

    Count wounded(LabelledSheet incident) {
        return isEveryVoice()
                ? incident.sheet().wounded()
                : place(incident).map(settlement()::wounded).map(View::count).orElse(Count.UNKNOWN);
    }

    /** The actors that some voice names, most support first. */
    List<Settled.Support> supports(LabelledSheet incident) {
        return place(incident).map(settlement()::actors).orElse(List.of());
    }

    /** The incident with its reasons. */
    Optional<Settled> settled(LabelledSheet incident) {
        return place(incident).map(settlement()::get);
    }

    String why(LabelledSheet incident, @Nullable Settled settled) {
        return isEveryVoice() || settled == null ? incident.sheet().statusWhy() : settled.why();
    }

    private boolean isEveryVoice() {
        return perspective.name().equals(EveryVoice.NAME);
    }

    Settlement settlement() {
        return index.settlements.under(perspective);
    }

    private Optional<Integer> place(LabelledSheet incident) {
        return settlement().docket().find(incident.sheet().incident().id());
    }

    private static Count count(Figures figures) {
        return figures.low() == null && figures.high() == null
                ? Count.UNKNOWN
                : new Count(figures.low(), figures.high());
    }
}
