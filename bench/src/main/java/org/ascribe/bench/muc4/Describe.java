package org.ascribe.bench.muc4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ascribe.extract.model.HashedLine;
import org.ascribe.extract.model.Span;
import org.ascribe.extract.model.Tags;
import org.ascribe.extract.model.Words;

/** The numbers by which the second stage decides. */
final class Describe {

    private static final Set<String> PREPOSITIONS = Set.of(
            "of",
            "in",
            "on",
            "at",
            "by",
            "for",
            "with",
            "from",
            "to",
            "who",
            "which",
            "where",
            "that",
            "belonging",
            "located",
            ",",
            "[",
            "(");

    private Describe() {}

    /** The words in and around a candidate, for the linear part. */
    static int[] lexical(Muc4Text text, Candidate candidate) {
        List<String> names = new ArrayList<>();
        Words words = text.words;
        Span best = candidate.best();
        String role = candidate.role.name();
        names.add(role);
        names.add(role + "=" + candidate.form);
        for (int w = best.from(); w < best.to(); w++) {
            names.add(role + "|" + words.lower(w));
        }
        int head = head(words, best.from(), best.to());
        names.add(role + "h" + words.lower(head));
        names.add(role + "f" + words.lower(best.from()));
        names.add(role + "e" + words.lower(best.to() - 1));
        int seen = 0;
        for (Span span : candidate.spans) {
            if (seen++ == 3) {
                break;
            }
            for (int i = 1; i <= 3; i++) {
                names.add(role + "<" + words.lower(span.from() - i));
                names.add(role + ">" + words.lower(span.to() - 1 + i));
            }
            names.add(role + "<1" + words.lower(span.from() - 1));
            names.add(role + ">1" + words.lower(span.to()));
            names.add(role + "<12" + words.lower(span.from() - 2) + " " + words.lower(span.from() - 1));
            names.add(role + ">12" + words.lower(span.to()) + " " + words.lower(span.to() + 1));
        }
        return names.stream().mapToInt(HashedLine::hash).toArray();
    }

    /** The words of a whole text, for the types of its incidents. */
    static int[] lexical(Muc4Text text, int type) {
        Set<String> names = new HashSet<>();
        Words words = text.words;
        for (int w = 0; w < words.size(); w++) {
            names.add(type + words.lower(w));
            names.add(type + words.lower(w) + " " + words.lower(w + 1));
        }
        names.add("t" + type);
        return names.stream().sorted().mapToInt(HashedLine::hash).toArray();
    }

    /** The last word before what is only added. */
    static int head(Words words, int from, int to) {
        for (int w = from + 1; w < to; w++) {
            if (PREPOSITIONS.contains(words.lower(w))) {
                return w - 1;
            }
        }
        return to - 1;
    }

