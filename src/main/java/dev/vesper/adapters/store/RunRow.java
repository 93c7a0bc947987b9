package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code run}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "run")
class RunRow {
    @Id
    String runId;

    LocalDate businessDate;
    int number;
    String firm;
    long seed;
    boolean rehearsal;
    String status;
    Instant openedAt;

    static RunRow of(RunRecord run, int number) {
        RunRow row = new RunRow();
        row.runId = run.id().value();
        row.businessDate = run.date();
        row.number = number;
        row.firm = run.firm();
        row.seed = run.seed();
        row.rehearsal = run.rehearsal();
        row.status = run.status().name();
        row.openedAt = run.openedAt();
        return row;
    }

    RunRecord toRecord() {
        return new RunRecord(
                new RunId(runId), businessDate, firm, seed, rehearsal, RunStatus.valueOf(status), openedAt);
    }
}
