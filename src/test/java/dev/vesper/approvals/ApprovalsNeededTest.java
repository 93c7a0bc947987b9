package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many approvals a proposal needs: what the process draws and what the tables ask, put together. */
class ApprovalsNeededTest {
    private static DrawnStep drawn(int number, String group) {
        return new DrawnStep(number, Optional.of(group));
    }

    private static ApprovalsNeeded.Asked asked(String... groups) {
        return new ApprovalsNeeded.Asked(List.of(groups), String.join("+", groups));
    }

    private static String needed(List<DrawnStep> drawn, ApprovalsNeeded.Asked... asked) {
        List<String> steps = ApprovalsNeeded.of(drawn, List.of(asked)).steps().stream()
                .map(step -> step.number() + " " + step.group() + " at " + step.at())
                .toList();
        return String.join(", ", steps);
    }

    @Test
    void withoutATableOneCheckerApproves() {
        assertEquals("1 checkers at 1", needed(List.of(DrawnStep.OPEN)));
        assertEquals(
                ApprovalsNeeded.ONE_CHECKER.steps(),
                ApprovalsNeeded.of(List.of(DrawnStep.OPEN), List.of()).steps());
    }

    @Test
    void theTableAloneSaysHowManyAndWhoAtTheOpenStep() {
        assertEquals("1 risk at 1", needed(List.of(DrawnStep.OPEN), asked("risk")));
        assertEquals(
                "1 checkers at 1, 2 checkers at 1, 3 risk at 1",
                needed(List.of(DrawnStep.OPEN), asked("checkers", "checkers", "risk")));
    }

    /** One table wants two checkers for ACC1, another row wants risk for ACC2: two checkers and one of risk meet both. */
    @Test
    void ofEachGroupAsManyAreNeededAsTheLargestAsks() {
        assertEquals(
                "1 checkers at 1, 2 checkers at 1, 3 risk at 1",
                needed(
                        List.of(DrawnStep.OPEN),
                        asked("checkers", "checkers"),
                        asked("risk"),
                        asked("checkers", "risk")));
    }

    @Test
    void aDrawnGroupIsAskedWhateverTheTableSays() {
        List<DrawnStep> both = List.of(DrawnStep.OPEN, drawn(5, "risk"));
        assertEquals("1 checkers at 1, 5 risk at 5", needed(both, asked("checkers")));
        assertEquals("1 checkers at 1, 5 risk at 5", needed(both, asked("checkers", "risk")), "it is the same one");
        assertEquals("1 checkers at 1, 5 risk at 5, 6 risk at 1", needed(both, asked("checkers", "risk", "risk")));
    }

    @Test
    void whereAllStepsHaveAGroupTheLastAsksWhatIsMissing() {
        List<DrawnStep> fixed = List.of(drawn(1, "checkers"), drawn(2, "risk"));
        assertEquals("1 checkers at 1, 2 risk at 2", needed(fixed, asked("checkers")));
        assertEquals("1 checkers at 1, 2 risk at 2, 3 board at 2", needed(fixed, asked("checkers", "board")));
    }

    @Test
    void theSumNamesStepsAndWhoAskedForThem() {
        ApprovalsNeeded one = ApprovalsNeeded.of(List.of(DrawnStep.OPEN), List.of(asked("checkers")));
        ApprovalsNeeded other = new ApprovalsNeeded(one.steps(), List.of("another version of the table"));
        assertNotEquals(one.sum(), other.sum());
        assertNotEquals(
                one.sum(),
                ApprovalsNeeded.of(List.of(DrawnStep.OPEN), List.of(asked("risk")))
                        .sum());
        assertEquals(1, one.sum().rows());
    }

    private static People people(Map<String, List<String>> byGroup) {
        return new People(new TreeMap<>(byGroup));
    }

    private static Optional<String> shortage(Map<String, List<String>> people, String... groups) {
        return people(people).shortage(ApprovalsNeeded.of(List.of(DrawnStep.OPEN), List.of(asked(groups))));
    }

    /** Nobody is asked for what can never come about. */
    @Test
    void tooFewPeopleAreFoundBeforeAnybodyIsAsked() {
        Map<String, List<String>> firm =
                Map.of("makers", List.of("anna", "ben"), "checkers", List.of("ben", "carol"), "risk", List.of("Carol"));
        assertEquals(Optional.empty(), shortage(firm, "checkers"));
        assertEquals(Optional.empty(), shortage(firm, "checkers", "risk"), "anna proposes, ben checks, carol is risk");
        assertTrue(shortage(firm, "checkers", "checkers", "risk").orElseThrow().contains("not enough"));
        assertEquals(
                "a maker and 1 different people of board are needed, but people: of firm.yaml names nobody as board, which"
                        + " is not enough",
                shortage(firm, "board").orElseThrow());
        assertTrue(shortage(Map.of("makers", List.of("anna"), "checkers", List.of("ANNA")), "checkers")
                .isPresent());
        assertEquals(
                Optional.empty(),
                People.UNKNOWN.shortage(ApprovalsNeeded.ONE_CHECKER),
                "a firm that names nobody checks no group");
    }
}
