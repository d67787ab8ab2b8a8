package org.ascribe.exchange.datasets;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries as data sets write them, to ISO 3166-1 alpha-2. */
final class Countries {

    /** FIPS 10-4 codes that mean another country in ISO 3166, or that ISO does not have; all others are alike. */
    private static final String FIPS = """
            AA AW AC AG AG DZ AJ AZ AN AD AQ AS AS AU AT AU AU AT AV AI AY AQ BA BH BC BW BD BM BF BS BG BD BH BZ BK BA BL BO \
            BM MM BN BJ BO BY BP SB BU BG BX BN BY BI CB KH CD TD CE LK CF CG CG CD CH CN CI CL CJ KY CK CC CN KM CQ MP CR AU \
            CS CR CT CF CW CK DA DK DO DM DR DO EI IE EK GQ EN EE ES SV EZ CZ FG GF FP PF FS TF GA GM GB GA GG GE GJ GD GK GG \
            GM DE GQ GU GV GN GZ PS HA HT HO HN IC IS IS IL IV CI IZ IQ JA JP KN KP KR KI KS KR KT CX KU KW KV XK LE LB LG LV \
            LH LT LI LR LO SK LS LI LT LS MA MG MB MQ MC MO MF YT MG MN MH MS MI MW MJ ME MN MC MO MA MP MU MU OM NE NU NG NE \
            NH VU NI NG NN SX NS SR NU NI OD SS PA PY PC PN PM PA PO PT PP PG PS PW PU GW RB RS RI RS RM MH RN MF RP PH RQ PR \
            RS RU SB PM SC KN SE SC SF ZA SG SN SN SG SP ES ST LC SU SD SV SJ SW SE SX GS SZ CH TB BL TD TT TI TJ TK TC TL TK \
            TN TO TO TG TP ST TS TN TT TL TU TR TX TM UC CW UK GB UP UA UV BF VI VG VM VN VQ VI VT VA WA NA WE PS WI EH WZ SZ \
            YM YE ZA ZM ZI ZW""";

    /** Names, beside today's English ones, that UCDP, ACLED, GTD and others use. */
    private static final Map<String, String> ALSO = Map.ofEntries(
            Map.entry("dr congo", "CD"),
            Map.entry("democratic republic of congo", "CD"),
            Map.entry("democratic republic of the congo", "CD"),
            Map.entry("zaire", "CD"),
            Map.entry("congo", "CG"),
            Map.entry("republic of congo", "CG"),
            Map.entry("republic of the congo", "CG"),
            Map.entry("myanmar", "MM"),
            Map.entry("burma", "MM"),
            Map.entry("ivory coast", "CI"),
            Map.entry("cote d'ivoire", "CI"),
            Map.entry("bosnia-herzegovina", "BA"),
            Map.entry("bosnia and herzegovina", "BA"),
            Map.entry("macedonia", "MK"),
            Map.entry("macedonia, fyr", "MK"),
            Map.entry("north macedonia", "MK"),
            Map.entry("kingdom of eswatini", "SZ"),
            Map.entry("swaziland", "SZ"),
            Map.entry("czech republic", "CZ"),
            Map.entry("united states of america", "US"),
            Map.entry("united states", "US"),
            Map.entry("turkey", "TR"),
            Map.entry("palestine", "PS"),
            Map.entry("west bank and gaza strip", "PS"),
            Map.entry("palestinian territory", "PS"),
            Map.entry("occupied palestinian territory", "PS"),
            Map.entry("south korea", "KR"),
            Map.entry("north korea", "KP"),
            Map.entry("trinidad and tobago", "TT"),
            Map.entry("the gambia", "GM"),
            Map.entry("timor-leste", "TL"),
            Map.entry("east timor", "TL"),
            Map.entry("cape verde", "CV"),
            Map.entry("russian federation", "RU"),
            Map.entry("soviet union", "RU"),
            Map.entry("syrian arab republic", "SY"),
            Map.entry("iran, islamic republic of", "IR"),
            Map.entry("hong kong", "HK"),
            Map.entry("kosovo", "XK"));

    private static final Map<String, String> BY_FIPS = fips();
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    private static Map<String, String> fips() {
        Map<String, String> codes = new HashMap<>();
        for (String iso : Locale.getISOCountries()) {
            codes.put(iso, iso);
        }
        String[] pairs = FIPS.split(" ");
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            codes.put(pairs[i], pairs[i + 1]);
        }
        return Map.copyOf(codes);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String iso : Locale.getISOCountries()) {
            Locale country = Locale.of("", iso);
            names.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), iso);
            names.put(country.getISO3Country().toLowerCase(Locale.ROOT), iso);
            names.put(iso.toLowerCase(Locale.ROOT), iso);
        }
        names.putAll(ALSO);
        return Map.copyOf(names);
    }

    /** By FIPS 10-4, as GDELT places things: {@code RS} is Russia. */
    static @Nullable String ofFips(@Nullable String code) {
        return code == null ? null : BY_FIPS.get(code);
    }

    /** By name, with what UCDP adds in brackets, or by ISO code of two or three letters; null for anything else. */
    static @Nullable String find(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String plain = name.toLowerCase(Locale.ROOT).strip();
        String found = BY_NAME.get(plain);
        int bracket = plain.indexOf(" (");
        return found != null || bracket < 0 ? found : BY_NAME.get(plain.substring(0, bracket));
    }
}
