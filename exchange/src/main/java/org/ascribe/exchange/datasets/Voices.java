package org.ascribe.exchange.datasets;

import java.util.regex.Pattern;
import org.ascribe.core.Speaker;

/** In what capacity somebody speaks whom a data set names in a few words. */
final class Voices {

    private static final Pattern WITNESS =
            Pattern.compile("(?i)\\b(witness(es)?|residents?|villagers?|locals?|survivors?|relatives?|refugees?)\\b");
    private static final Pattern MONITOR = Pattern.compile(
            "(?i)\\b(UN|UNAMA|monitors?|monitoring|observatory|SOHR|human rights|amnesty|HRW|red cross|red crescent|NGOs?)\\b");
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?i)\\b(police|army|military|officials?|officers?|government|governor|minister|ministry|authorities|security|mayor|"
                    + "president|commander|troops|administration|hospital|defen[cs]e|navy|air force|prosecutors?)\\b");
    private static final Pattern PARTY =
            Pattern.compile("(?i)\\b(rebels?|insurgents?|guerrillas?|militants?|spokes\\w+ (for|of) the)\\b");
    private static final Pattern MEDIUM = Pattern.compile(
            "(?i)\\b(news|press|media|agency|radio|television|tv|newspaper|journalists?|correspondent|reuters|afp|ap|bbc)\\b");

    private Voices() {}

    static Speaker.Role role(String words) {
        if (WITNESS.matcher(words).find()) {
            return Speaker.Role.WITNESS;
        }
        if (MONITOR.matcher(words).find()) {
            return Speaker.Role.MONITOR;
        }
        if (PARTY.matcher(words).find()) {
            return Speaker.Role.PARTY;
        }
        if (OFFICIAL.matcher(words).find()) {
            return Speaker.Role.OFFICIAL;
        }
        return MEDIUM.matcher(words).find() ? Speaker.Role.MEDIUM : Speaker.Role.UNNAMED;
    }
}
