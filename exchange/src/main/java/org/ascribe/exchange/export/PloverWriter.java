package org.ascribe.exchange.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Assertion;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.Report;
import org.ascribe.core.Target;
import org.ascribe.core.Weapon;
import org.ascribe.core.WeaponClass;
import org.ascribe.core.weigh.IncidentSheet.Claimant;
import org.ascribe.core.weigh.IncidentSheet.Statement;
import org.ascribe.exchange.IncidentCodes;
import org.ascribe.exchange.export.ExportTerms.KnownActor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON Lines with the fields of PLOVER as POLECAT names them, and our own under {@code ascribe}: one line an incident and actor that
 * some voice names, one line without an actor where none does. An actor that is only denied has no line of its own.
 */
final class PloverWriter implements ExportWriter {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;
    private final ExportTerms terms;

    PloverWriter(Path file, ExportTerms terms) throws IOException {
        this.terms = terms;
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public void incident(ExportedIncident incident) throws IOException {
        List<Claimant> named = incident.named();
        if (named.isEmpty()) {
            line(incident, null);
        }
        for (Claimant claimant : named) {
            line(incident, claimant);
        }
    }

    private void line(ExportedIncident incident, @Nullable Claimant claimant) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        EventDate when = incident.incident().when();
        IncidentType type = incident.incident().type();
        String event = IncidentCodes.of(type).plover();
        node.put("event_id", claimant == null ? incident.label() : incident.label() + "/" + claimant.actor());
        node.put("event_date", when != null && when.precision() == DatePrecision.DAY ? text(when.from()) : null);
        node.put("event_type", event);
        node.put("event_mode", mode(type, incident.incident().weapons()));
        node.putNull("intensity");
        node.put("quad_code", event == null ? null : "MATERIAL CONFLICT");
        node.putNull("contexts");
        KnownActor known =
                claimant == null ? null : terms.actors().apply(claimant.actor()).orElse(null);
        node.put("actor_name", claimant == null ? null : claimant.name());
        node.put("actor_country", known == null ? null : iso3(known.country()));
        node.put("primary_actor_sector", known == null ? null : sector(known));
        node.put("actor_name_raw", claimant == null ? null : words(claimant));
        String targets =
                incident.incident().targets().stream().map(Target::name).collect(Collectors.joining("; "));
        node.put("recipient_name", ExportedIncident.orNull(targets));
        node.putNull("recipient_country");
        node.putNull("primary_recipient_sector");
        Place where = incident.incident().where();
        node.put("placename", where == null ? null : where.name());
        node.put("province", where == null ? null : where.admin1());
        node.put("country", where == null ? null : iso3(where.country()));
        node.put("latitude", where == null ? null : where.latitude());
        node.put("longitude", where == null ? null : where.longitude());
        node.putNull("geonames_id");
        node.put("source", Tables.joined(incident.outlets().stream()));
        node.put(
                "publication_date",
                text(incident.texts().stream()
                        .map(Report::published)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)));
        node.put("version", terms.programVersion());
        extension(node.putObject("ascribe"), incident, claimant);
        out.write(JSON.writeValueAsString(node));
        out.write('\n');
    }

    private void extension(ObjectNode node, ExportedIncident incident, @Nullable Claimant claimant) {
        EventDate when = incident.incident().when();
        Place where = incident.incident().where();
        node.put("incident", incident.label());
        node.put("incident_id", incident.incident().id());
        node.put("type", incident.incident().type().code());
        node.put("status", incident.sheet().status().code());
        node.put("date_from", when == null ? null : text(when.from()));
        node.put("date_to", when == null ? null : text(when.to()));
        node.put("date_precision", Tables.precision(when));
        node.put("place_precision", where == null ? null : Tables.lower(where.precision()));
        node.put("radius_km", Reach.radiusKm(where));
        count(node.putObject("killed"), incident.sheet().killed());
        count(node.putObject("wounded"), incident.sheet().wounded());
        node.put("actor_id", claimant == null ? null : claimant.actor());
        node.put("actor_kind", claimant == null ? null : terms.kindOf(claimant.actor()));
        ArrayNode stances = node.putArray("stances");
        if (claimant != null) {
            ExportedIncident.stances(claimant).forEach(stances::add);
        }
        ArrayNode statements = node.putArray("statements");
        if (claimant != null) {
            claimant.statements().forEach(said -> statement(statements.addObject(), said));
        }
        incident.sheet().nobody().forEach(said -> statement(statements.addObject(), said));
        ArrayNode only = node.putArray("only_denied_or_doubted");
        List<Claimant> named = incident.named();
        for (Claimant other : incident.sheet().countedClaimants()) {
            if (!named.contains(other)) {
                ObjectNode denied = only.addObject();
                denied.put("actor_id", other.actor());
                denied.put("actor_name", other.name());
                ArrayNode list = denied.putArray("statements");
                other.statements().forEach(said -> statement(list.addObject(), said));
            }
        }
    }

    private static void statement(ObjectNode node, Statement statement) {
        Assertion said = statement.assertion();
        node.put("assertion", said.id().value());
        node.put("report", said.report().value());
        if (said.content() instanceof Content.Responsibility responsibility) {
            node.put("stance", responsibility.stance().code());
            node.put("evidence", responsibility.evidence().code());
        }
        node.put("polarity", said.polarity().code());
        node.put("hedged", said.hedged());
        node.put("speaker", said.speaker().name());
        node.put("speaker_role", said.speaker().role().code());
        node.put(
                "reported_by",
                said.speaker().reportedBy() == null
                        ? null
                        : said.speaker().reportedBy().name());
        node.put("published", text(statement.published()));
        node.put("outlet", statement.outlet());
        node.put("text", said.text());
        node.put("start", said.passage().start());
        node.put("end", said.passage().end());
    }

    private static void count(ObjectNode node, Count count) {
        node.put("low", count.low());
        node.put("high", count.high());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String words(Claimant claimant) {
        return claimant.statements().stream()
                .map(said -> said.assertion().content() instanceof Content.Responsibility r ? r.actor() : null)
                .filter(Objects::nonNull)
                .map(ActorRef::as)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * The modes of ASSAULT and COERCE that our type and weapons leave no doubt about; PLOVER manual, draft of 2021, and its table from
     * CAMEO. Null where the type may mean several.
     */
    private static @Nullable String mode(IncidentType type, List<Weapon> weapons) {
        return switch (type) {
            case BOMBING -> "explosives";
            case SUICIDE_BOMBING -> "suicide-attack";
            case SHELLING -> "heavy-weapons";
            case AIRSTRIKE ->
                weapons.stream().anyMatch(weapon -> weapon.weaponClass() == WeaponClass.DRONE) ? "drone" : "aerial";
            case ARMED_ASSAULT, CLASH ->
                weapons.stream().anyMatch(weapon -> weapon.weaponClass() == WeaponClass.FIREARM) ? "firearms" : null;
            case ASSASSINATION -> "targeted";
            case ABDUCTION -> "abduct";
            case RAID_OR_ARREST -> null;
            case CHEMICAL_ATTACK -> "unconventional";
            case SEXUAL_VIOLENCE -> "sexual";
            case UNREST -> "riot";
            case EXECUTION, ARSON, SABOTAGE, LOOTING, MOB_VIOLENCE, CAMPAIGN, OTHER -> null;
        };
    }

    /** The sectors of PLOVER that the dictionary's kind decides. */
    private static @Nullable String sector(KnownActor known) {
        return switch (known.kind()) {
            case "state", "government" -> "GOV";
            case "intergovernmental" -> "IGO";
            default -> null;
        };
    }

    /** ISO 3166-1 alpha-3, as POLECAT has it. */
    private static @Nullable String iso3(@Nullable String country) {
        if (country == null) {
            return null;
        }
        try {
            return Locale.of("", country).getISO3Country();
        } catch (MissingResourceException unknown) {
            return null;
        }
    }

    @Override
    public void finish(LeftOut leftOut) throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
