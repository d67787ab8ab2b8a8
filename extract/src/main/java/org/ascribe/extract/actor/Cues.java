package org.ascribe.extract.actor;

import java.util.Arrays;
import java.util.Set;

/** The everyday words by which the finder tells an actor from a place, a people or a thing. */
final class Cues {

    private Cues() {}

    private static Set<String> words(String spaced) {
        return Set.copyOf(Arrays.asList(spaced.split(" ")));
    }

    /** Verbs whose subject speaks or acts, so that a seat or a people in that place means a government. */
    static final Set<String> ACTS = words(
            "say claim accuse blame deny reject condemn announce declare insist maintain argue allege assert acknowledge"
                    + " admit confirm vow pledge warn threaten respond retaliate launch strike implicate suggest hint"
                    + " dispute dismiss downplay refuse call urge demand want seek support back fund arm sponsor"
                    + " train harbour harbor shelter host view see consider regard fear hope link attribute point"
                    + " tell ask agree sign recognise recognize carry conduct fail struggle impose lift expel summon"
                    + " deport suspend negotiate talk report release arrest detain kill target bomb shell invade"
                    + " withdraw deploy send use provide give offer deliver supply pay lead denounce decry protest"
                    + " believe think suspect try rule react assert contend portray cast trade exchange intensify"
                    + " step play hold take make do continue order seize evacuate close open share pursue");

    /** Verbs and prepositions whose object is an actor. */
    static final Set<String> ON_ACTORS = words(
            "accuse blame implicate urge condemn criticise criticize tell warn ask press pressure fault thank support back"
                    + " arm fund finger denounce sue sanction help assist rebuke exonerate link by against");

    /** After "to", "from" or "of" these make a country an actor. */
    static final Set<String> TIES = words(
            "attribute attributed link linked close tied loyal sold belong belonging answer support backing funding"
                    + " weapons arms help aid assistance pressure orders president minister government army role"
                    + " behalf interests hand hands ally allies enemy enemies agent agents accusation accusations"
                    + " involvement complicity responsibility leader ambassador forces military service services"
                    + " policy claim claims denial those regime regimes governments traced pointed points point finger");

    static final Set<String> PLACING = words(
            "in near across inside within into throughout around outside over at through via toward towards northern"
                    + " southern eastern western central north south east west northeastern northwestern southeastern"
                    + " southwestern neighbouring neighboring rural entire whole mainland nearby between beyond");

    static final Set<String> ACTING_NOUNS = words(
            "claim claims accusation accusations allegation allegations government policy position version response"
                    + " statement statements denial narrative intelligence military ally allies rulers role support"
                    + " interests insistence assertion assertions account leaders leadership officials backing proxies"
                    + " involvement hand");

    static final Set<String> GROUP_NOUNS = words(
            "group groups militant militants fighter fighters militia militias insurgent insurgents terrorist terrorists"
                    + " gunman gunmen rebel rebels jihadist jihadists extremist extremists affiliate affiliates branch"
                    + " network cell cells operatives operative members member attack attacks claim claims threat"
                    + " leader leaders commander commanders fighting claimed linked affiliated");

    /** Before a head noun: "senior Russian defence officials", "Afghan security forces". */
    static final Set<String> BEFORE_HEAD = words(
            "foreign defence defense interior state military senior top local federal government security intelligence"
                    + " national regional provincial central air special armed law enforcement counter terrorism"
                    + " counterterrorism border riot paramilitary public health elite ruling political home drone"
                    + " missile rocket artillery high ranking naval ground secret occupation occupying and supreme");

    static final Set<String> STATE_HEADS = words(
            "government authorities officials official administration regime leadership leaders rulers ministry media"
                    + " diplomats prosecutors parliament embassy");
    static final Set<String> MILITARY_HEADS = words(
            "military army forces troops soldiers soldier warplanes warplane jets navy commandos marines servicemen"
                    + " servicemembers troopers airmen");
    static final Set<String> POLICE_HEADS =
            words("police policemen policeman rangers investigators guards gendarmerie gendarmes");
    static final Set<String> INTELLIGENCE_HEADS = words("intelligence agency agencies spies");
    static final Set<String> SERVICE_HEADS =
            Set.of("service", "services", "agencies", "agency", "officials", "officers");

    /** "Russian President": the adjective alone names the actor. */
    static final Set<String> ROLE_HEADS = words(
            "president premier prime minister ministers spokesman spokesperson spokeswoman ambassador envoy diplomat general"
                    + " commander leader chancellor king emir secretary consul lawmaker lawmakers");

    /** "Russian shelling", "US drone strike": the adjective says who does it. */
    static final Set<String> DEED_HEADS = words(
            "strike strikes airstrike airstrikes shelling bombardment invasion offensive missile missiles rocket artillery"
                    + " drone drones raid raids incursion operation operations aggression airpower bombs");

    static final Set<String> PEOPLE_HEADS = Set.of("nationals", "national", "citizens", "citizen");

    static final Set<String> BRANCH_HEADS =
            words("branch affiliate affiliates wing chapter offshoot arm province faction franchise outfit");

    static final Set<String> DAYS_AND_MONTHS = words(
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
                    + " september october november december today yesterday tomorrow");

    static final Set<String> GROUP_ENDS = words(
            "brigade brigades front army movement resistance militia legion mujahideen mujahidin guerrillas fedayeen");
    static final Set<String> GROUP_STARTS = words(
            "lashkar jaish jaysh harakat harkat jamaat jamaah katiba katibat liwa jabhat tehreek tehrik ansar saraya hizb"
                    + " asaib kataib sipah junud jund");
    static final Set<String> CONNECTORS = words("of for the e i al ul ol ud el ur wal wa and ar as ad");

    /** Units of states, seasons of war, and causes: no armed groups, though they end like one. */
    static final Set<String> NOT_GROUPS = words(
            "salvation red regular national western eastern southern northern home second war mechanized mechanised assault"
                    + " infantry armored armoured airborne tank artillery motor rifle marine naval separate guards"
                    + " civil peace labor labour women's th st nd rd the a an this that in on at fire its his her their our your my new");

    static final Set<String> NOT_ATTRIBUTIVE = words(
            "last next such more many several early late earlier later same other first second own due responsible");
}
