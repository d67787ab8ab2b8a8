package org.ascribe.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.exchange.perspective.BuiltIn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ascribe perspectives}: the built-in trust policies. */
@Command(
        name = "perspectives",
        description =
                "Lists the built-in perspectives with what each of them trusts, or prints one as a file to start from.",
        sortOptions = false,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n")
final class PerspectivesCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--show", paramLabel = "NAME|FILE", description = "Print this one as YAML, with its reasons.")
    private @Nullable String show;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    PerspectivesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (show != null) {
            Perspectives.named(show);
            console.out().print(Perspectives.source(show).yaml());
            return Main.DONE;
        }
        int width = console.width();
        for (Perspective perspective : BuiltIn.all()) {
            console.out().println(perspective.name());
            console.out().print(TextTable.wrap(perspective.about(), width, "  "));
            console.out().print(TextTable.wrap(trusts(perspective), width, "  trusts  ", "          "));
            console.out().print(TextTable.wrap(asks(perspective), width, "  asks    ", "          "));
            console.out().println();
        }
        console.out().println("One as a file to start from: ascribe perspectives --show cautious-coder > my-own.yaml");
        return Main.DONE;
    }

    private static String trusts(Perspective perspective) {
        StringBuilder words = new StringBuilder();
        for (Perspective.Rule rule : perspective.trust()) {
            words.append(words.isEmpty() ? "" : "; ").append(rule.name()).append(' ');
            Double weight = rule.weight();
            words.append(weight == null ? "by its grade" : weight == 0 ? "not at all" : number(weight));
        }
        if (perspective.otherwise() > 0 || words.isEmpty()) {
            words.append(words.isEmpty() ? "every voice " : "; every other voice ")
                    .append(number(perspective.otherwise()));
        }
        return words.toString();
    }

    private static String asks(Perspective perspective) {
        Perspective.StatusRules rules = perspective.status();
        return "%d origins for fair, %d for confirmed, a claim %s; toll %s"
                .formatted(
                        rules.fair(),
                        rules.confirmed(),
                        switch (rules.claim()) {
                            case REQUIRED -> "required";
                            case ENOUGH -> "enough";
                            case NOT_ASKED -> "not asked for";
                        },
                        perspective.toll().code());
    }

    private static String number(double weight) {
        return String.format(Locale.ROOT, "%.2f", weight);
    }
}
