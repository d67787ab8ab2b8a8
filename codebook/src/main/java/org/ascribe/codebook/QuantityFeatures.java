package org.ascribe.codebook;

import java.util.Locale;
import org.ascribe.extract.language.Sentence;

/** How many of what were killed, wounded or captured, as far as verbs tell. */
final class QuantityFeatures implements FeatureProvider {

    @Override
    public String prefix() {
        return "count";
    }

    @Override
    public void notice(ReadText text, Sentence sentence, Features features) {
        for (Quantity quantity : text.quantities()) {
            if (quantity.sentence() != sentence.index()) {
                continue;
            }
            for (String role : quantity.roles()) {
                if (role.contains("#")) {
                    String name = "count:" + role;
                    features.set(name);
                    features.set(name + " " + (quantity.number() == null ? quantity.word() : quantity.number()));
                    quantity.features().values().keySet().stream()
                            .filter(feature -> feature.startsWith("head "))
                            .forEach(head -> features.set((name + " " + head).toLowerCase(Locale.ROOT)));
                }
            }
        }
    }
}
