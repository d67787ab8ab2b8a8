package org.ascribe.codebook;

import java.util.Map;
import org.ascribe.core.Passage;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The answers about one text as a line of JSON: docs/formats/codebook.md. */
public final class FilledJson {

    private FilledJson() {}

    public static String write(String id, String text, Map<String, Answer> answers) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put("id", id);
        ObjectNode values = row.putObject("answer");
        ObjectNode grounds = row.putObject("grounds");
        answers.forEach((field, answer) -> {
            values.set(field, Values.json(answer.value()));
            ObjectNode ground = grounds.putObject(field);
            ground.put("confidence", Math.round(answer.confidence() * 1000) / 1000.0);
            Passage passage = answer.passage();
            if (passage == null) {
                ground.putNull("passage");
            } else {
                ObjectNode words = ground.putObject("passage");
                words.put("start", passage.start());
                words.put("end", passage.end());
                words.put("text", passage.in(text));
            }
        });
        return row.toString();
    }
}
