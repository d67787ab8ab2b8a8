package org.ascribe.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ascribe.analyse.Finding.Moved;
import org.ascribe.analyse.Finding.Sensitivity;

/** Findings under one perspective, with how the figure of each moves under others. */
public final class Comparison {

    private Comparison() {}

    /**
     * What the analyses find, one after the other, each with its figure under the other perspectives. A figure that another
     * perspective has too few data for is not among them.
     *
     * @param others the same ledger under other perspectives; empty to compare with none
     */
    public static List<Finding<?>> findings(
            List<Analysis> analyses, SettledRecord record, List<SettledRecord> others, Scope scope) {
        List<Finding<?>> all = new ArrayList<>();
        for (Analysis analysis : analyses) {
            List<Finding<?>> own = analysis.findings(record, scope);
            Map<String, List<Moved>> moved = new HashMap<>();
            for (SettledRecord other : others) {
                for (Finding<?> same : analysis.findings(other, scope)) {
                    Sensitivity sensitivity = same.sensitivity();
                    if (sensitivity != null) {
                        moved.computeIfAbsent(key(same, sensitivity), key -> new ArrayList<>())
                                .add(new Moved(other.perspective(), sensitivity.value()));
                    }
                }
            }
            for (Finding<?> finding : own) {
                Sensitivity sensitivity = finding.sensitivity();
                all.add(
                        sensitivity == null
                                ? finding
                                : finding.with(new Sensitivity(
                                        sensitivity.figure(),
                                        sensitivity.value(),
                                        sensitivity.withoutMostInfluential(),
                                        moved.getOrDefault(key(finding, sensitivity), List.of()))));
            }
        }
        return List.copyOf(all);
    }

    private static String key(Finding<?> finding, Sensitivity sensitivity) {
        return finding.kind() + '\n' + finding.subject() + '\n' + sensitivity.figure();
    }
}
