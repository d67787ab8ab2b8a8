package org.ascribe.extract.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.ascribe.extract.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorFinderTest {

    private static final ActorFinder FINDER = new ActorFinder(ActorDictionary.load());

    private static List<ActorMention> find(String text) {
        return find(text, LocalDate.of(2024, 4, 5));
    }

    private static List<ActorMention> find(String text, @Nullable LocalDate published) {
        List<ActorMention> mentions = FINDER.find(Texts.parse(text, published));
        for (ActorMention mention : mentions) {
            assertThat(mention.actor().as()).isEqualTo(mention.passage().in(text));
        }
        return mentions;
    }

    /** As {@code id=words}, a modifier with a star. */
    private static List<String> named(String text) {
        return named(find(text));
    }

    private static List<String> named(List<ActorMention> mentions) {
        return mentions.stream()
                .map(m -> m.actor().id() + "=" + m.actor().as() + (m.modifier() ? "*" : ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The attack was claimed by the Islamic State.",
                "The attack was claimed by the IS group.",
                "In March IS claimed an attack.",
                "The so-called Islamic State group said it had carried out the bombing.",
                "ISIS has claimed it.",
                "Isis has claimed it.",
                "The Taliban cannot decide on the destruction of Daesh.",
                "The Taliban cannot decide on the destruction of Da\u2019esh.",
                "The first IS-claimed attack took place in August.",
            })
    void everyNameOfTheIslamicStateIsOneActor(String text) {
        assertThat(find(text)).extracting(m -> m.actor().id()).contains("islamic-state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISKP claimed the attack.",
                "IS-K claimed the attack.",
                "ISIS-K claimed the attack.",
                "Islamic State-Khorasan claimed the attack.",
                "The Islamic State Khorasan Province claimed the attack.",
                "The Islamic State\u2019s Afghan affiliate claimed the attack.",
                "The IS branch in Afghanistan claimed the attack.",
                "The Afghan branch of the Islamic State claimed the attack.",
            })
    void theBranchIsNamedOnlyWhereTheWordsNameIt(String text) {
        assertThat(find(text)).extracting(m -> m.actor().id()).containsExactly("islamic-state-khorasan");
    }

    @Test
    void theGroupInAPlaceIsStillTheGroup() {
        assertThat(named("Attacks by the Islamic State group in Afghanistan have grown."))
                .containsExactly("islamic-state=Islamic State group");
    }

    @Test
    void theVerbIsNoActor() {
        assertThat(named("THIS IS NOT A CLAIM BY ANYBODY IN THE CITY")).isEmpty();
        assertThat(named("ATTACK CLAIMED BY IS FIGHTERS IN THE CITY CENTRE")).isNotEmpty();
        assertThat(named("He is here, and it IS true.")).isEmpty();
    }

    @Test
    void aNameBeforeANounIsAModifier() {
        List<String> found =
                named("The IS threat grows. Taliban fighters clashed with militants. The Taliban denied it.");
        assertThat(found).containsExactly("islamic-state=IS*", "taliban=Taliban*", "taliban=Taliban");
    }

    @Test
    void nationalsAreAPeopleAndNotTheState() {
        assertThat(named("The majority of ISIS fighters are likely Afghan nationals."))
                .containsExactly("islamic-state=ISIS*", "nationals-af=Afghan nationals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Moscow accused Kyiv of it. | russia=Moscow, ukraine=Kyiv",
                "The gunmen stormed a Moscow concert hall. | ''",
                "An attack in Moscow killed 140. | ''",
                "Islamabad has repeatedly blamed Kabul. | pakistan=Islamabad, taliban=Kabul",
                "The bomb went off in Kabul near the airport. | ''",
                "The Kremlin said it had proof. | russia=Kremlin",
                "Kremlin spokesman Dmitry Peskov spoke of it. | russia=Kremlin*",
                "People died near the Kremlin. | ''",
                "According to Kyiv, it was a lie. | ukraine=Kyiv",
                "Relations between Kabul and Islamabad worsened. | taliban=Kabul, pakistan=Islamabad",
            })
    void aCapitalIsAGovernmentOnlyWhereItSpeaksOrActs(String text, String expected) {
        assertThat(String.join(", ", named(text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Russia implicated Ukraine without evidence. | russia=Russia, ukraine=Ukraine",
                "Experts say Russia lied. | russia=Russia",
                "He lives in Pakistan and Iran. | ''",
                "The bombing in Peshawar, Pakistan, killed ten. | ''",
                "Pakistani officials blamed the TTP. | pakistan=Pakistani officials, ttp=TTP",
                "Russian President Vladimir Putin spoke. | russia=Russian*",
                "US officials warned of it. | united-states=US officials",
                "Pakistani air strikes killed eight people. | pakistan=Pakistani*",
                "Pakistan's foreign ministry summoned the envoy. | pakistan=Pakistan's foreign ministry",
                "The Russian army shelled the village. | russia-military=Russian army",
                "Traces lead to Ukraine, which denies any part. | ukraine=Ukraine",
                "They fled towards Ukraine, which lies near. | ''",
                "Chinese interests in the city were attacked. | ''",
            })
    void aCountryIsAnActorUnlessItIsAPlace(String text, String expected) {
        assertThat(String.join(", ", named(text))).isEqualTo(expected);
    }

    @Test
    void afghanAuthoritiesAreWhoeverGovernedOnThatDay() {
        String text = "Afghan authorities blamed the Taliban.";
        assertThat(find(text, LocalDate.of(2021, 5, 9)).get(0).actor().id()).isEqualTo("afghanistan-republic");
        assertThat(find(text, LocalDate.of(2023, 5, 9)).get(0).actor().id()).isEqualTo("taliban");
        assertThat(find(text, null).get(0).actor().id()).isEqualTo("taliban");
    }

    @Test
    void theFormerGovernmentIsNotTheTaliban() {
        assertThat(named("While the IS group was active under the republic government, attacks went on."))
                .containsExactly("islamic-state=IS group", "afghanistan-republic=republic government");
    }

    @Test
    void pakistaniTalibanAreNotTheTaliban() {
        assertThat(named("The Pakistani Taliban, or Tehrik-e-Taliban Pakistan, claimed it."))
                .containsExactly("ttp=Pakistani Taliban", "ttp=Tehrik-e-Taliban Pakistan");
    }

    @Test
    void aShortAcronymNeedsItsBearerOrCountry() {
        assertThat(named("The NRF fights the Taliban in Panjshir.")).contains("nrf=NRF");
        assertThat(named("The NRF funds research in Zurich.")).isEmpty();
    }

    @Test
    void anUnknownGroupIsKnownByTheFormOfItsName() {
        assertThat(named("The Green Valley Brigade (GVB) claimed it. Police said GVB had fled."))
                .containsExactly(
                        "x-green-valley-brigade=Green Valley Brigade",
                        "x-green-valley-brigade=GVB",
                        "x-green-valley-brigade=GVB");
        assertThat(named("A group calling itself Sons of Dawn claimed it."))
                .containsExactly("x-sons-of-dawn=Sons of Dawn");
        assertThat(named("A group calling itself Lashkar-e-Subh claimed it."))
                .containsExactly("x-lashkar-e-subh=Lashkar-e-Subh");
    }

    @Test
    void everyAliasOfTheDictionaryIsFoundInASentence() {
        ActorDictionary dictionary = ActorDictionary.load();
        for (Alias alias : dictionary.aliases()) {
            Actor actor = dictionary.get(alias.actor());
            String text = "In a statement, " + alias.name() + " said it, and " + actor.name() + " confirmed.";
            assertThat(find(text))
                    .as(alias.toString())
                    .extracting(m -> m.actor().id())
                    .contains(actor.id());
        }
    }
}
