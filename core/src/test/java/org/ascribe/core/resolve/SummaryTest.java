package org.ascribe.core.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.ascribe.core.IncidentType;
import org.ascribe.core.Place;
import org.ascribe.core.PlacePrecision;
import org.ascribe.core.Target;
import org.ascribe.core.TargetClass;
import org.ascribe.core.Told;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final Place CROCUS =
            new Place("Crocus City Hall", "RU", "Moscow Oblast", 55.825, 37.39, PlacePrecision.SITE);
    private static final Place KUCHA_RISALDAR =
            new Place("Kucha Risaldar mosque", "PK", "Khyber Pakhtunkhwa", 34.01, 71.57, PlacePrecision.SITE);
    private static final Place UNITED_STATES =
            new Place("United States", "US", null, 39.8, -98.6, PlacePrecision.COUNTRY);

    private static String of(IncidentType type, @Nullable Place where, String... targets) {
        List<Target> named = Arrays.stream(targets)
                .map(name -> new Target(name, TargetClass.OTHER))
                .toList();
        return Summary.of(type, named, where);
    }

    @Test
    void aHeadlineNamesWhatWasHitAndWhere() {
        assertThat(of(IncidentType.SUICIDE_BOMBING, Told.kandahar(), "bank branch"))
                .isEqualTo("Suicide bombing at a bank branch in Kandahar");
        assertThat(of(IncidentType.ARMED_ASSAULT, Told.kabul(), "Pakistani embassy"))
                .isEqualTo("Armed attack on the Pakistani embassy in Kabul");
        assertThat(of(IncidentType.ASSASSINATION, Told.kabul(), "minister"))
                .isEqualTo("Assassination of the minister in Kabul");
        assertThat(of(IncidentType.BOMBING, Told.kabul(), "minibus")).isEqualTo("Bombing at a minibus in Kabul");
        assertThat(of(IncidentType.BOMBING, Told.kabul(), "Kaj education centre"))
                .isEqualTo("Bombing at the Kaj education centre in Kabul");
    }

    @Test
    void aKnownSiteIsNamedByItself() {
        assertThat(of(IncidentType.ARMED_ASSAULT, CROCUS, "concert hall"))
                .isEqualTo("Armed attack on Crocus City Hall, Moscow Oblast");
        assertThat(of(IncidentType.SUICIDE_BOMBING, KUCHA_RISALDAR, "mosque"))
                .isEqualTo("Suicide bombing at the Kucha Risaldar mosque, Khyber Pakhtunkhwa");
        assertThat(of(IncidentType.SUICIDE_BOMBING, KUCHA_RISALDAR, "worshippers"))
                .isEqualTo("Suicide bombing against worshippers at the Kucha Risaldar mosque, Khyber Pakhtunkhwa");
    }

    @Test
    void theLongestNameOfTheSameTargetIsTaken() {
        assertThat(of(IncidentType.BOMBING, Told.kandahar(), "mosque", "bus", "Imam Bargah Fatima mosque"))
                .isEqualTo("Bombing at the Imam Bargah Fatima mosque in Kandahar");
    }

    @Test
    void ofTargetsNamedOnceTheFirstIsTaken() {
        assertThat(of(IncidentType.SUICIDE_BOMBING, Told.kandahar(), "bank", "concert hall", "road"))
                .isEqualTo("Suicide bombing at a bank in Kandahar");
    }

    @Test
    void aTollIsNoTarget() {
        assertThat(of(IncidentType.SUICIDE_BOMBING, Told.kandahar(), "three people", "40 people", "crowd"))
                .isEqualTo("Suicide bombing in Kandahar");
        assertThat(of(IncidentType.OTHER, null)).isEqualTo("Attack");
        assertThat(of(IncidentType.OTHER, UNITED_STATES)).isEqualTo("Attack in the United States");
    }
}