    /** A candidate before anything is decided. */
    static Row candidate(Muc4Text text, Candidate candidate, double lexical, double[] typeOdds) {
        Row row = new Row();
        Words words = text.words;
        Span best = candidate.best();
        Tags tags = text.tags(candidate.role);
        for (Role role : Role.values()) {
            row.add("role-" + role, candidate.role == role);
        }
        double sum = 0;
        double none = 1;
        for (Span span : candidate.spans) {
            sum += span.share();
            none *= 1 - span.share();
        }
        row.add("share", best.share());
        row.add("product", tags.product(best));
        double mean = 0;
        double weakest = 1;
        for (int w = best.from(); w < best.to(); w++) {
            mean += tags.inside(w) / (best.to() - best.from());
            weakest = Math.min(weakest, tags.inside(w));
        }
        row.add("inside", mean).add("weakest", weakest);
        row.add("inside-before", tags.inside(best.from() - 1)).add("inside-after", tags.inside(best.to()));
        row.add("begin-share", tags.begins(best.from()) / Math.max(1e-6, tags.inside(best.from())));
        row.add("sum", sum);
        row.add("any", 1 - none);
        row.add("second", candidate.spans.size() > 1 ? candidate.spans.get(1).share() : 0);
        row.add("mean", sum / Math.max(1, candidate.places));
        row.add("places", candidate.places);
        row.add("begin", tags.begins(best.from()));
        double least = 1;
        for (int w = best.from() + 1; w < best.to(); w++) {
            least = Math.min(least, tags.goesOn(w));
        }
        row.add("least", least);
        row.add("after", tags.goesOn(best.to()));
        row.add("before", tags.inside(best.from() - 1));
        double otherMost = 0;
        for (Role role : Role.values()) {
            double inside = text.inside(role, best);
            row.add("as-" + role, inside);
            if (role != candidate.role) {
                otherMost = Math.max(otherMost, inside);
            }
        }
        row.add("other", otherMost);
        double[] place = new double[1];
        for (int w = best.from(); w < best.to(); w++) {
            place[0] += text.places.inside(w) / (best.to() - best.from());
        }
        row.add("as-place", place[0]);
        row.add("words", best.to() - best.from());
        row.add("length", candidate.form.length());
        row.add("from", best.from());
        int first = candidate.spans.stream().mapToInt(Span::from).min().orElse(0);
        row.add("first", first);
        row.add("relative", first / (double) Math.max(1, words.size()));
        row.add("sentence", words.sentence(best.from()));
        row.add("paragraph", words.paragraph(best.from()));
        row.add("size", words.size());
        double longer = 0;
        double shorter = 0;
        double beside = 0;
        double roleMost = 0;
        int rank = 0;
        int many = 0;
        for (Candidate other : text.candidates(candidate.role)) {
            if (other == candidate) {
                continue;
            }
            many++;
            double share = other.best().share();
            rank += share > best.share() ? 1 : 0;
            roleMost = Math.max(roleMost, share);
            for (Span span : other.spans) {
                if (span.overlaps(best)) {
                    if (span.to() - span.from() > best.to() - best.from()) {
                        longer = Math.max(longer, span.share());
                    } else if (span.to() - span.from() < best.to() - best.from()) {
                        shorter = Math.max(shorter, span.share());
                    } else {
                        beside = Math.max(beside, span.share());
                    }
                }
            }
        }
        row.add("longer", longer);
        row.add("shorter", shorter);
        row.add("beside", beside);
        row.add("role-most", roleMost);
        row.add("rank", rank);
        row.add("many", many);
        double typeMost = 0;
        for (int t = 0; t < candidate.types.length; t++) {
            typeMost = Math.max(typeMost, candidate.types[t]);
            if (t < 4) {
                row.add("type-" + t, candidate.types[t]);
                row.add("doc-" + t, text.documentTypes[t]);
            }
        }
        row.add("type-most", typeMost);
        row.add("doc-most", Arrays.stream(text.documentTypes).max().orElse(0));
        for (Role role : Role.values()) {
            row.add("most-" + role, text.mostBeside(role, candidate));
        }
        double near = 0;
        for (int w = Math.max(0, best.from() - 25); w < Math.min(words.size(), best.to() + 25); w++) {
            if (w < best.from() || w >= best.to()) {
                for (Role role : Role.values()) {
                    near = Math.max(near, text.tags(role).begins(w));
                }
            }
        }
        row.add("near", near);
        row.add("lexical", lexical);
        row.add("text-words", Arrays.stream(typeOdds).max().orElse(0));
        for (int t = 0; t < 3; t++) {
            row.add("text-words-" + t, typeOdds[t]);
        }
        for (String head : Muc4Text.own()) {
            row.add("own-" + head, text.ownInside(head, best));
        }
        row.add("trigger-near", nearOwn(text, "trigger", best));
        row.add("cue-near", nearOwn(text, "cue", best));
        String before = words.lower(best.from() - 1);
        String after = words.lower(best.to());
        row.add("opened", before.equals("[") || before.equals("("));
        row.add("closed", after.equals("]") || after.equals(")"));
        row.add("followed", after.equals("[") || after.equals("("));
        row.add("of", after.equals("of"));
        row.add("quoted", before.equals("\""));
        row.add("digit", candidate.form.chars().anyMatch(Character::isDigit));
        row.add("comma", candidate.mention.indexOf(',') >= 0);
        row.add("bracket", candidate.mention.indexOf('[') >= 0);
        row.add("quote", candidate.mention.indexOf('"') >= 0);
        row.add("head-at", head(words, best.from(), best.to()) - best.from());
        return row;
    }

    /** The most that a head of modern reporting gives to a word within a sentence's length of the span. */
    private static double nearOwn(Muc4Text text, String head, Span span) {
        Tags tags = text.own(head);
        if (tags == null) {
            return Double.NaN;
        }
        double most = 0;
        for (int w = Math.max(0, span.from() - 12); w < Math.min(text.words.size(), span.to() + 12); w++) {
            if (w < span.from() || w >= span.to()) {
                most = Math.max(most, tags.inside(w));
            }
        }
        return most;
    }

