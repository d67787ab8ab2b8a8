package org.ascribe.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** What is wrong with a command line, in our words, with the nearest word that is known. */
final class Suggestions {

    private Suggestions() {}

    static String message(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            List<String> known = new ArrayList<>();
            if (option) {
                command.getCommandSpec().options().forEach(spec -> known.addAll(List.of(spec.names())));
            } else {
                known.addAll(command.getSubcommands().keySet());
            }
            String name = option && word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return "Unknown " + (option ? "option " : known.isEmpty() ? "word " : "command ") + name + "."
                    + nearest(name, known)
                            .map(near -> " Did you mean " + near + "?")
                            .orElse("");
        }
        if (wrong instanceof CommandLine.MissingParameterException missing
                && !missing.getMissing().isEmpty()
                && wrong.getValue() == null) {
            ArgSpec needed = missing.getMissing().getFirst();
            String needs = needed.paramLabel().replaceAll("[\\[\\]]", "");
            return needed.isOption()
                    ? "%s needs a value: %s %s."
                            .formatted(
                                    ((CommandLine.Model.OptionSpec) needed).longestName(),
                                    ((CommandLine.Model.OptionSpec) needed).longestName(),
                                    needs)
                    : "%s needs %s: %s."
                            .formatted(
                                    command.getCommandSpec().qualifiedName(),
                                    needed.arity().max() > 1 ? "at least one " + needs : "an " + needs,
                                    sentence(needed));
        }
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            String reason = String.valueOf(wrong.getMessage());
            return argument.isOption()
                    ? "%s is \"%s\", %s."
                            .formatted(
                                    ((CommandLine.Model.OptionSpec) argument).longestName(),
                                    wrong.getValue(),
                                    expected(argument, reason))
                    : reason;
        }
        String reason = String.valueOf(wrong.getMessage());
        return reason.endsWith(".") || reason.endsWith("?") ? reason : reason + ".";
    }

    private static String expected(ArgSpec argument, String reason) {
        if (argument.type().isEnum()) {
            return "expected one of "
                    + Arrays.stream(argument.type().getEnumConstants())
                            .map(value -> value.toString().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (argument.type() == int.class) {
            return "expected a whole number";
        }
        int said = reason.indexOf("expected");
        return said >= 0 ? reason.substring(said).replaceAll("[.\\s]+$", "") : "expected " + argument.paramLabel();
    }

    private static String sentence(ArgSpec argument) {
        String words = String.join(" ", argument.description()).replaceAll("[.\\s]+$", "");
        return words.isEmpty()
                ? argument.paramLabel()
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** The known word with the fewest letters to change, if they are few. */
    static Optional<String> nearest(String word, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String other) -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(near -> distance(word, near) <= Math.max(2, word.length() / 3));
    }

    /** Letters to insert, delete or replace (Levenshtein). */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
