package org.ascribe.exchange.datasets;

import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
import org.ascribe.core.DataSource;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.RelationKind;
import org.ascribe.core.Said;
import org.ascribe.exchange.datasets.Coding.Words;

/** The UCDP Actor Dataset: names, where an actor is, and from whom it split or with whom it allied. No incidents. */
final class UcdpActorRows implements RowCoder {

    private static final DataSource SOURCE = new DataSource(
            "UCDP actors",
            "CC BY 4.0",
            DataSource.Redistribution.YES,
            DataSource.Rows.INCIDENTS,
            "UCDP Actor Dataset, Uppsala Conflict Data Program, https://ucdp.uu.se/");

    private final ActorNames names;
    private final Release release;

    UcdpActorRows(ActorNames names, Release release) {
        this.names = names;
        this.release = release;
    }

    @Override
    public DataSource source() {
        return SOURCE;
    }

    @Override
    public CodedRow code(Row row) {
        String id = row.need("ActorId");
        Coding coding = new Coding(row, SOURCE, names, "ucdp-actors-1");
        Words name = coding.line("NameData");
        if (name == null) {
            throw new RowProblem("value-missing", "\"NameData\" is empty, and an actor needs a name");
        }
        coding.lines("NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullEng");
        coding.line("Splinter");
        Words former = coding.line("NamePrev");
        coding.line("Alliance");
        Words allies = coding.line("NameAlliance");
        coding.line("JoinGroup");
        coding.line("GroupName");
        Words location = coding.line("Location");
        coding.lines("Region", "ConflictId", "DyadId");
        ActorRef actor = coding.actor(name);
        if (actor != null) {
            if (former != null && "1".equals(row.get("Splinter"))) {
                relations(coding, actor, name, former, RelationKind.SPLITTING);
            }
            if (allies != null && "1".equals(row.get("Alliance"))) {
                relations(coding, actor, name, allies, RelationKind.ALLIED);
            }
            if (location != null) {
                int from = location.at().start();
                for (String country : List.of(location.value().split(", "))) {
                    int length = country.codePointCount(0, country.length());
                    String iso = Countries.find(country);
                    if (iso != null) {
                        coding.say(
                                new Content.Presence(
                                        actor,
                                        new Said<>(
                                                new Place(country, iso, null, null, null, PlacePrecision.COUNTRY),
                                                new Passage(from, from + length))),
                                coding.dataSet(),
                                false,
                                location.line());
                    }
                    from += length + 2;
                }
            }
        }
        return coding.finish(id, release.rank(), name.value(), null, null);
    }

    private static void relations(Coding coding, ActorRef actor, Words name, Words others, RelationKind kind) {
        int from = others.at().start();
        for (String part : others.value().split(", ")) {
            int length = part.codePointCount(0, part.length());
            if (!part.isBlank() && !NoActor.isNobody(part)) {
                ActorRef other = coding.actor(part, new Passage(from, from + length));
                Passage at = Coding.span(name, others);
                if (!other.id().equals(actor.id()) && at != null) {
                    coding.say(new Content.Relation(actor, other, kind), coding.dataSet(), false, at);
                }
            }
            from += length + 2;
        }
    }
}
