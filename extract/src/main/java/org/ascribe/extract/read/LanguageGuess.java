package org.ascribe.extract.read;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text is English, by its script and its most frequent small words. A yes or no is all that is needed here, and
 * these two tests are right on any text of a few sentences; OpenNLP's language detector would add 10 MB and a second.
 *
 * @param name for people, "English" or "Russian"
 */
record LanguageGuess(boolean isEnglish, String name) {

    private static final int CHARACTERS_READ = 8_000;
    private static final int FEW_WORDS = 12;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Map<String, Set<String>> SMALL_WORDS = smallWords();

    private static Map<String, Set<String>> smallWords() {
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put(
                "English",
                "the of and to in a that was is for on by with at from were has have as it said an are be been not "
                        + "its their he they this had after who which or but his her near two killed no one");
        lists.put(
                "Spanish",
                "el la los las de del que y en un una por con para se su al lo como fue es no más sus entre");
        lists.put(
                "French",
                "le la les des du de et un une dans par pour que qui est sur au aux il a été ont pas avec ce cette");
        lists.put(
                "German",
                "der die das und den dem des von mit ist ein eine einen im zu auf nicht sich auch wurde wurden bei nach");
        lists.put(
                "Portuguese",
                "o os as do da dos das de em um uma por com para que não foi mais ao pela pelo no na nos nas é");
        lists.put(
                "Italian",
                "il lo gli della delle dei del di che un una per con nel nella sono è stato alla dal anche più si");
        lists.put("Dutch", "de het een van en op te dat die voor met zijn aan door bij niet werd naar uit ook om");
        lists.put(
                "Turkish", "ve bir bu için ile olarak da de olan daha çok sonra gibi kadar ancak oldu ise tarafından");
        lists.put(
                "Indonesian",
                "yang dan di dengan untuk dari pada ini itu dalam tidak oleh akan telah kepada mereka juga");
        lists.put("Uzbek", "va bu bilan uchun ham bir edi deb emas qilish yil shu o");
        lists.put("Somali", "oo iyo ka ku la waxa waxaa ay uu in soo ee si ayaa loo");
        lists.put("Swahili", "na ya wa kwa ni katika la cha kuwa za hii huo baada watu kama");
        lists.put("Kurdish", "û li ji di bi ku de ew her wek bo jî");
        Map<String, Set<String>> sets = new LinkedHashMap<>();
        lists.forEach((language, words) -> sets.put(language, Set.copyOf(List.of(words.split(" ", -1)))));
        return sets;
    }

    /** @param declared ISO 639 code that the document states, used only where the text is too short to tell */
    static LanguageGuess of(String text, @Nullable String declared) {
        String sample = text.substring(0, Math.min(text.length(), CHARACTERS_READ));
        String script = otherScript(sample);
        if (script != null) {
            return new LanguageGuess(false, script);
        }
        Map<String, Integer> hits = new HashMap<>();
        int words = 0;
        Matcher word = WORD.matcher(sample.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words++;
            SMALL_WORDS.forEach((language, list) -> {
                if (list.contains(word.group())) {
                    hits.merge(language, 1, Integer::sum);
                }
            });
        }
        if (words < FEW_WORDS) {
            String code = declared == null ? "" : declared.toLowerCase(Locale.ROOT);
            boolean english = code.isEmpty() || code.startsWith("en");
            return new LanguageGuess(
                    english,
                    english ? "English" : Locale.of(code.split("[-_]", 2)[0]).getDisplayLanguage(Locale.ENGLISH));
        }
        int english = hits.getOrDefault("English", 0);
        String best = SMALL_WORDS.keySet().stream()
                .max((a, b) -> Integer.compare(hits.getOrDefault(a, 0), hits.getOrDefault(b, 0)))
                .orElse("English");
        int other = hits.getOrDefault(best, 0);
        if (!best.equals("English") && other >= 3 && other > english && other * 12 > words) {
            return new LanguageGuess(false, best);
        }
        boolean tooFew = words >= 60 && english * 20 < words;
        return new LanguageGuess(!tooFew, tooFew ? "no language known here" : "English");
    }

    /** Null if most letters are Latin. */
    private static @Nullable String otherScript(String sample) {
        Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
        sample.codePoints()
                .filter(Character::isLetter)
                .forEach(letter -> letters.merge(UnicodeScript.of(letter), 1, Integer::sum));
        int all = letters.values().stream().mapToInt(Integer::intValue).sum();
        int latin = letters.getOrDefault(UnicodeScript.LATIN, 0);
        if (all == 0 || latin * 2 >= all) {
            return null;
        }
        letters.remove(UnicodeScript.LATIN);
        UnicodeScript most = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return switch (most) {
            case ARABIC -> arabicScript(sample);
            case CYRILLIC ->
                has(sample, "іїєґ")
                        ? "Ukrainian"
                        : has(sample, "ӣӯҷҳқғ")
                                ? "Tajik or a neighbour of it"
                                : "Russian or another language in Cyrillic script";
            case HAN -> "Chinese";
            case HIRAGANA, KATAKANA -> "Japanese";
            case HANGUL -> "Korean";
            case HEBREW -> "Hebrew";
            case DEVANAGARI -> "Hindi or another language in Devanagari script";
            case BENGALI -> "Bengali";
            default -> "a language in %s script".formatted(capitalised(most.name()));
        };
    }

    private static String arabicScript(String sample) {
        if (has(sample, "ټډړښڅځڼېۍ")) {
            return "Pashto";
        }
        if (has(sample, "ٹڈڑےں")) {
            return "Urdu";
        }
        return has(sample, "پچژگ") ? "Persian (Dari or Farsi)" : "Arabic or another language in Arabic script";
    }

    private static boolean has(String sample, String letters) {
        return sample.chars().anyMatch(c -> letters.indexOf(c) >= 0);
    }

    private static String capitalised(String name) {
        List<String> parts = Arrays.asList(name.toLowerCase(Locale.ROOT).split("_"));
        return parts.get(0).substring(0, 1).toUpperCase(Locale.ROOT)
                + parts.get(0).substring(1);
    }
}
