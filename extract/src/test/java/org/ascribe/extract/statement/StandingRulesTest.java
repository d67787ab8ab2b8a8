package org.ascribe.extract.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a party is said to be, or not to be, and how strong it is said to be. */
class StandingRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The Islamic State group is based in eastern Afghanistan.             | islamic-state in eastern Afghanistan
            Al-Qaida maintains training camps in Helmand.                        | al-qaeda in Helmand
            Al-Shabaab controls large areas of southern Somalia.                 | al-shabaab in southern Somalia
            JNIM now levies taxes in central Mali.                               | jnim in central Mali
            Pakistan says the TTP enjoys safe havens in Afghanistan.             | ttp in Afghanistan
            There are no TTP fighters on Afghan soil, the spokesman said.        | ttp not in Afghanistan
            The Taliban insist that no foreign group operates from Afghan soil.  | x-foreign-group not in Afghanistan
            The interior ministry says Islamic State has been wiped out in Afghanistan. | islamic-state not in Afghanistan
            """)
    void presenceIsAffirmedOrDeniedWithItsPlace(String text, String presence) {
        assertThat(Standings.in(text)).containsExactly(presence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Boko Haram is a shadow of its former self.                           | boko-haram decline
            Al-Qaida has lost most of its leaders.                               | al-qaeda decline
            The Taliban are on the back foot.                                    | taliban decline
            The raids of 2023 have weakened IS in the cities.                    | islamic-state decline
            The interior ministry says Islamic State has been wiped out.         | islamic-state decline
            JNIM has doubled in size.                                            | jnim strength
            The TTP has grown stronger since 2021.                               | ttp strength
            Islamic State has 4,000 fighters in Afghanistan.                     | islamic-state strength
            Al-Shabaab has recovered from its losses.                            | al-shabaab resurgence
            Islamic State poses a serious threat to Central Asia.                | islamic-state threat
            Islamic State remains capable of striking Europe.                    | islamic-state threat
            """)
    void powerIsStrengthDeclineResurgenceOrThreat(String text, String capability) {
        assertThat(Standings.in(text)).containsExactly(capability);
    }

    @Test
    void whoeverIsKilledInAPlaceIsNotSaidToHoldIt() {
        assertThat(Standings.in("Army jets killed 12 TTP fighters in North Waziristan."))
                .isEmpty();
        assertThat(Standings.in("Police destroyed an IS hideout in Kabul.")).isEmpty();
    }

    @Test
    void aDenialBehindTheWordsIsAnotherVoice() {
        assertThat(
                        Standings.in(
                                "Pakistan has long complained that Baloch insurgents find shelter on the Iranian side of the border, something Tehran denies."))
                .containsExactly("x-baloch-insurgents in Iran", "x-baloch-insurgents not in Iran");
    }
}
