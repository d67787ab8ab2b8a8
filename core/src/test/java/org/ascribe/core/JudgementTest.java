package org.ascribe.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final Instant NOON = Instant.parse("2023-06-01T12:00:00Z");
    private static final Judgement WRONG = judgement(NOON, null);

    private static Judgement judgement(Instant at, @Nullable String undoes) {
        return Judgement.of(
                at, "amina", "", new Judgement.Decision.WrongReading(new AssertionId("a-0123456789abcdef")), undoes);
    }

    @Test
    void judgementThatIsTakenBackDoesNotBind() {
        Judgement undo = judgement(NOON.plusSeconds(1), WRONG.id());
        assertThat(Judgement.inForce(List.of(WRONG, undo))).isEmpty();
        assertThat(Judgement.inForce(List.of(undo, WRONG))).isEmpty();
    }

    @Test
    void takingBackATakingBackPutsTheFirstInForceAgain() {
        Judgement undo = judgement(NOON.plusSeconds(1), WRONG.id());
        Judgement redo = judgement(NOON.plusSeconds(2), undo.id());
        assertThat(Judgement.inForce(List.of(redo, undo, WRONG))).containsExactly(WRONG);
    }

    @Test
    void clockOfAnotherMachineDoesNotDecideWhatIsTakenBack() {
        Judgement same = judgement(NOON, WRONG.id());
        Judgement early = judgement(NOON.minusSeconds(3600), WRONG.id());
        assertThat(Judgement.inForce(List.of(WRONG, same))).isEmpty();
        assertThat(Judgement.inForce(List.of(WRONG, early))).isEmpty();
    }
}
