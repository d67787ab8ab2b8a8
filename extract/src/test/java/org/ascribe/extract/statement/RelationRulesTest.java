package org.ascribe.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascribe.core.Assertion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a report says of two parties, with the right one on either side. */
class RelationRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Iran-backed Houthis fired missiles at Israel.                    | iran sponsoring houthis
            Hezbollah is supported by Iran.                                      | iran sponsoring hezbollah
            Iran backs Hezbollah.                                                | iran sponsoring hezbollah
            Washington accuses Tehran of sponsoring Hezbollah and Hamas.         | iran sponsoring hezbollah
            ISKP is a proxy of Pakistan, the Taliban say.                        | pakistan sponsoring islamic-state-khorasan
            Pakistan accused the Taliban government of harbouring the Pakistani Taliban. | taliban tolerating ttp
            Islamabad has long been accused of turning a blind eye to Lashkar-e-Taiba. | pakistan tolerating lashkar-e-taiba
            The Taliban refuse to act against the TTP.                           | taliban tolerating ttp
            The Taliban provide a safe haven to al-Qaida.                        | taliban tolerating al-qaeda
            The TTP, an affiliate of al-Qaida, bombed a mosque.                  | ttp allied al-qaeda
            There is a tacit understanding between Iran and al-Qaida.            | iran tacit-alliance al-qaeda
            The Taliban's rivals, such as Islamic State, have gained from this.  | islamic-state hostile taliban
            Islamic State Khorasan is a sworn enemy of the Taliban.              | islamic-state-khorasan hostile taliban
            Turkey fights the PKK in northern Iraq.                              | turkey hostile pkk
            The Taliban and Pakistan held talks in Doha on Saturday.             | taliban negotiating pakistan
            Jamaat-ul-Ahrar, which split from the TTP in 2014, claimed the attack. | jamaat-ul-ahrar splitting ttp
            """)
    void aRelationNamesWhoStandsHowToWhom(String text, String relation) {
        assertThat(Standings.in(text)).containsExactly(relation);
    }

    @Test
    void whatAPartyDeniesOfItselfIsDenied() {
        assertThat(Standings.in("Kabul denied sheltering the TTP.")).containsExactly("taliban not tolerating ttp");
        assertThat(Standings.in("Iran and al-Qaida are not allies.")).containsExactly("iran not allied al-qaeda");
    }

    @Test
    void theAccuserSpeaksOfTheAccused() {
        Assertion accusation = Standings.assertions(
                        "Pakistan accused the Taliban government of harbouring the Pakistani Taliban.")
                .get(0);
        assertThat(accusation.speaker().actor()).isEqualTo("pakistan");
    }

    @Test
    void theTwoMovementsAreTheTwoNamedLast() {
        assertThat(Standings.in("The Taliban have hunted Islamic State. The two movements hate each other."))
                .containsExactly("taliban hostile islamic-state");
    }

    @Test
    void aBattleOrTalksThatFailedAreNoStandingRelation() {
        assertThat(Standings.in("The Pakistani army fought militants in Bajaur for six hours."))
                .isEmpty();
        assertThat(Standings.in("Talks between Pakistan and the TTP collapsed in November."))
                .isEmpty();
        assertThat(Standings.in("The UN supports Afghanistan with food.")).isEmpty();
    }
}
