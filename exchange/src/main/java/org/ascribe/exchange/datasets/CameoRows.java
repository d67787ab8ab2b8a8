package org.ascribe.exchange.datasets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ascribe.core.ActorRef;
import org.ascribe.core.Content;
import org.ascribe.core.Count;
import org.ascribe.core.DatePrecision;
import org.ascribe.core.EventDate;
import org.ascribe.core.EvidenceGiven;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Passage;
import org.ascribe.core.Place;
import org.ascribe.core.Said;
import org.ascribe.core.Stance;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.exchange.datasets.Coding.Words;
import org.jspecify.annotations.Nullable;

/** What GDELT, ICEWS and POLECAT have in common: somebody does or says something to somebody. */
final class CameoRows {

    /** Claims, denials and accusations of an attack mostly come within days of it. */
    private static final int DAYS_BEFORE = 3;

    private CameoRows() {}

    /**
     * Codes who did or said what.
     *
     * @param type null where nothing violent is told
     * @param statement null where nothing is said about responsibility
     */
    static void code(
            Coding coding,
            @Nullable IncidentType type,
            Cameo.@Nullable Statement statement,
            Words code,
            @Nullable Words source,
            @Nullable Words target,
            @Nullable Said<EventDate> when,
            @Nullable Said<Place> where,
            @Nullable Words narrative) {
        Passage who = Coding.span(source, target, code);
        Passage told = who == null ? code.line() : who;
        ActorRef doer = coding.actor(source);
        ActorRef done = coding.actor(target);
        if (type != null) {
            List<Said<Target>> targets = new ArrayList<>();
            if (target != null) {
                targets.add(Coding.target(
                        target, NoActor.isCivilians(target.value()) ? TargetClass.CIVILIANS : TargetClass.OTHER));
            }
            coding.occurrence(
                    new Said<>(type, code.at()),
                    when,
                    where,
                    targets,
                    List.of(),
                    Count.UNKNOWN,
                    Count.UNKNOWN,
                    narrative == null ? told : narrative.line());
            coding.responsible(doer, Stance.STATED, Coding.span(source, code));
        }
        ActorRef spokenOf = statement == Cameo.Statement.ACCUSATION ? done : doer;
        if (statement != null && spokenOf != null) {
            if (Cameo.canBeOfViolence(code.value())) {
                coding.spokenOf(openDays(when), where, told);
            }
            say(coding, statement, doer, done, told);
        }
    }

    /** Somebody speaks of what happened on the day of the statement or a little before. */
    private static @Nullable EventDate openDays(@Nullable Said<EventDate> said) {
        LocalDate day = said == null ? null : said.value().to();
        return day == null ? null : EventDate.between(day.minusDays(DAYS_BEFORE), day, DatePrecision.RANGE);
    }

    /** A statement row names no incident; which one it speaks of is found when incidents are resolved, or not. */
    private static void say(
            Coding coding, Cameo.Statement statement, @Nullable ActorRef doer, @Nullable ActorRef done, Passage at) {
        switch (statement) {
            case CLAIM -> {
                if (doer != null) {
                    coding.say(said(doer, Stance.CLAIMED), coding.party(doer), false, at);
                }
            }
            case DENIAL -> {
                if (doer != null) {
                    coding.say(said(doer, Stance.DENIED), coding.party(doer), false, at);
                }
            }
            case ACCUSATION -> {
                if (done != null) {
                    coding.say(
                            said(done, Stance.ACCUSED),
                            doer == null ? coding.dataSet() : coding.party(doer),
                            false,
                            at);
                }
            }
        }
    }

    private static Content said(ActorRef actor, Stance stance) {
        return new Content.Responsibility(actor, stance, EvidenceGiven.UNSTATED, null);
    }
}
