package dev.vesper.adapters.store;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTask;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code user_task}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "user_task")
class TaskRow {
    @Id
    String taskId;

    String runId;
    String kind;
    String question;
    String detail;
    Instant raisedAt;
    String decision;
    String decidedBy;
    Instant decidedAt;
    String reason;

    static TaskRow of(UserTask task) {
        TaskRow row = new TaskRow();
        row.taskId = task.id();
        row.runId = task.run().value();
        row.kind = task.kind().word();
        row.question = Exact.text(task.question());
        row.detail = Exact.text(task.detail());
        row.raisedAt = Exact.time(task.raisedAt());
        row.decision = task.decision() == null ? null : task.decision().word();
        row.decidedBy = task.decidedBy();
        row.decidedAt = Exact.timeOrNull(task.decidedAt());
        row.reason = Exact.text(task.reason());
        return row;
    }

    UserTask toTask() {
        return new UserTask(
                taskId,
                new RunId(runId),
                TaskKind.of(kind),
                question,
                detail,
                raisedAt,
                decision == null ? null : Answer.of(decision),
                decidedBy,
                decidedAt,
                reason);
    }
}
