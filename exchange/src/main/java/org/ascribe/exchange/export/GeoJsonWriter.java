package org.ascribe.exchange.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ascribe.core.Coded;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A GeoJSON FeatureCollection after RFC 7946, one feature a line; incidents without coordinates have a null geometry. */
final class GeoJsonWriter implements ExportWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;
    private final ExportTerms terms;
    private boolean first = true;

    GeoJsonWriter(Path file, ExportTerms terms) throws IOException {
        this.terms = terms;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    }

    @Override
    public void incident(ExportedIncident incident) throws IOException {
        ObjectNode feature = JSON.createObjectNode();
        feature.put("type", "Feature");
        feature.put("id", incident.label());
        JsonNode geometry = Reach.geometry(incident.incident().where());
        feature.set("geometry", geometry == null ? JSON.nullNode() : geometry);
        ObjectNode properties = feature.putObject("properties");
        for (Column<ExportedIncident> column : Tables.INCIDENTS.columns()) {
            Object value = column.value().apply(incident);
            switch (value) {
                case null -> properties.putNull(column.name());
                case Integer whole -> properties.put(column.name(), whole);
                case Double number -> properties.put(column.name(), number);
                case Coded constant -> properties.put(column.name(), constant.code());
                default -> properties.put(column.name(), value.toString());
            }
        }
        ArrayNode attributions = properties.putArray("attributions");
        for (Claimant claimant : incident.sheet().countedClaimants()) {
            ObjectNode node = attributions.addObject();
            node.put("actor", claimant.actor());
            node.put("name", claimant.name());
            node.put("origins", claimant.origins());
            List<String> stances = ExportedIncident.stances(claimant);
            stances.forEach(node.putArray("stances")::add);
        }
        out.write(first ? "\n" : ",\n");
        first = false;
        out.write(JSON.writeValueAsString(feature));
    }

    @Override
    public void finish(LeftOut leftOut) throws IOException {
        ObjectNode ours = JSON.createObjectNode();
        ours.put("format", "ascribe/geojson/1");
        ours.put("version", terms.programVersion());
        ours.put("perspective", terms.perspective());
        terms.filter().forEach(ours.putArray("filter")::add);
        ours.put("restrictedIncluded", terms.withRestricted());
        ours.put("leftOut", leftOut.sentence());
        out.write("\n],\"ascribe\":" + JSON.writeValueAsString(ours) + "}\n");
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
