package dev.vesper.approvals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Refusal;
import dev.vesper.testing.HowToPage;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The story of {@code src/docs/tasks.md}, played line by line. */
class HowTasksAreHandledTest {
    private static final People FIRM = new People(new TreeMap<>(
            Map.of("makers", List.of("alice", "ben"), "checkers", List.of("alice", "ben", "carol", "dora"))));

    private final ApprovalTasks rules = new ApprovalTasks();
    private ApprovalState state = rules.initial();

    @Test
    void theStoryOfThePageIsTrue() {
        List<String> lines =
                HowToPage.of("tasks.md").block("csv").lines().skip(1).toList();
        assertTrue(lines.size() > 10, lines::toString);
        for (String line : lines) {
            List<String> cells = List.of(line.split(",", -1));
            assertEquals(cells.get(4), said(command(cells)), line);
        }
        assertTrue(state.answers() instanceof FourEyesState.Approved);
    }

    private TaskCommand command(List<String> cells) {
        String by = cells.get(0);
        String text = cells.get(3);
        boolean proposes = cells.get(2).equals("propose-trades");
        TaskSeat seat = new TaskSeat(cells.get(2), proposes ? "makers" : "checkers", !proposes);
        return switch (cells.get(1)) {
            case "claim" -> new TaskCommand.Claim(seat, by, OptionalInt.empty(), FIRM);
            case "give-back" -> new TaskCommand.GiveBack(seat, by, text, FIRM);
            case "ask" -> new TaskCommand.Ask(seat, by, text, FIRM);
            case "reply" -> new TaskCommand.Reply(seat, by, text, FIRM);
            case "delegate" -> new TaskCommand.Delegate(seat, by, text, "", FIRM);
            case "approve" -> answer(seat, proposes, by, LeavingOut.NOTHING);
            case "leave-out" ->
                answer(seat, proposes, by, new LeavingOut(List.of(text), "too dear", now() + " without " + text));
            case "reject" -> new TaskCommand.Answer(seat, new FourEyesCommand.Reject(by, text, FIRM), "");
            default -> throw new AssertionError("Expected an act, but got " + cells.get(1));
        };
    }

    private TaskCommand answer(TaskSeat seat, boolean proposes, String by, LeavingOut without) {
        return new TaskCommand.Answer(
                seat,
                proposes
                        ? new FourEyesCommand.Propose(by, now(), ApprovalsNeeded.ONE_CHECKER, FIRM, without)
                        : new FourEyesCommand.Approve(by, now(), 1, FIRM, without),
                "");
    }

    /** The sum of what is asked about now. */
    private String now() {
        return state.answers() instanceof FourEyesState.AwaitingChecker waiting
                ? waiting.proposal()
                : "the whole of it";
    }

    private String said(TaskCommand command) {
        return switch (rules.decide(state, command)) {
            case Decision.Denied<FourEyesEvent>(Refusal refusal) -> refusal.code();
            case Decision.Accepted<FourEyesEvent>(List<FourEyesEvent> events) -> {
                events.forEach(event -> state = rules.apply(state, event));
                yield "taken";
            }
        };
    }
}
