package org.ascribe.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is said to be responsible, in which stance, and who says so. */
class ResponsibilityRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A bomb killed six people in Quetta. The BLA claimed responsibility for the attack. | claimed bla by Balochistan Liberation Army/party
            The blast in Herat was claimed by Islamic State on Friday. | claimed islamic-state by Islamic State/party
            Responsibility for the bombing in Kunduz was claimed by Islamic State. | claimed islamic-state by Islamic State/party
            Al-Shabaab took credit for the car bombing in Mogadishu. | claimed al-shabaab by al-Shabaab/party
            Three people died in the IS-claimed bombing in Kabul. | claimed islamic-state by Islamic State/party
            A claim of responsibility by Jaish al-Adl followed the ambush near Rask. | claimed jaish-al-adl by Jaish al-Adl/party
            Islamic State said that its fighters had stormed a prison in Jalalabad. | claimed islamic-state by Islamic State/party
            Four sailors died when a missile hit a tanker off Hodeidah. The Houthis said they had fired the missile. | claimed houthis by Houthis/party
            Two people were shot dead in Peshawar. The TTP said it was behind the shooting. | claimed ttp by Tehreek-e-Taliban Pakistan/party
            """)
    void anActorClaimsInItsOwnVoice(String text, String expected) {
        assertThat(Standings.responsibilities(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Police blamed the TTP for the bombing of a school in Bannu. | accused ttp by Police/official
            The bombing of a school in Bannu was blamed on the TTP by police. | accused ttp by police/official
            Residents accused Myanmar's military of carrying out the shelling of a village near Loikaw. | accused tatmadaw by Residents/witness
            The governor attributed the ambush in Kunar to Islamic State. | accused islamic-state by governor/official
            Iran's president held Israel responsible for the blast in Isfahan. | accused israel by Iran's president/official
            Analysts pointed the finger at Jaish al-Adl after the attack in Chabahar. | accused jaish-al-adl by Analysts/expert
            A church in Owo was attacked on Sunday. The government put the blame on ISWAP. | accused islamic-state-west-africa by government/official
            The attack in Kerman was carried out by Islamic State, according to two officials. | accused islamic-state by two officials/official
            """)
    void anotherVoiceAccuses(String text, String expected) {
        assertThat(Standings.responsibilities(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Suspected TTP militants attacked a checkpoint in Lakki Marwat. | suspected ttp by author
            Six policemen were killed in an attack in Lakki Marwat, allegedly by the TTP. | suspected ttp by author
            The bombing in Derbent bore the hallmarks of Islamic State. | suspected islamic-state by author
            Suspicion fell on Boko Haram after the raid on a village in Borno. | suspected boko-haram by author
            Investigators believe that Islamic State carried out the bombing in Derbent. | suspected islamic-state by Investigators/official
            A bomb killed six people in Quetta. The BLA is widely suspected of having planted it. | suspected bla by author
            A rocket hit a base in Erbil on Sunday. Security officials suspect Kataib Hezbollah. | suspected kataib-hezbollah by Security officials/official
            A convoy was ambushed in Mali on Friday by fighters thought to belong to JNIM. | suspected jnim by author
            The prime suspect in the bombing in Kerman is Islamic State. | suspected islamic-state by author
            """)
    void wordsThatHoldItBackSuspect(String text, String expected) {
        assertThat(Standings.responsibilities(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Boko Haram fighters attacked a village in Borno on Sunday. | stated boko-haram by author
            Twelve soldiers died in an ambush by al-Shabaab near Kismayo. | stated al-shabaab by author
            Israeli warplanes bombed a depot near Homs. | stated israel-military by author
            """)
    void theReportsOwnVoiceStates(String text, String expected) {
        assertThat(Standings.responsibilities(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The TTP denied any involvement in the bombing in Peshawar. | denied ttp by Tehreek-e-Taliban Pakistan/party
            Ukraine denied that it was behind the attack in Moscow. | denied ukraine by Ukraine/official
            Kyiv said it had nothing to do with the attack in Moscow. | denied ukraine by Ukraine/official
            Israel rejected accusations that it had bombed the hospital in Gaza City. | denied israel by Israel/official
            """)
    void aDenialIsKeptAsADenial(String text, String expected) {
        assertThat(Standings.responsibilities(text)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No group has claimed responsibility for the bombing in Aybak. | unclaimed - by author
            There was no immediate claim of responsibility for the blast in Kabul. | unclaimed - by author
            Nobody has claimed the shooting in Bamiyan. | unclaimed - by author
            The blast in Kunduz has not been claimed. | unclaimed - by author
            Neither the TTP nor Islamic State has claimed the bombing in Peshawar. | unclaimed - by author
            """)
    void thatNobodyClaimedItIsSaidByTheReport(String text, String expected) {
        assertThat(Standings.responsibilities(text)).containsExactly(expected);
    }

    @Test
    void aDoubtAboutAClaimNamesTheClaimant() {
        assertThat(
                        Standings.responsibilities(
                                "Gunmen killed forty people in a hall near Moscow. Islamic State claimed the attack. A Russian foreign ministry spokeswoman questioned the claim by Islamic State."))
                .anyMatch(line -> line.startsWith("doubted islamic-state"));
    }

    @Test
    void whereTheTextSaysThatNoEvidenceIsGivenTheAccusationSaysSo() {
        assertThat(
                        Standings.responsibilities(
                                "A minister in Islamabad blamed India for the bombing in Quetta without offering any evidence."))
                .containsExactly("accused india by minister/official, no evidence");
        assertThat(Standings.responsibilities(
                        "A minister in Islamabad blamed India for the bombing in Quetta. He offered no evidence."))
                .containsExactly("accused india by minister/official, no evidence");
    }

    @Test
    void aChainKeepsWhoReportsWhom() {
        assertThat(
                        Standings.responsibilities(
                                "A bomb killed two guards in Kabul. The monitoring group SITE said that Islamic State had claimed the bombing."))
                .anyMatch(line -> line.startsWith("claimed islamic-state by Islamic State/party")
                        && line.contains("(as reported by"));
    }

    @Test
    void theAccuserIsNotTheDoer() {
        assertThat(Standings.responsibilities("Iran accused Israel of carrying out Thursday's bombing in Kerman."))
                .containsExactly("accused israel by Iran/official");
        assertThat(Standings.responsibilities(
                        "A bomb went off in Kabul. The Taliban accused Pakistan of being behind it."))
                .containsExactly("accused pakistan by Taliban/official");
    }

    @Test
    void whoDeniesAPartInAnAttackDoesNotDenyTheAttack() {
        assertThat(Standings.occurrences("Ukraine denied any involvement in Friday's attack on a hall in Moscow."))
                .containsExactly("affirmed by author");
        assertThat(Standings.occurrences("Israel denied that it had bombed a hospital in Gaza City on Tuesday."))
                .containsExactly("denied by Israel");
    }

    @Test
    void whoAsksWhetherAGroupDidItAccusesNobody() {
        assertThat(Standings.responsibilities("Reporters asked whether Islamic State was behind the blast in Kabul."))
                .isEmpty();
    }

    @Test
    void aWarningOfAttacksTellsNoDeed() {
        assertThat(Standings.responsibilities("The embassy warned that Islamic State could attack hotels in Kabul."))
                .isEmpty();
    }
}
