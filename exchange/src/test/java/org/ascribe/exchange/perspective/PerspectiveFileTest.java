package org.ascribe.exchange.perspective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ascribe.core.weigh.Perspective;
import org.ascribe.core.weigh.Perspective.Combine;
import org.ascribe.exchange.perspective.PerspectiveFile.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerspectiveFileTest {

    private static Perspective parse(String yaml) {
        return PerspectiveFile.parse(new Source("my-own.yaml", yaml));
    }

    private static PerspectiveException refusal(String yaml) {
        return catchThrowableOfType(PerspectiveException.class, () -> parse(yaml));
    }

    @Test
    void everyBuiltInOneCanBeReadAndNamesItsReferencesAndReasons() {
        assertThat(BuiltIn.all()).extracting(Perspective::name).isEqualTo(BuiltIn.names());
        for (Perspective perspective : BuiltIn.all()) {
            assertThat(perspective.about()).isNotBlank();
            assertThat(perspective.references()).as(perspective.name()).isNotEmpty();
            assertThat(perspective.trust())
                    .allSatisfy(rule -> assertThat(rule.because())
                            .as(perspective.name() + ": " + rule.name())
                            .isNotBlank());
        }
    }

    @Test
    void everySampleCanBeRead() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "samples", "perspectives"))) {
            List<Path> samples = files.sorted().toList();
            assertThat(samples).isNotEmpty();
            for (Path sample : samples) {
                Perspective read = PerspectiveFile.parse(new Source(sample.toString(), Files.readString(sample)));
                assertThat(read.references()).isNotEmpty();
            }
        }
    }

    @Test
    void everyVoiceIsTheSameFromItsFileAsInTheProgram() {
        Perspective read = BuiltIn.find("every-voice").orElseThrow();
        Perspective own = Perspective.everyVoice();
        assertThat(read.combine()).isEqualTo(own.combine()).isEqualTo(Combine.COUNTS);
        assertThat(read.status()).isEqualTo(own.status());
        assertThat(read.factors()).isEqualTo(own.factors());
        assertThat(read.toll()).isEqualTo(own.toll());
        assertThat(read.otherwise()).isEqualTo(own.otherwise());
    }

    @Test
    void aVoiceThatIsRightEightTimesInTenWeighsTheLogarithmOfFour() {
        Perspective read = parse("perspective: mine\ntrust:\n  - {role: monitor, right: 0.8}\n");
        assertThat(read.trust().getFirst().weight())
                .isEqualTo(Math.log(4), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void whatExtendsAnotherPutsItsOwnRulesFirstAndKeepsTheRest() {
        Perspective base = BuiltIn.find("cautious-coder").orElseThrow();
        Perspective read = parse("perspective: mine\nextends: cautious-coder\n"
                + "trust:\n  - {name: nobody official, role: official, weight: 0}\n");
        assertThat(read.trust().getFirst().name()).isEqualTo("nobody official");
        assertThat(read.trust()).hasSize(base.trust().size() + 1);
        assertThat(read.factors()).isEqualTo(base.factors());
        assertThat(read.name()).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        perspective: mine;;trsut: []                                        | 3 | Did you mean trust?
        perspective: mine;trust:;  - role: monitor;    wieght: 2            | 4 | Did you mean weight?
        perspective: mine;trust:;  - role: monitr;    weight: 2             | 3 | Did you mean monitor?
        perspective: mine;trust:;  - role: monitor;    weight: 60           | 4 | expected a number in 0..6
        perspective: mine;trust:;  - role: monitor;    weight: -1           | 4 | expected a number in 0..6
        perspective: mine;trust:;  - role: monitor;    right: 80            | 4 | Did you mean 0.8?
        perspective: mine;trust:;  - role: monitor                          | 3 | nothing of its weight
        perspective: mine;trust:;  - {role: monitor, grade: Z9}             | 3 | such as B2
        perspective: mine;status:;  faire: 2                                | 3 | Did you mean fair?
        perspective: mine;toll: smallest                                    | 2 | expected one of lowest
        perspective: mine;toll: lowset                                      | 2 | Did you mean lowest?
        perspective: mine;extends: cautious-codr                            | 2 | Did you mean cautious-coder?
        perspective: mine;perspective: other                                | 2 | stands twice
        perspective: Mine!                                                  | 1 | small letters
        perspective: mine;age: {after-incident: -3}                         | 2 | expected a number in 0..
        perspective: mine;factors:;  self-interest: {claims: 1}             | 3 | Did you mean claim?
        """)
    void badInputIsRefusedWithItsLineAndWhatIsNearest(String yaml, int line, String part) {
        PerspectiveException refused = refusal(yaml.replace(';', '\n'));
        assertThat(refused).isNotNull();
        assertThat(refused.getMessage()).contains(part).contains("my-own.yaml, line " + line);
        assertThat(refused.line()).isEqualTo(line);
    }

    @Test
    void filesThatExtendEachOtherAreRefusedWithTheCircle() {
        Map<String, Source> files = Map.of(
                "a.yaml", new Source("a.yaml", "perspective: a\nextends: b.yaml\n"),
                "b.yaml", new Source("b.yaml", "perspective: b\nextends: a.yaml\n"));
        PerspectiveException refused = catchThrowableOfType(
                PerspectiveException.class,
                () -> PerspectiveFile.parse(files.get("a.yaml"), name -> Optional.ofNullable(files.get(name))));
        assertThat(refused.getMessage())
                .contains("a.yaml extends b.yaml extends a.yaml")
                .contains("b.yaml, line 2");
    }

    @Test
    void whatIsNoYamlIsRefusedWithTheLine() {
        PerspectiveException refused = refusal("perspective: mine\ntrust: [\n");
        assertThat(refused.getMessage()).contains("it is no YAML").contains("line");
    }
}
