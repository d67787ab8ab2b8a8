package org.ascribe.bench.aid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ascribe.bench.aid.AidRun.Half;
import org.ascribe.bench.aid.AidRun.Read;
import org.ascribe.bench.aid.Narrative.DataSet;
import org.ascribe.bench.aid.Narrative.Harmed;
import org.ascribe.codebook.Answer;
import org.ascribe.codebook.Codebook;
import org.ascribe.codebook.CodebookModel;
import org.ascribe.codebook.CodedExample;
import org.ascribe.codebook.CrossValidation;
import org.ascribe.codebook.Field;
import org.ascribe.codebook.FieldKind;
import org.ascribe.codebook.FieldValue;
import org.ascribe.codebook.TextReader;

/**
 * The same narratives as a codebook of their makers fills them: one for each of the two, since each has coding rules of its
 * own, learned from the rows with an even id. Rows with an even id are answered by cross-validation.
 */
final class AidCodebooks {

    private static final List<Set<DataSet>> MAKERS =
            List.of(Set.of(DataSet.AWSD), Set.of(DataSet.AID_WORKERS, DataSet.EDUCATION, DataSet.PROTECTION));
    private static final int FOLDS = 5;
    private static final String KILLED = "killed";
    private static final String WOUNDED = "wounded";
    private static final String KIDNAPPED = "kidnapped";
    private static final String PERPETRATOR = "perpetrator";

    private AidCodebooks() {}

    /**
     * The reads with tolls and perpetrator as filled; place and report are kept.
     *
     * @param all every narrative, of both halves
     * @param reads those of one half, as the extractor reads them
     */
    static List<Read> fill(List<Narrative> all, List<Read> reads, Half half) {
        TextReader reader = TextReader.load();
        Map<Narrative, Map<String, Answer>> filled = new HashMap<>();
        for (Set<DataSet> maker : MAKERS) {
            List<Narrative> even = all.stream()
                    .filter(narrative -> maker.contains(narrative.dataSet()) && !narrative.isOdd())
                    .toList();
            if (even.isEmpty()) {
                continue;
            }
            List<CodedExample> examples =
                    even.stream().map(AidCodebooks::example).toList();
            Codebook codebook = codebook(even);
            if (half == Half.EVEN) {
                List<Map<String, Answer>> answers = CrossValidation.run(codebook, examples, FOLDS, reader, done -> {})
                        .answers();
                for (int i = 0; i < even.size(); i++) {
                    filled.put(even.get(i), answers.get(i));
                }
            } else {
                CodebookModel model = CodebookModel.learn(codebook, examples, reader);
                all.parallelStream()
                        .filter(narrative -> maker.contains(narrative.dataSet()) && narrative.isOdd())
                        .map(narrative -> Map.entry(narrative, model.fill(narrative.text(), reader)))
                        .toList()
                        .forEach(entry -> filled.put(entry.getKey(), entry.getValue()));
            }
        }
        List<Read> learned = new ArrayList<>();
        for (Read read : reads) {
            Map<String, Answer> answers = filled.getOrDefault(read.narrative(), Map.of());
            learned.add(new Read(
                    read.narrative(),
                    new Harmed(number(answers, KILLED), number(answers, WOUNDED), number(answers, KIDNAPPED)),
                    read.place(),
                    label(answers),
                    read.coded()));
        }
        return learned;
    }

    private static Codebook codebook(List<Narrative> narratives) {
        List<Field> fields = new ArrayList<>();
        if (narratives.stream().anyMatch(narrative -> narrative.harmed() != null)) {
            for (String name : List.of(KILLED, WOUNDED, KIDNAPPED)) {
                fields.add(new Field(name, FieldKind.NUMBER, null, List.of()));
            }
        }
        fields.add(new Field(
                PERPETRATOR,
                FieldKind.ONE_OF,
                null,
                narratives.stream().map(Narrative::perpetrator).distinct().toList()));
        return new Codebook(fields);
    }

    private static CodedExample example(Narrative narrative) {
        Map<String, FieldValue> gold = new TreeMap<>();
        Harmed harmed = narrative.harmed();
        if (harmed != null) {
            gold.put(KILLED, FieldValue.Amount.of(harmed.killed()));
            gold.put(WOUNDED, FieldValue.Amount.of(harmed.wounded()));
            gold.put(KIDNAPPED, FieldValue.Amount.of(harmed.kidnapped()));
        }
        gold.put(PERPETRATOR, new FieldValue.Label(narrative.perpetrator()));
        String id = String.valueOf(narrative.id());
        return new CodedExample(id, narrative.text(), id, gold);
    }

    private static int number(Map<String, Answer> answers, String field) {
        Answer answer = answers.get(field);
        return answer != null && answer.value() instanceof FieldValue.Amount amount
                ? amount.number().intValue()
                : 0;
    }

    private static String label(Map<String, Answer> answers) {
        Answer answer = answers.get(PERPETRATOR);
        return answer != null && answer.value() instanceof FieldValue.Label label ? label.label() : "unknown";
    }
}