    /** A candidate once all of a text have been judged alone: what the others say of it. */
    static Row again(Muc4Text text, Candidate candidate, float[] alone, double[] chances) {
        Row row = new Row();
        for (int i = 0; i < alone.length; i++) {
            row.add("alone-" + i, alone[i]);
        }
        row.add("score", candidate.score);
        Span best = candidate.best();
        double overlapping = 0;
        double longer = 0;
        double shorter = 0;
        double ofRole = 0;
        double sameWords = 0;
        double sentence = 0;
        double beside = 0;
        int rank = 0;
        double sum = 0;
        double[] byRole = new double[Role.values().length];
        double[] nearByRole = new double[Role.values().length];
        for (Candidate other : text.candidates) {
            if (other == candidate || other.score < 0.02) {
                continue;
            }
            int r = other.role.ordinal();
            byRole[r] = Math.max(byRole[r], other.score);
            if (text.words.sentence(other.best().from()) == text.words.sentence(best.from())) {
                nearByRole[r] = Math.max(nearByRole[r], other.score);
                sentence = Math.max(sentence, other.score);
            }
            if (other.role == candidate.role) {
                rank += other.score > candidate.score ? 1 : 0;
                sum += other.score;
                if (other.best().overlaps(best)) {
                    overlapping = Math.max(overlapping, other.score);
                    if (other.form.length() > candidate.form.length()) {
                        longer = Math.max(longer, other.score);
                    } else {
                        shorter = Math.max(shorter, other.score);
                    }
                } else {
                    ofRole = Math.max(ofRole, other.score);
                    if (other.form.contains(candidate.form) || candidate.form.contains(other.form)) {
                        sameWords = Math.max(sameWords, other.score);
                    }
                }
            } else if (other.best().overlaps(best)) {
                beside = Math.max(beside, other.score);
            }
        }
        row.add("overlapping", overlapping).add("longer-score", longer).add("shorter-score", shorter);
        row.add("of-role", ofRole).add("same-words", sameWords).add("sentence-score", sentence);
        row.add("beside-score", beside).add("rank-score", rank).add("sum-score", sum);
        for (int r = 0; r < byRole.length; r++) {
            row.add("by-role-" + r, byRole[r]).add("near-role-" + r, nearByRole[r]);
        }
        double ofTypes = 0;
        double most = 0;
        for (int t = 0; t < chances.length; t++) {
            ofTypes = Math.max(ofTypes, chances[t] * (t < candidate.types.length ? candidate.types[t] : 0));
            most = Math.max(most, chances[t]);
        }
        row.add("of-types", ofTypes).add("chance-most", most);
        around(text, candidate, row);
        return row;
    }

    private static final List<Set<String>> KIN = List.of(
            Set.of(
                    "guerrillas",
                    "guerrilla",
                    "rebels",
                    "rebel",
                    "terrorists",
                    "terrorist",
                    "subversives",
                    "insurgents",
                    "commandos",
                    "column",
                    "combatants",
                    "militants",
                    "urban"),
            Set.of(
                    "soldiers",
                    "soldier",
                    "troops",
                    "army",
                    "military",
                    "police",
                    "policemen",
                    "officers",
                    "colonel",
                    "lieutenant",
                    "uniforms",
                    "agents"),
            Set.of("unidentified", "unknown", "men", "individuals", "gunmen", "assailants", "persons", "strangers"),
            Set.of("drug", "traffickers", "trafficker", "hitmen", "gunman", "criminals", "mafia", "cartel"));

