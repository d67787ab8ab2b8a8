package org.ascribe.analyse.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether words put an incident down as an accident; those of {@code accident.txt}. */
final class AccidentWords {

    private static final Pattern WORDS = read();

    /** "not an accident", "no mere accident", "ruled out a gas leak", "rather than an accident" */
    private static final Pattern RULED_OUT =
            Pattern.compile("\\b(not|no|never|n't|without|nor|ruled out|rules out|rather than)(\\s+\\S+){0,3}\\s+$");

    private AccidentWords() {}

    static boolean areIn(String text) {
        String flat = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        Matcher found = WORDS.matcher(flat);
        while (found.find()) {
            if (!RULED_OUT.matcher(flat.substring(0, found.start())).find()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern read() {
        try (InputStream table = AccidentWords.class.getResourceAsStream("accident.txt")) {
            if (table == null) {
                throw new IllegalStateException("accident.txt is missing beside " + AccidentWords.class.getName());
            }
            return Pattern.compile(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Pattern.quote(line.strip()))
                    .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
