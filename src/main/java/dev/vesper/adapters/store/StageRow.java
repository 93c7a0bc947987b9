package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code run_stage}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "run_stage")
@IdClass(StageRow.Key.class)
class StageRow {
    @Id
    String runId;

    @Id
    String name;

    int position;
    String state;
    Instant startedAt;
    Instant finishedAt;
    String result;
    String message;

    record Key(String runId, String name) {}

    static StageRow of(RunId run, StageRecord stage, int position) {
        StageRow row = new StageRow();
        row.runId = run.value();
        row.name = stage.name().word();
        row.position = position;
        row.state = stage.state().word();
        row.startedAt = Exact.time(stage.startedAt());
        row.finishedAt = Exact.timeOrNull(stage.finishedAt());
        row.result = Exact.text(stage.result());
        row.message = Exact.text(stage.message());
        return row;
    }

    StageRecord toRecord() {
        return new StageRecord(new ShownStage(name), StageState.of(state), startedAt, finishedAt, result, message);
    }
}