    /** What stands in any sentence with the string, what kind of people did it, and how often it is named beside its like. */
    private static void around(Muc4Text text, Candidate candidate, Row row) {
        Set<Integer> sentences = new HashSet<>();
        for (Span span : candidate.spans) {
            sentences.add(text.words.sentence(span.from()));
        }
        double[] near = new double[Role.values().length];
        double[] kin = new double[KIN.size()];
        double kinMost = 0;
        int ahead = 0;
        int ofRole = 0;
        double alias = 0;
        int aliasPlaces = 0;
        for (Candidate other : text.candidates) {
            if (other == candidate || other.score < 0.02) {
                continue;
            }
            int r = other.role.ordinal();
            if (other.score > near[r]
                    && other.spans.stream().anyMatch(span -> sentences.contains(text.words.sentence(span.from())))) {
                near[r] = other.score;
            }
            if (other.role == Role.PERP_IND) {
                kinMost = Math.max(kinMost, other.score);
                for (String word : other.form.split(" ")) {
                    for (int k = 0; k < kin.length; k++) {
                        kin[k] = KIN.get(k).contains(word) ? Math.max(kin[k], other.score) : kin[k];
                    }
                }
            }
            if (other.role == candidate.role) {
                ahead += other.places > candidate.places ? 1 : 0;
                ofRole += other.places;
                if (initials(List.of(other.form.split(" ")), candidate.form)
                        || initials(List.of(candidate.form.split(" ")), other.form)) {
                    alias = Math.max(alias, other.score);
                    aliasPlaces += other.places;
                }
            }
        }
        for (int r = 0; r < near.length; r++) {
            row.add("any-near-" + r, near[r]);
        }
        for (int k = 0; k < kin.length; k++) {
            row.add("kin-" + k, kin[k] / Math.max(0.02, kinMost));
        }
        row.add("sentences", sentences.size()).add("ahead", ahead).add("of-role-places", ofRole);
        row.add("alias", alias).add("alias-places", aliasPlaces);
        List<Span> spans = candidate.spans.subList(0, Math.min(4, candidate.spans.size()));
        for (String head : List.of("stance", "by")) {
            double[] labels = candidate.role.isPerpetrator() ? text.labels(head, spans) : new double[0];
            for (int l = 0; l < (head.equals("by") ? 3 : 6); l++) {
                row.add(head + "-" + l, l < labels.length ? labels[l] : Double.NaN);
            }
        }
    }

    /** Two candidates of one role: do they mean the same thing? */
    static Row pair(Muc4Text text, Candidate a, Candidate b) {
        Row row = new Row();
        Words words = text.words;
        for (Role role : Role.values()) {
            row.add("role-" + role, a.role == role);
        }
        List<String> left = List.of(a.form.split(" "));
        List<String> right = List.of(b.form.split(" "));
        Set<String> common = new HashSet<>(left);
        common.retainAll(new HashSet<>(right));
        row.add("common", common.size());
        row.add("share", common.size() / (double) Math.max(1, Math.min(left.size(), right.size())));
        row.add("jaccard", common.size() / (double) Math.max(1, left.size() + right.size() - common.size()));
        row.add("first", left.getFirst().equals(right.getFirst()));
        row.add("last", left.getLast().equals(right.getLast()));
        String headA = words.lower(head(words, a.best().from(), a.best().to()));
        String headB = words.lower(head(words, b.best().from(), b.best().to()));
        row.add("head", headA.equals(headB));
        row.add("head-in", b.form.contains(headA) || a.form.contains(headB));
        row.add("plural", headA.equals(headB + "s") || headB.equals(headA + "s"));
        row.add("initials", initials(left, b.form) || initials(right, a.form));
        row.add("contains", a.form.contains(b.form) || b.form.contains(a.form));
        row.add("words-a", left.size());
        row.add("words-b", right.size());
        row.add("single", left.size() == 1 ? right.size() == 1 ? 2 : 1 : 0);
        int nearest = Integer.MAX_VALUE;
        int sentences = Integer.MAX_VALUE;
        boolean overlap = false;
        boolean bracket = false;
        boolean joined = false;
        for (Span one : a.spans) {
            for (Span other : b.spans) {
                overlap |= one.overlaps(other);
                int gap = Math.max(one.from(), other.from()) - Math.min(one.to(), other.to());
                nearest = Math.min(nearest, Math.max(0, gap));
                sentences = Math.min(sentences, Math.abs(words.sentence(one.from()) - words.sentence(other.from())));
                Span early = one.from() < other.from() ? one : other;
                if (gap == 1) {
                    String between = words.lower(early.to());
                    bracket |= between.equals("[") || between.equals("(");
                    joined |= between.equals("and") || between.equals("or") || between.equals(",");
                }
            }
        }
        row.add("nearest", nearest);
        row.add("sentences", sentences);
        row.add("overlap", overlap);
        row.add("bracket", bracket);
        row.add("joined", joined);
        row.add("score-a", a.score);
        row.add("score-b", b.score);
        row.add("places-a", a.places);
        row.add("places-b", b.places);
        double types = 0;
        for (int t = 0; t < a.types.length; t++) {
            types += Math.abs(a.types[t] - b.types[t]);
        }
        row.add("types", types);
        return row;
    }

    private static boolean initials(List<String> name, String letters) {
        if (letters.length() < 2 || letters.indexOf(' ') >= 0 || name.size() < 2) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : name) {
            if (!word.equals("of") && !word.equals("and") && !word.equals("for") && !word.isEmpty()) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString().contentEquals(letters);
    }
}
