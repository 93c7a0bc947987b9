package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both sides of the loopback speak one JSON: what one writes the other reads, word for word. */
class ControlJsonTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00.123456Z");
    private static final RunId RUN = new RunId("2018-04-11-001");

    private static UserTask task(Answer answer) {
        return new UserTask(
                RUN + "/approve-trades",
                RUN,
                TaskKind.APPROVE_TRADES,
                "Approve 2 orders?",
                "one\ntwo \"ü\"",
                NOON,
                answer,
                answer == null ? null : "Bob",
                answer == null ? null : NOON,
                answer == null ? "" : "looks right");
    }

    @Test
    void tasksOpenAndAnsweredReadAsTheyWereWritten() {
        List<UserTask> tasks = List.of(task(null), task(Answer.APPROVE), task(Answer.REJECT));
        String json = ControlJson.write(tasks);
        assertTrue(json.contains("\"decision\":\"approve\""), json);
        assertTrue(json.contains("\"decision\":null"), json);
        assertTrue(json.contains("\"kind\":\"approve-trades\""), json);
        assertTrue(json.contains("\"raisedAt\":\"2018-04-11T12:00:00.123456Z\""), json);
        assertEquals(tasks, ControlJson.read(json, new TypeReference<List<UserTask>>() {}));
    }

    @Test
    void everyAuditActionReadsAsItWasWritten() {
        List<AuditLog.Row> rows = Stream.of(AuditAction.values())
                .map(a -> new AuditLog.Row(1, NOON, "Bob", a, RUN.value(), "ok", true, "00", "ff"))
                .toList();
        String json = ControlJson.write(rows);
        assertTrue(json.contains("\"action\":\"proposal-declined\""), json);
        assertEquals(rows, ControlJson.read(json, new TypeReference<List<AuditLog.Row>>() {}));
    }

    @Test
    void anAnswerReadsAsItWasWritten() {
        var said = new ControlJson.TaskAnswer(RUN + "/approve-trades", Answer.REJECT, "Bob", "too \"much\"");
        assertEquals(said, ControlJson.readAnswer(ControlJson.write(said).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aReasonMayBeLeftOut() {
        assertEquals(
                "",
                answer("{\"id\":\"x\",\"decision\":\"approve\",\"by\":\"Bob\"}").reason());
    }

    @Test
    void whatIsNoAnswerIsSaid() {
        assertSays("\"approve\" is meant", "{\"id\":\"x\",\"decision\":\"aprove\",\"by\":\"Bob\"}");
        assertSays("approve, reject", "{\"id\":\"x\",\"decision\":\"disapprove\",\"by\":\"Bob\"}");
        assertSays("approve, reject", "{\"id\":\"x\",\"decision\":\"\",\"by\":\"Bob\"}");
        assertSays("decision is missing", "{\"id\":\"x\",\"by\":\"Bob\"}");
        assertSays("by is null", "{\"id\":\"x\",\"decision\":\"approve\",\"by\":null}");
        assertSays("id is 7", "{\"id\":7,\"decision\":\"approve\",\"by\":\"Bob\"}");
        assertSays("id is missing", "[]");
        assertSays("id is missing", "");
        assertSays("Unexpected", "{\"id\":\"x\",,}");
    }

    @Test
    void anUnknownWordOfAnotherVersionIsNamed() {
        String json = ControlJson.write(task(Answer.APPROVE)).replace("\"approve\"", "\"abstain\"");
        Problem problem = assertThrows(Problem.class, () -> ControlJson.read(json, new TypeReference<UserTask>() {}));
        assertEquals("Expected an answer (approve, reject), but got \"abstain\"", problem.getMessage());
    }

    private static ControlJson.TaskAnswer answer(String json) {
        return ControlJson.readAnswer(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertSays(String part, String json) {
        Problem problem = assertThrows(Problem.class, () -> answer(json));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(part), problem.getMessage());
    }
}
