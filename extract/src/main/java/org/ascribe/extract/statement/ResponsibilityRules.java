package org.ascribe.extract.statement;

import java.util.ArrayList;
import java.util.List;
import org.ascribe.extract.clause.Clauses;

/** Who is said to be responsible for an incident: claims, statements, accusations, suspicions, denials, doubts. */
final class ResponsibilityRules {

    private final Scene scene;

    ResponsibilityRules(Scene scene) {
        this.scene = scene;
    }

    /** In the order of the text; where several rules read one sentence, all of their findings. */
    List<Finding> read() {
        List<Finding> found = new ArrayList<>();
        List<ResponsibilityReading> rules = List.of(
                new ClaimRules(scene, found),
                new AccusationRules(scene, found),
                new DenialRules(scene, found),
                new DeedRules(scene, found));
        for (Clauses clauses : scene.mentions().clauses()) {
            for (ResponsibilityReading rule : rules) {
                rule.read(clauses);
            }
        }
        ModelReading model = new ModelReading(scene, found);
        scene.mentions().clauses().forEach(model::read);
        return found;
    }
}
