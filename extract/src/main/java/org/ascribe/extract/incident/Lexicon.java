package org.ascribe.extract.incident;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ascribe.core.Coded;
import org.ascribe.core.IncidentType;
import org.ascribe.core.TargetClass;
import org.ascribe.core.WeaponClass;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.table.DataTable;

/** The words for violence, for what is attacked and for what is used, from the data files beside this class. */
final class Lexicon {

    /** A trigger: its words as lemmas or forms, and what they mean. {@code strength} "weapon" names no event alone. */
    record Trigger(String[] words, boolean noun, IncidentType type, String strength) {}

    private record Weapon(String[] words, WeaponClass weaponClass) {}

    private final Map<String, List<Trigger>> triggersByFirst = new HashMap<>();
    private final Map<String, List<Weapon>> weaponsByFirst = new HashMap<>();
    private final Map<String, TargetClass> targets = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    private Lexicon() {}

    static Lexicon load() {
        Lexicon lexicon = new Lexicon();
        for (DataTable.Row row : DataTable.read(Lexicon.class, "triggers.tsv").rows()) {
            String[] words = row.get("words").split(" ");
            lexicon.triggersByFirst
                    .computeIfAbsent(words[0], first -> new ArrayList<>())
                    .add(new Trigger(
                            words,
                            row.get("part").equals("noun"),
                            Coded.parse(IncidentType.class, row.get("type")),
                            row.get("strength")));
        }
        for (DataTable.Row row : DataTable.read(Lexicon.class, "weapons.tsv").rows()) {
            String[] words = row.get("words").split(" ");
            lexicon.weaponsByFirst
                    .computeIfAbsent(words[0], first -> new ArrayList<>())
                    .add(new Weapon(words, Coded.parse(WeaponClass.class, row.get("class"))));
        }
        for (DataTable.Row row : DataTable.read(Lexicon.class, "targets.tsv").rows()) {
            lexicon.targets.put(row.get("word"), Coded.parse(TargetClass.class, row.get("class")));
        }
        for (DataTable.Row row : DataTable.read(Lexicon.class, "demonyms.tsv").rows()) {
            lexicon.countries.put(row.get("word"), row.get("country"));
        }
        return lexicon;
    }

    /** "Afghan": AF. */
    Optional<String> countryOf(Token token) {
        return token.isCapitalised() ? Optional.ofNullable(countries.get(token.lower())) : Optional.empty();
    }

    /** The longest trigger that begins at the token. */
    Optional<Trigger> triggerAt(Sentence sentence, int at) {
        Optional<Trigger> best = Optional.empty();
        for (String key : keys(sentence.token(at))) {
            for (Trigger trigger : triggersByFirst.getOrDefault(key, List.of())) {
                Token first = sentence.token(at);
                boolean verb = first.pos().equals("VERB");
                boolean part = trigger.noun() ? !verb || trigger.words().length > 1 : verb;
                if (part
                        && matches(sentence, at, trigger.words())
                        && best.map(Trigger::words).map(words -> words.length).orElse(0) < trigger.words().length) {
                    best = Optional.of(trigger);
                }
            }
        }
        return best;
    }

    /** The class of the longest weapon that begins at the token, with the number of its words. */
    Optional<Map.Entry<WeaponClass, Integer>> weaponAt(Sentence sentence, int at) {
        Weapon best = null;
        if (sentence.token(at).pos().equals("VERB")) {
            return Optional.empty();
        }
        for (String key : keys(sentence.token(at))) {
            for (Weapon weapon : weaponsByFirst.getOrDefault(key, List.of())) {
                if (matches(sentence, at, weapon.words())
                        && (best == null || best.words().length < weapon.words().length)) {
                    best = weapon;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(Map.entry(best.weaponClass(), best.words().length));
    }

    Optional<TargetClass> target(Token token) {
        for (String key : keys(token)) {
            TargetClass found = targets.get(key);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static boolean matches(Sentence sentence, int at, String[] words) {
        if (at + words.length > sentence.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!keys(sentence.token(at + i)).contains(words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The lemma, the form, and the form without a plural's end, for words that the tagger took for names. */
    private static List<String> keys(Token token) {
        String form = token.text().toLowerCase(Locale.ROOT);
        List<String> keys = new ArrayList<>(List.of(token.lemma()));
        if (!keys.contains(form)) {
            keys.add(form);
        }
        if (form.endsWith("s") && form.length() > 3 && !keys.contains(form.substring(0, form.length() - 1))) {
            keys.add(form.substring(0, form.length() - 1));
        }
        return keys;
    }
}
