package org.ascribe.extract.statement;

/** Whether a word is a regular form of another, for words that the lemmatiser does not know. */
final class Inflections {

    private Inflections() {}

    /** {@code word} in lower case; "doubled" is a form of "double", "bodies" of "body". */
    static boolean isForm(String word, String base) {
        if (word.equals(base)) {
            return true;
        }
        int same = base.length() - 1;
        if (same < 1 || word.length() < base.length() || !word.startsWith(base.substring(0, same))) {
            return false;
        }
        String last = base.substring(same);
        String rest = word.substring(same);
        return switch (last) {
            case "e" -> rest.equals("es") || rest.equals("ed") || rest.equals("ing");
            case "y" ->
                rest.equals("ies")
                        || rest.equals("ied")
                        || rest.equals("ys")
                        || rest.equals("ying")
                        || rest.equals("yed");
            default ->
                rest.equals(last + "s")
                        || rest.equals(last + "es")
                        || rest.equals(last + "ed")
                        || rest.equals(last + "ing")
                        || rest.equals(last + last + "ed")
                        || rest.equals(last + last + "ing");
        };
    }
}
