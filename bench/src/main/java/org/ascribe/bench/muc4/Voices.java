package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Tags;
import org.ascribe.extract.model.Words;

/** How an organisation is tied to an incident: who says so, how surely. Counts of wordings where it is named. */
final class Voices {

    private static final Map<String, Set<String>> WORDINGS = new LinkedHashMap<>();

    static {
        WORDINGS.put(
                "claim",
                Set.of(
                        "claimed",
                        "claim",
                        "claims",
                        "claiming",
                        "credit",
                        "admitted",
                        "admits",
                        "admit",
                        "admitting",
                        "acknowledged",
                        "communique",
                        "announced",
                        "boasted"));
        WORDINGS.put("responsibility", Set.of("responsibility", "responsible", "behind", "authors", "authorship"));
        WORDINGS.put(
                "accuse",
                Set.of(
                        "accused",
                        "accuses",
                        "accusing",
                        "blamed",
                        "blames",
                        "blaming",
                        "attributed",
                        "charged",
                        "denounced",
                        "implicated",
                        "involved",
                        "linked",
                        "involvement",
                        "blame",
                        "charges",
                        "accusation",
                        "accusations",
                        "perpetrated"));
        WORDINGS.put(
                "hedge",
                Set.of(
                        "alleged",
                        "allegedly",
                        "presumably",
                        "presumed",
                        "apparently",
                        "suspected",
                        "suspects",
                        "suspect",
                        "believed",
                        "believe",
                        "thought",
                        "reportedly",
                        "purported",
                        "supposedly",
                        "suspicion"));
        WORDINGS.put(
                "may",
                Set.of("possible", "possibly", "may", "might", "could", "probably", "likely", "possibility", "if"));
        WORDINGS.put(
                "authority",
                Set.of(
                        "police",
                        "army",
                        "military",
                        "authorities",
                        "official",
                        "officials",
                        "minister",
                        "ministry",
                        "government",
                        "president",
                        "colonel",
                        "general",
                        "coprefa",
                        "intelligence",
                        "judge",
                        "court",
                        "attorney",
                        "das",
                        "commander",
                        "governor",
                        "mayor"));
        WORDINGS.put(
                "other-voice",
                Set.of(
                        "witnesses",
                        "witness",
                        "relatives",
                        "union",
                        "archbishop",
                        "church",
                        "residents",
                        "neighbors",
                        "reporters",
                        "press",
                        "radio",
                        "newspaper",
                        "bishop",
                        "priest",
                        "rector",
                        "student",
                        "students",
                        "workers"));
        WORDINGS.put("said", Set.of("said", "reported", "stated", "added", "according", "reports", "told", "report"));
        WORDINGS.put("deny", Set.of("denied", "denies", "deny", "rejected", "denial", "not"));
        WORDINGS.put("nobody", Set.of("no", "none", "nobody", "yet", "unidentified", "unknown"));
        WORDINGS.put(
                "party",
                Set.of(
                        "guerrillas",
                        "rebels",
                        "guerrilla",
                        "rebel",
                        "terrorists",
                        "terrorist",
                        "subversives",
                        "troops"));
        WORDINGS.put("combat", Set.of("combat", "fighting", "clashes", "clash", "battle", "offensive", "clashed"));
    }

    private static final List<String> RADIO = List.of("VENCEREMOS", "FARABUNDO MARTI)", "CLANDESTINE", "LIBERACION");

    private Voices() {}

    /** The numbers for one organisation of one incident. */
    static void describe(Muc4Text text, Template template, Entity organisation, Row row) {
        Words words = text.words;
        List<Span> named = places(words, organisation);
        Set<Integer> sentences = new TreeSet<>();
        named.forEach(span -> sentences.add(words.sentence(span.from())));
        Set<Integer> deeds = new HashSet<>();
        for (Entity entity : template.entities) {
            if (entity != organisation && !entity.spans().isEmpty()) {
                deeds.add(words.sentence(entity.first().best().from()));
            }
        }
        Span best = organisation.first().best();
        int own = words.sentence(best.from());
        String head = text.text.substring(0, Math.min(text.text.length(), 200)).toUpperCase(Locale.ROOT);
        row.add("rebel-radio", RADIO.stream().anyMatch(head::contains));
        row.add(
                "agency",
                head.contains("EFE)") || head.contains("AFP)") || head.contains("DPA)") || head.contains("REUTER"));
        row.add("named", named.size()).add("named-in", sentences.size());
        row.add("with-deeds", sentences.stream().filter(deeds::contains).count());
        row.add("sentence", own).add("deed-here", deeds.contains(own));
        for (Set<String> wordings : WORDINGS.values()) {
            int anywhere = 0;
            int here = 0;
            int beside = 0;
            int withDeed = 0;
            int inText = 0;
            for (int w = 0; w < words.size(); w++) {
                if (!wordings.contains(words.lower(w))) {
                    continue;
                }
                inText++;
                int sentence = words.sentence(w);
                anywhere += sentences.contains(sentence) ? 1 : 0;
                here += sentence == own ? 1 : 0;
                withDeed += deeds.contains(sentence) ? 1 : 0;
                int at = w;
                beside += named.stream().anyMatch(span -> at >= span.from() - 8 && at < span.to() + 8) ? 1 : 0;
            }
            row.add("anywhere", anywhere).add("here", here).add("beside", beside);
            row.add("with-deed", withDeed).add("in-text", inText);
        }
        double[] stances = text.labels("stance", organisation.spans());
        for (int s = 0; s < 6; s++) {
            row.add("stance-" + s, s < stances.length ? stances[s] : Double.NaN);
        }
        double[] by = text.labels("by", organisation.spans());
        for (int s = 0; s < 3; s++) {
            row.add("by-" + s, s < by.length ? by[s] : Double.NaN);
        }
        for (String tag : List.of("speaker", "perp")) {
            double most = Double.NaN;
            Tags tags = text.own(tag);
            if (tags != null) {
                most = 0;
                for (Span span : named) {
                    most = Math.max(most, text.ownInside(tag, span));
                }
            }
            row.add(tag, most);
        }
    }

    /** Wherever one of its names stands. */
    private static List<Span> places(Words words, Entity entity) {
        List<Span> found = new ArrayList<>();
        for (Candidate member : entity.members) {
            String[] sought = words.lower(member.best().from(), member.best().to());
            for (int w = 0; w + sought.length <= words.size(); w++) {
                boolean same = true;
                for (int i = 0; same && i < sought.length; i++) {
                    same = words.lower(w + i).equals(sought[i]);
                }
                if (same) {
                    found.add(new Span(w, w + sought.length, 1));
                }
            }
        }
        return found;
    }
}
