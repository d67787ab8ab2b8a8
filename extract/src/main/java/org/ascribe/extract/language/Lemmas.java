package org.ascribe.extract.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ascribe.extract.table.DataTable;

/**
 * Lemmas of verbs and nouns: a table of the verbs that news of violence uses, with regular endings, and rules for the rest.
 * OpenNLP's statistical lemmatizer is not used: it makes "blam" of "blamed" and "wid" of "wiped", and a lexicon of triggers
 * is only as good as its lemmas. Immutable.
 */
final class Lemmas {

    private static final Map<String, String> IRREGULAR_NOUNS = Map.of(
            "men", "man",
            "women", "woman",
            "children", "child",
            "lives", "life",
            "wives", "wife",
            "knives", "knife",
            "thieves", "thief",
            "crises", "crisis",
            "bases", "base",
            "series", "series");

    private static final Set<String> NO_PLURAL = Set.of(
            "news",
            "headquarters",
            "barracks",
            "means",
            "species",
            "police",
            "people",
            "politics",
            "affairs",
            "contents",
            "goods",
            "remains",
            "clothes",
            "outskirts",
            "premises");

    private static final Pattern ES = Pattern.compile(".*(?:ss|sh|ch|x|zz)es");
    private static final Pattern DOUBLED = Pattern.compile(".*([bdgklmnprtv])\\1");
    private static final Pattern LOST_E =
            Pattern.compile(".*(?:[aeiou][szvcg]|at|it|ut|bl|dl|gl|tl|rs|ns|nc|rc|rg|dg|iv|ov|av|ir|ur|os|is|us)");
    private static final Pattern NO_E = Pattern.compile(".*(?:eat|ait|oat|eit|ist|est)");

    private final Map<String, String> verbs = new HashMap<>();

    private Lemmas() {}

    static Lemmas load() {
        Lemmas lemmas = new Lemmas();
        for (DataTable.Row row : DataTable.read(Lemmas.class, "verbs.tsv").rows()) {
            String verb = row.get("lemma");
            List<String> given = row.list("forms");
            for (String form : given.isEmpty() ? regular(verb) : given) {
                lemmas.verbs.putIfAbsent(form, verb);
            }
            lemmas.verbs.putIfAbsent(verb + "s", verb);
            lemmas.verbs.put(verb, verb);
        }
        return lemmas;
    }

    private static List<String> regular(String verb) {
        String stem = verb.endsWith("e") ? verb.substring(0, verb.length() - 1) : verb;
        if (verb.matches(".*[^aeiou]y")) {
            String cut = verb.substring(0, verb.length() - 1);
            return List.of(cut + "ies", cut + "ied", verb + "ing");
        }
        String last = verb.substring(verb.length() - 1);
        return List.of(
                verb + (verb.matches(".*(?:s|sh|ch|x|z)") ? "es" : "s"),
                stem + "ed",
                stem + "ing",
                verb + last + "ed",
                verb + last + "ing");
    }

    /** @param form lower case */
    String verb(String form) {
        String known = verbs.get(form);
        if (known != null) {
            return known;
        }
        if (form.endsWith("ies") || form.endsWith("ied")) {
            return form.substring(0, form.length() - 3) + "y";
        }
        if (form.endsWith("ing") && form.length() > 5) {
            return stem(form.substring(0, form.length() - 3));
        }
        if (form.endsWith("ed") && form.length() > 4) {
            return stem(form.substring(0, form.length() - 2));
        }
        return form.endsWith("s") && !form.endsWith("ss") && form.length() > 3
                ? form.substring(0, form.length() - 1)
                : form;
    }

    /** Without a doubled consonant; with the "e" that most stems in these endings have lost. */
    private static String stem(String stem) {
        if (DOUBLED.matcher(stem).matches() && !stem.endsWith("ll") && !stem.endsWith("ss")) {
            return stem.substring(0, stem.length() - 1);
        }
        return LOST_E.matcher(stem).matches() && !NO_E.matcher(stem).matches() ? stem + "e" : stem;
    }

    /** @param form lower case */
    String noun(String form) {
        String irregular = IRREGULAR_NOUNS.get(form);
        if (irregular != null) {
            return irregular;
        }
        if (NO_PLURAL.contains(form)) {
            return form;
        }
        if (form.length() > 4 && form.endsWith("men") && !form.equals("omen") && !form.endsWith("women")) {
            return form.substring(0, form.length() - 3) + "man";
        }
        if (form.endsWith("women")) {
            return form.substring(0, form.length() - 5) + "woman";
        }
        if (form.length() > 4 && form.endsWith("ies")) {
            return form.substring(0, form.length() - 3) + "y";
        }
        if (form.endsWith("es") && ES.matcher(form).matches()) {
            return form.substring(0, form.length() - 2);
        }
        return form.length() > 3
                        && form.endsWith("s")
                        && !form.endsWith("ss")
                        && !form.endsWith("us")
                        && !form.endsWith("is")
                ? form.substring(0, form.length() - 1)
                : form;
    }
}
