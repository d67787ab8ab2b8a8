package org.ascribe.workbench.api;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.ascribe.core.resolve.Incident;
import org.ascribe.core.weigh.Difference.Changed;
import org.ascribe.core.weigh.Settled;
import org.ascribe.workbench.api.Answers.ActorView;
import org.ascribe.workbench.api.Answers.ChangedIncident;
import org.ascribe.workbench.api.Answers.Difference;
import org.ascribe.workbench.api.Answers.SettledSide;
import org.ascribe.workbench.api.RecordSource.LabelledSheet;

/** What two perspectives make of the same incidents, side by side. */
final class Differences {

    private Differences() {}

    static Difference between(View before, View after) {
        RecordIndex index = before.index;
        Map<String, Changed> changed = new HashMap<>();
        org.ascribe.core.weigh.Difference.between(before.settlement(), after.settlement())
                .forEach(change -> changed.put(change.before().incident().id(), change));
        return new Difference(
                PerspectiveController.name(before.perspective),
                PerspectiveController.name(after.perspective),
                index.incidents.size(),
                index.incidents.stream()
                        .flatMap(incident -> Stream.ofNullable(
                                        changed.get(incident.sheet().incident().id()))
                                .map(change -> change(incident, change)))
                        .toList());
    }

    private static ChangedIncident change(LabelledSheet labelled, Changed changed) {
        Incident incident = labelled.sheet().incident();
        return new ChangedIncident(
                incident.id(),
                labelled.label(),
                incident.summary(),
                incident.type(),
                Showing.when(incident.when()),
                Showing.where(incident.where()),
                changed.aspects(),
                side(changed.before()),
                side(changed.after()),
                changed.because());
    }

    private static SettledSide side(Settled settled) {
        Settled.Support leader = settled.actors().stream()
                .filter(support -> support.support() > 0)
                .findFirst()
                .orElse(null);
        return new SettledSide(
                settled.status(),
                settled.why(),
                leader == null ? null : new ActorView(leader.actor(), leader.name()),
                leader == null ? null : Showing.support(leader),
                settled.killed().best(),
                settled.wounded().best());
    }
}
