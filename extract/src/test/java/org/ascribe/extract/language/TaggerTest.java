package org.ascribe.extract.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import org.junit.jupiter.api.Test;

class TaggerTest {

    @Test
    void tagsAreThoseOfOpenNlp() throws IOException {
        POSModel model = new POSModel(resource("/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin"));
        MaxentModel tags = model.getArtifact("pos.model");
        WordSplitter splitter = new WordSplitter(words());
        Tagger tagger = new Tagger(model);
        for (String line : lines()) {
            String[] forms = splitter.split(line).stream()
                    .map(span -> span.getCoveredText(line).toString())
                    .toArray(String[]::new);
            List<String> expected = new BeamSearch(1, tags, 0)
                    .bestSequence(
                            forms,
                            null,
                            model.getFactory().getPOSContextGenerator(),
                            model.getFactory().getSequenceValidator())
                    .getOutcomes();
            assertThat(tagger.tag(forms)).as(line).isEqualTo(expected);
        }
    }

    @Test
    void aWordIsCutAlikeWhereverItStands() throws IOException {
        WordSplitter splitter = new WordSplitter(words());
        for (String line : lines()) {
            if (!line.matches(".*[“”\"„«»—–…()\\[\\]-].*")) {
                assertThat(splitter.split(line))
                        .as(line)
                        .isEqualTo(List.of(new TokenizerME(words()).tokenizePos(line)));
            }
        }
    }

    /** Lines of the bundled corpus, and one whose words return. */
    private static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>(List.of("M23 rebels \"seized\" the town, the town (of Goma), in 2012."));
        try (Stream<Path> files = Files.list(Path.of("../corpus/analysis"))) {
            for (Path file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    private static TokenizerModel words() throws IOException {
        return new TokenizerModel(resource("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin"));
    }

    private static InputStream resource(String name) {
        return TaggerTest.class.getResourceAsStream(name);
    }
}
