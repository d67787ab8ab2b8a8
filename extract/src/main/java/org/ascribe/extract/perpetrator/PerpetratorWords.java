package org.ascribe.extract.perpetrator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ascribe.core.Coded;
import org.ascribe.core.PerpetratorClass;
import org.ascribe.extract.language.Sentence;
import org.ascribe.extract.table.DataTable;

/** Words for perpetrators and their class, from {@code perpetrators.tsv}. */
final class PerpetratorWords {

    private static final int LONGEST = 4;

    private final Map<String, PerpetratorClass> classes = new HashMap<>();

    PerpetratorWords() {
        for (DataTable.Row row :
                DataTable.read(PerpetratorWords.class, "perpetrators.tsv").rows()) {
            classes.putIfAbsent(row.get("words"), Coded.parse(PerpetratorClass.class, row.get("class")));
        }
    }

    /** The words with their class; they end before {@code end}. */
    record Match(PerpetratorClass perpetratorClass, int end) {}

    /** The longest words of the table that begin at the token. */
    Optional<Match> at(Sentence sentence, int token) {
        for (int end = Math.min(sentence.size(), token + LONGEST); end > token; end--) {
            StringBuilder words = new StringBuilder();
            for (int i = token; i < end; i++) {
                boolean glued = i > token
                        && sentence.token(i).passage().start()
                                == sentence.token(i - 1).passage().end();
                if (i > token && !glued) {
                    words.append(' ');
                }
                words.append(sentence.token(i).lower());
            }
            PerpetratorClass found = end == token + 1
                            && classes.containsKey(sentence.token(token).text())
                    ? classes.get(sentence.token(token).text())
                    : find(words.toString());
            if (found != null) {
                return Optional.of(new Match(found, end));
            }
        }
        return Optional.empty();
    }

    private @org.jspecify.annotations.Nullable PerpetratorClass find(String words) {
        PerpetratorClass found = classes.get(words);
        if (found == null && words.endsWith("ies")) {
            found = classes.get(words.substring(0, words.length() - 3) + "y");
        }
        if (found == null && words.endsWith("s") && !words.equals("ages")) {
            found = classes.get(words.substring(0, words.length() - 1));
        }
        if (found == null && words.indexOf('-') > 0) {
            found = classes.get(words.toLowerCase(Locale.ROOT).replace('-', ' '));
        }
        return found;
    }
}
