package org.ascribe.analyse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ascribe.analyse.Finding.Moved;
import org.ascribe.analyse.Finding.Sensitivity;

/** How a figure moves when one incident or statement less is known. */
public final class Influence {

    /** How many are told. */
    public static final int MOST = 3;

    private Influence() {}

    /**
     * The three that move the figure most, the strongest first; of those that move it alike, the first given.
     *
     * @param ids each left out in turn
     * @param without the figure without it
     */
    public static Sensitivity of(
            String figure, double value, Collection<String> ids, ToDoubleFunction<String> without) {
        List<Moved> moved = new ArrayList<>();
        for (String id : ids) {
            moved.add(new Moved(id, without.applyAsDouble(id)));
        }
        moved.sort(Comparator.comparingDouble(each -> -Math.abs(each.value() - value)));
        return new Sensitivity(figure, value, moved.subList(0, Math.min(MOST, moved.size())), List.of());
    }
}
