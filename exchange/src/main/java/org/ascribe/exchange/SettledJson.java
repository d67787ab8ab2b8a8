package org.ascribe.exchange;

import java.util.List;
import java.util.Locale;
import org.ascribe.core.weigh.Difference;
import org.ascribe.core.weigh.Settled;
import org.ascribe.core.weigh.Settled.Figures;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Incidents as a perspective settles them, one JSON object a line: docs/formats/perspective.md. */
public final class SettledJson {

    private static final double PLACES = 10_000;

    private SettledJson() {}

    /**
     * One incident.
     *
     * @param label what people call it: {@code I-17}
     */
    public static String write(String label, Settled settled) {
        ObjectNode node = CodedReportJson.JSON.createObjectNode();
        head(node, label, settled);
        settledPart(node, settled);
        ArrayNode why = node.putArray("why");
        for (Settled.Reason reason : settled.reasons()) {
            ObjectNode one = why.addObject();
            one.put("assertion", reason.assertion().id().value());
            one.put("text", reason.assertion().text());
            one.put("speaker", reason.assertion().speaker().name());
            one.put("weight", rounded(reason.weight()));
        }
        return CodedReportJson.JSON.writeValueAsString(node);
    }

    /** One incident that changes between two perspectives. */
    public static String write(String label, Difference.Changed changed) {
        ObjectNode node = CodedReportJson.JSON.createObjectNode();
        head(node, label, changed.after());
        ArrayNode changes = node.putArray("changes");
        changed.aspects().forEach(aspect -> changes.add(aspect.name().toLowerCase(Locale.ROOT)));
        node.put("because", changed.because());
        for (Settled settled : List.of(changed.before(), changed.after())) {
            ObjectNode side = node.putObject(settled == changed.before() ? "before" : "after");
            side.put("perspective", settled.perspective());
            settledPart(side, settled);
        }
        return CodedReportJson.JSON.writeValueAsString(node);
    }

    private static void head(ObjectNode node, String label, Settled settled) {
        node.put("incident", label);
        node.put("summary", settled.incident().summary());
        CodedReportJson.object(node, "where", settled.incident().where(), CodedReportJson::writePlace);
        CodedReportJson.object(node, "when", settled.incident().when(), CodedReportJson::writeDate);
    }

    private static void settledPart(ObjectNode node, Settled settled) {
        node.put("status", settled.status().code());
        ArrayNode actors = node.putArray("actors");
        for (Settled.Support support : settled.actors()) {
            ObjectNode one = actors.addObject();
            one.put("actor", support.actor());
            one.put("support", rounded(support.support()));
            one.put("low", rounded(support.low()));
            one.put("high", rounded(support.high()));
        }
        figures(node, "killed", settled.killed());
    }

    private static void figures(ObjectNode node, String field, Figures figures) {
        ObjectNode one = node.putObject(field);
        one.put("low", figures.low());
        one.put("high", figures.high());
        one.put("best", figures.best());
    }

    private static double rounded(double value) {
        return Math.rint(value * PLACES) / PLACES;
    }
}
