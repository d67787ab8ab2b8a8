package org.ascribe.extract.speech;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ascribe.core.Coded;
import org.ascribe.core.Speaker;
import org.ascribe.core.Speaker.Role;
import org.ascribe.extract.actor.Actor;
import org.ascribe.extract.actor.ActorDictionary;
import org.ascribe.extract.actor.ActorMention;
import org.ascribe.extract.clause.Clauses;
import org.ascribe.extract.clause.NounPhrase;
import org.ascribe.extract.language.Token;
import org.ascribe.extract.mention.Mentions;
import org.ascribe.extract.table.DataTable;

/** From a noun phrase that speaks to the speaker and the capacity in which it speaks. Safe to share between threads. */
public final class Speakers {

    private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "i");
    private static final Set<String> GROUP_PRONOUNS = Set.of("it", "they", "we");

    private final ActorDictionary dictionary;
    private final Map<String, Role> roles;

    public Speakers(ActorDictionary dictionary) {
        this.dictionary = dictionary;
        this.roles = DataTable.read(Speakers.class, "roles.tsv").rows().stream()
                .collect(Collectors.toMap(row -> row.get("word"), row -> Coded.parse(Role.class, row.get("role"))));
    }

    /** The report's own voice. */
    public static Speaker author() {
        return new Speaker("author", null, null, Role.AUTHOR, null, null);
    }

    /** Whether it is a body and no person: "he added" never means it. */
    boolean isCollective(Speaker speaker) {
        return speaker.role() == Role.PARTY
                || speaker.actor() != null
                        && dictionary
                                .nameOf(speaker.actor())
                                .filter(speaker.name()::equals)
                                .isPresent();
    }

    static boolean isPronoun(Clauses clauses, NounPhrase phrase) {
        String word = clauses.sentence().token(phrase.head()).lower();
        return phrase.end() - phrase.first() == 1 && (PERSON_PRONOUNS.contains(word) || GROUP_PRONOUNS.contains(word));
    }

    /** The speaker that the phrase names, or nothing where it names no one who can speak. */
    public Optional<Speaker> of(Mentions mentions, Clauses clauses, NounPhrase phrase) {
        int first = phrase.first();
        while (first < phrase.end() - 1 && clauses.sentence().token(first).pos().equals("DET")) {
            first++;
        }
        int end = clauses.endWithApposition(phrase);
        String words = mentions.words(clauses.sentence().index(), first, end);
        if (phrase.end() - phrase.first() == 1
                && clauses.sentence().token(phrase.head()).pos().equals("PRON")) {
            return Optional.empty();
        }
        Optional<ActorMention> actor = mentions.actorsIn(clauses.sentence().index()).stream()
                .filter(mention -> mention.firstToken() >= phrase.first() && mention.endToken() <= end)
                .findFirst();
        if (actor.isEmpty() && ofTheGroup(clauses, phrase)) {
            actor = lastGroup(mentions, clauses.sentence().index(), phrase.first());
        }
        Role role = role(clauses, phrase, end, actor);
        if (role == Role.UNNAMED && actor.isEmpty() && !speaks(clauses, phrase)) {
            return Optional.empty();
        }
        Optional<ActorMention> who = actor;
        String name = who.filter(mention -> namesWhole(clauses, phrase, mention) || role == Role.PARTY)
                .map(mention -> mention.actor().name())
                .orElse(mentions.words(clauses.sentence().index(), first, phrase.end()));
        return Optional.of(new Speaker(
                name,
                words,
                mentions.passage(clauses.sentence().index(), first, end),
                role,
                who.map(mention -> mention.actor().id()).orElse(null),
                null));
    }

    /** A speaker of whom nothing is known but its words. */
    Optional<Speaker> unknown(Mentions mentions, Clauses clauses, NounPhrase phrase) {
        Token head = clauses.sentence().token(phrase.head());
        if (head.pos().equals("PRON") || head.pos().equals("NUM")) {
            return Optional.empty();
        }
        String words = mentions.words(clauses.sentence().index(), phrase.first(), phrase.end());
        return Optional.of(new Speaker(
                words,
                words,
                mentions.passage(clauses.sentence().index(), phrase.first(), phrase.end()),
                Role.UNNAMED,
                null,
                null));
    }

    /** "the organisation's spokesman", "the group's media arm". */
    private static boolean ofTheGroup(Clauses clauses, NounPhrase phrase) {
        for (int i = phrase.first() + 1; i < phrase.head(); i++) {
            if (clauses.sentence().token(i).is("'s", "’s")
                    && clauses.sentence()
                            .token(i - 1)
                            .is("group", "organisation", "organization", "movement", "militants")) {
                return true;
            }
        }
        return clauses.sentence().token(phrase.first()).is("the")
                && phrase.end() - phrase.first() == 2
                && clauses.sentence().token(phrase.head()).is("group", "organisation", "organization", "movement");
    }

    private Optional<ActorMention> lastGroup(Mentions mentions, int sentence, int token) {
        return mentions.actors().stream()
                .filter(m -> m.sentence() < sentence && m.sentence() >= sentence - 3
                        || m.sentence() == sentence && m.endToken() <= token)
                .filter(m -> dictionary
                        .find(m.actor().id())
                        .map(a -> a.kind() == Actor.Kind.ARMED_GROUP || a.kind() == Actor.Kind.FACTION)
                        .orElse(true))
                .reduce((a, b) -> b);
    }

    /** Whether the actor's name is all of the phrase but for its article and a word such as "group". */
    private static boolean namesWhole(Clauses clauses, NounPhrase phrase, ActorMention mention) {
        for (int i = phrase.first(); i < phrase.end(); i++) {
            Token token = clauses.sentence().token(i);
            boolean inName = i >= mention.firstToken() && i < mention.endToken();
            if (!inName && !token.pos().equals("DET") && !token.is("group", "itself", "so-called")) {
                return false;
            }
        }
        return true;
    }

    /** A name of a person, or a plural that can speak. */
    private boolean speaks(Clauses clauses, NounPhrase phrase) {
        Token head = clauses.sentence().token(phrase.head());
        return head.pos().equals("PROPN") || roles.containsKey(head.lemma());
    }

    private Role role(Clauses clauses, NounPhrase phrase, int end, Optional<ActorMention> actor) {
        Role byWord = null;
        boolean former = false;
        for (int i = phrase.first(); i < end; i++) {
            Token token = clauses.sentence().token(i);
            former |= token.is("former", "ex", "retired", "onetime");
            Role role = roles.get(token.lemma());
            if (role == null) {
                role = roles.get(token.lower().replaceFirst("s$", ""));
            }
            if (role != null && (byWord == null || byWord == Role.UNNAMED || byWord == Role.PARTY)) {
                byWord = role;
            }
        }
        Optional<String> kind = actor.flatMap(
                        mention -> dictionary.find(mention.actor().id()))
                .map(Actor::kind)
                .map(value -> value.toString().toLowerCase(Locale.ROOT).replace('_', '-'));
        boolean armed = actor.isPresent()
                && (kind.isEmpty()
                        || kind.get().equals("armed-group")
                        || kind.get().equals("faction"));
        if (byWord == Role.OFFICIAL && former) {
            return Role.EXPERT;
        }
        if (armed && (byWord == null || byWord == Role.PARTY || byWord == Role.OFFICIAL || byWord == Role.MEDIUM)) {
            return Role.PARTY;
        }
        if (byWord != null && byWord != Role.PARTY && byWord != Role.UNNAMED) {
            return byWord;
        }
        if (kind.isPresent()) {
            return switch (kind.get()) {
                case "state", "government", "security-force" -> Role.OFFICIAL;
                case "intergovernmental", "monitor" -> Role.MONITOR;
                case "medium", "media" -> Role.MEDIUM;
                default -> Role.OFFICIAL;
            };
        }
        return byWord == null ? Role.UNNAMED : byWord;
    }
}
