package org.ascribe.codebook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ascribe.core.Passage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a whole number as the sum of some of the quantities in the text: "a leader and two insurgents" are three. Which
 * ones a field counts, and how many a coder takes "several" for, is learned from the sums alone: the likelihood of the coded
 * number over all ways to reach it is made as large as possible.
 */
final class SumExpert implements Expert {

    static final String NAME = "sums";

    private static final double PENALTY = 1.5;
    /** Share of numbers that no sum explains: typing errors, knowledge from elsewhere. */
    private static final double SLIP = 0.002;
    /** A word may stand for up to this many. */
    private static final int MOST_MEANT = 6;

    private static final int ROUNDS = 3;
    private static final int STEPS = 20;
    private static final int MOST_QUANTITIES = 80;
    private static final int MOST_SUM = 400;

    /** A quantity with its features in place. */
    private record Part(Sparse features, double[] meaning) {}

    private record Sum(List<Part> parts, int gold) {}

    private final Map<String, Integer> places;
    private final double[] weights;
    private final Map<String, double[]> meanings;

    private SumExpert(Map<String, Integer> places, double[] weights, Map<String, double[]> meanings) {
        this.places = places;
        this.weights = weights;
        this.meanings = meanings;
    }

    static Optional<Expert> learn(Field field, List<Noticed> examples) {
        List<List<Quantity>> texts = new ArrayList<>();
        List<Integer> golds = new ArrayList<>();
        for (Noticed example : examples) {
            String value = example.gold().get(field.name());
            if (value == null || value.equals("null")) {
                continue;
            }
            BigDecimal number = new BigDecimal(value);
            if (number.signum() < 0 || number.scale() > 0 || number.compareTo(BigDecimal.valueOf(MOST_SUM)) > 0) {
                continue;
            }
            texts.add(quantities(example));
            golds.add(number.intValueExact());
        }
        if (texts.isEmpty() || golds.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        Map<String, Integer> places = Weights.places(
                texts.stream()
                        .map(text -> text.stream().map(Quantity::features).toList())
                        .toList(),
                2);
        Map<String, double[]> meanings = new TreeMap<>();
        texts.forEach(text -> text.forEach(quantity -> meanings.computeIfAbsent(quantity.word(), SumExpert::usual)));
        double[] weights = new double[places.size()];
        Integer always = places.get("always");
        if (always != null) {
            weights[always] = -2;
        }
        List<List<Sparse>> features = texts.stream()
                .map(text -> text.stream()
                        .map(quantity -> Sparse.of(quantity.features(), places))
                        .toList())
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            List<Sum> sums = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                List<Part> parts = new ArrayList<>();
                for (int q = 0; q < texts.get(i).size(); q++) {
                    parts.add(new Part(
                            features.get(i).get(q), meaning(texts.get(i).get(q), meanings)));
                }
                sums.add(new Sum(parts, golds.get(i)));
            }
            weights = Lbfgs.minimise((at, slope) -> loss(sums, at, slope), weights, STEPS);
            if (round + 1 < ROUNDS) {
                relearn(meanings, texts, sums, weights);
            }
        }
        meanings.replaceAll((word, meaning) -> Weights.rounded(meaning));
        return Optional.of(new SumExpert(places, Weights.rounded(weights), meanings));
    }

    private static List<Quantity> quantities(Noticed text) {
        List<Quantity> all = text.text().quantities();
        return all.subList(0, Math.min(MOST_QUANTITIES, all.size()));
    }

    /** What a word is taken for before any example: learned away from where examples say otherwise. */
    private static double[] usual(String word) {
        double[] meaning = new double[MOST_MEANT + 1];
        int likely = switch (word) {
            case "a", "singular", "the singular", "another", "he" -> 1;
            case "couple", "both", "pair", "plural", "the plural" -> 2;
            case "no", "none" -> 0;
            default -> 3;
        };
        double rest = 0.5;
        for (int i = 0; i < meaning.length; i++) {
            meaning[i] = rest / meaning.length;
        }
        meaning[likely] += 1 - rest;
        return meaning;
    }

    private static Part part(Quantity quantity, Map<String, Integer> places, Map<String, double[]> meanings) {
        return new Part(Sparse.of(quantity.features(), places), meaning(quantity, meanings));
    }

    private static double[] meaning(Quantity quantity, Map<String, double[]> meanings) {
        Integer number = quantity.number();
        if (number != null) {
            double[] meaning = new double[Math.min(number, MOST_SUM) + 1];
            meaning[meaning.length - 1] = 1;
            return meaning;
        }
        double[] known = meanings.get(quantity.word());
        return known == null ? usual(quantity.word()) : known;
    }

    private static double chance(Part part, double[] weights) {
        return 1 / (1 + Math.exp(-part.features().dot(weights, 0)));
    }

    private static double loss(List<Sum> sums, double[] weights, double[] slope) {
        double loss = 0;
        for (int i = 0; i < weights.length; i++) {
            loss += PENALTY / 2 * weights[i] * weights[i];
            slope[i] += PENALTY * weights[i];
        }
        for (Sum sum : sums) {
            Ways ways = new Ways(sum.parts(), weights, sum.gold());
            double right = (1 - SLIP) * ways.reach() + SLIP / 20;
            loss -= Math.log(right);
            for (int i = 0; i < sum.parts().size(); i++) {
                double in = ways.with(i);
                double out = ways.without(i);
                double chance = ways.chances[i];
                double pull = (1 - SLIP) * (in - out) * chance * (1 - chance) / right;
                sum.parts().get(i).features().addTo(slope, 0, -pull);
            }
        }
        return loss;
    }

    /** All ways in which the quantities of a text, each counted or not, add up to a number. */
    private static final class Ways {
        final double[] chances;
        private final List<Part> parts;
        private final double[][] before;
        private final double[][] behind;
        private final int goal;

        Ways(List<Part> parts, double[] weights, int goal) {
            this.parts = parts;
            this.goal = goal;
            this.chances = new double[parts.size()];
            for (int i = 0; i < chances.length; i++) {
                chances[i] = chance(parts.get(i), weights);
            }
            before = new double[parts.size() + 1][];
            behind = new double[parts.size() + 1][];
            before[0] = new double[goal + 1];
            before[0][0] = 1;
            for (int i = 0; i < parts.size(); i++) {
                before[i + 1] = counted(before[i], parts.get(i), chances[i]);
            }
            behind[parts.size()] = new double[goal + 1];
            behind[parts.size()][0] = 1;
            for (int i = parts.size() - 1; i >= 0; i--) {
                behind[i] = counted(behind[i + 1], parts.get(i), chances[i]);
            }
        }

        static double[] counted(double[] sums, Part part, double chance) {
            double[] next = new double[sums.length];
            double[] meaning = part.meaning();
            for (int sum = 0; sum < sums.length; sum++) {
                if (sums[sum] == 0) {
                    continue;
                }
                next[sum] += sums[sum] * (1 - chance);
                for (int value = 0; value < meaning.length && sum + value < sums.length; value++) {
                    if (meaning[value] > 0) {
                        next[sum + value] += sums[sum] * chance * meaning[value];
                    }
                }
            }
            return next;
        }

        double reach() {
            return before[parts.size()][goal];
        }

        /** The probability of the goal if the quantity is not counted. */
        double without(int part) {
            return joined(part, 0);
        }

        double with(int part) {
            double sum = 0;
            double[] meaning = parts.get(part).meaning();
            for (int value = 0; value < meaning.length && value <= goal; value++) {
                if (meaning[value] > 0) {
                    sum += meaning[value] * joined(part, value);
                }
            }
            return sum;
        }

        /** The probability that all others add up to the goal less {@code value}. */
        double joined(int part, int value) {
            double sum = 0;
            for (int left = 0; left <= goal - value; left++) {
                sum += before[part][left] * behind[part + 1][goal - value - left];
            }
            return sum;
        }
    }

    /** Takes each vague word for what, in the light of all sums, it was taken for. */
    private static void relearn(
            Map<String, double[]> meanings, List<List<Quantity>> texts, List<Sum> sums, double[] weights) {
        Map<String, double[]> next = new TreeMap<>();
        meanings.keySet().forEach(word -> {
            double[] usual = usual(word);
            for (int i = 0; i < usual.length; i++) {
                usual[i] *= 1.5;
            }
            next.put(word, usual);
        });
        for (int t = 0; t < texts.size(); t++) {
            Sum sum = sums.get(t);
            Ways ways = new Ways(sum.parts(), weights, sum.gold());
            double reach = ways.reach();
            if (reach <= 0 || sum.gold() == 0) {
                continue;
            }
            for (int i = 0; i < sum.parts().size(); i++) {
                Quantity quantity = texts.get(t).get(i);
                double[] counts = next.get(quantity.word());
                if (quantity.number() == null && counts != null) {
                    double[] meaning = sum.parts().get(i).meaning();
                    for (int value = 0; value < meaning.length && value <= sum.gold(); value++) {
                        counts[value] += ways.chances[i] * meaning[value] * ways.joined(i, value) / reach;
                    }
                }
            }
        }
        next.forEach((word, counts) -> {
            double total = 0;
            for (double count : counts) {
                total += count;
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= total;
            }
            meanings.put(word, counts);
        });
    }

    @Override
    public Map<String, Double> guess(Noticed text) {
        double[] sums = new double[MOST_SUM + 1];
        sums[0] = 1;
        for (Quantity quantity : quantities(text)) {
            Part part = part(quantity, places, meanings);
            sums = Ways.counted(sums, part, chance(part, weights));
        }
        Map<String, Double> guess = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 1e-4) {
                guess.put(String.valueOf(i), sums[i]);
            }
        }
        return guess;
    }

    @Override
    public Optional<Passage> passage(Noticed text, String value) {
        if (value.equals("0") || value.equals("null")) {
            return Optional.empty();
        }
        return quantities(text).stream()
                .max(Comparator.comparingDouble(quantity -> chance(part(quantity, places, meanings), weights)))
                .map(Quantity::passage);
    }

    @Override
    public JsonNode write() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ObjectNode words = node.putObject("meanings");
        meanings.forEach((word, meaning) -> words.put(word, Weights.pack(meaning)));
        node.set("weights", Weights.named(places, weights, 0));
        return node;
    }

    static Expert read(JsonNode node) {
        Map<String, double[]> meanings = new TreeMap<>();
        node.get("meanings")
                .properties()
                .forEach(entry -> meanings.put(
                        entry.getKey(), Weights.unpack(entry.getValue().stringValue())));
        JsonNode weights = node.get("weights");
        return new SumExpert(Weights.placesOf(weights), Weights.weightsOf(weights), meanings);
    }
}
