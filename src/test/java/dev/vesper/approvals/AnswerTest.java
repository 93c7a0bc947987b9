package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are typed by people and stored: they must not change. */
class AnswerTest {
    @ParameterizedTest
    @CsvSource({"approve, APPROVE", "reject, REJECT"})
    void aWordIsAnAnswer(String word, Answer answer) {
        assertEquals(answer, Answer.of(word));
        assertEquals(word, answer.word());
    }

    @Test
    void anotherWordIsNeitherYesNorNo() {
        Problem problem = assertThrows(Problem.class, () -> Answer.of("aprove"));
        assertEquals(
                "Expected an answer (approve, reject), but got \"aprove\"; maybe \"approve\" is meant",
                problem.getMessage());
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertThrows(Problem.class, () -> Answer.of("APPROVED"));
        assertThrows(Problem.class, () -> Answer.of(""));
    }
}
