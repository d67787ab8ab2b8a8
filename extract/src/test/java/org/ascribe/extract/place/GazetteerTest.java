package org.ascribe.extract.place;

import static org.assertj.core.api.Assertions.assertThat;

import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

    private static final Gazetteer GAZETTEER = Gazetteer.load();

    @ParameterizedTest
    @CsvSource({
        "Ningarhar, Nangarhar",
        "Nangrahar, Nangarhar",
        "Qandahar, Kandahar",
        "Hirat, Herat",
        "Mazar-i-Sharif, Mazar-e Sharif",
        "Mazār-e Sharīf, Mazar-e Sharif",
        "Khowst, Khost",
        "Dayr al-Zawr, Deir ez-Zor",
        "Lashkargah, Lashkar Gah",
        "Puli Khumri, Pul-e Khumri",
        "Shahcheragh, Shah Cheragh",
        "Feyzabad, Faizabad",
        "Daikundi, Daykundi"
    })
    void otherSpellingsAreKnown(String spelling, String name) {
        assertThat(GAZETTEER.list(spelling)).extracting(Place::name).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"Makiivka, UA, Makiyivka", "Toungup, MM, Taungup", "Zormat, AF, Zurmat"})
    void aSpellingOfNoTableIsFoundByItsSoundInAKnownCountry(String spelling, String country, String name) {
        assertThat(GAZETTEER.soundsLike(spelling, country, null))
                .map(Place::name)
                .contains(name);
    }

    @Test
    void aNameReadInTheWrongCharactersIsStillFound() {
        assertThat(GAZETTEER.list("Shu\u00e2\u20ac\u2122fat camp"))
                .extracting(Place::country)
                .contains("PS");
    }

    @ParameterizedTest
    @CsvSource({"AF, AF", "Afghanistan, AF", "Russia, RU", "Turkey, TR", "Türkiye, TR", "Ivory Coast, CI", "us, US"})
    void countriesAreFoundByCodeAndName(String words, String code) {
        assertThat(GAZETTEER.country(words)).map(Place::country).contains(code);
    }

    @Test
    void everyProvincialSeatOfAfghanistanLiesInItsProvince() {
        assertThat(GAZETTEER.list("Kandahar"))
                .filteredOn(place -> place.precision() == PlacePrecision.TOWN && "AF".equals(place.country()))
                .extracting(Place::admin1)
                .containsExactly("Kandahar");
    }

    @Test
    void aCityLiesInItsProvinceAndCountryAndNotTheOtherWayRound() {
        Place city = find("Kandahar", PlacePrecision.TOWN);
        Place province = find("Kandahar", PlacePrecision.ADMIN1);
        Place country = GAZETTEER.country("AF").orElseThrow();
        assertThat(GAZETTEER.contains(province, city)).isTrue();
        assertThat(GAZETTEER.contains(country, city)).isTrue();
        assertThat(GAZETTEER.contains(city, province)).isFalse();
        assertThat(GAZETTEER.contains(find("Herat", PlacePrecision.ADMIN1), city))
                .isFalse();
        assertThat(GAZETTEER.same(city, province)).isFalse();
        assertThat(GAZETTEER.same(city, find("Qandahar", PlacePrecision.TOWN))).isTrue();
    }

    @Test
    void aSiteLiesInItsTown() {
        assertThat(GAZETTEER.contains(find("Kabul", PlacePrecision.TOWN), find("Kabul airport", PlacePrecision.SITE)))
                .isTrue();
    }

    @Test
    void townsStandInTheOrderThatLookingUpNeeds() {
        for (int line = 1; line < GAZETTEER.townCount(); line++) {
            assertThat(GAZETTEER.townKey(line)).isGreaterThanOrEqualTo(GAZETTEER.townKey(line - 1));
        }
    }

    @Test
    void theKeyOfATownIsTheKeyOfItsName() {
        for (int line = 0; line < GAZETTEER.townCount(); line += 97) {
            String key = GAZETTEER.townKey(line);
            assertThat(GAZETTEER.entries(key))
                    .isNotEmpty()
                    .anySatisfy(entry ->
                            assertThat(Gazetteer.key(entry.place().name())).isEqualTo(key));
        }
    }

    private static Place find(String name, PlacePrecision precision) {
        return GAZETTEER.list(name).stream()
                .filter(place -> place.precision() == precision && "AF".equals(place.country()))
                .findFirst()
                .orElseThrow();
    }
}
