package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

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

    @Nullable
    String supersedes;

    @Nullable
    String replayedFrom;

    @Nullable
    String supersededBy;

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
        row.supersedes = text(run.supersedes());
        row.replayedFrom = text(run.replayedFrom());
        row.supersededBy = text(run.supersededBy());
        return row;
    }

    RunRecord toRecord() {
        return new RunRecord(
                new RunId(runId),
                businessDate,
                firm,
                seed,
                rehearsal,
                RunStatus.valueOf(status),
                openedAt,
                id(supersedes),
                replayedFrom == null ? null : ReplayFrom.valueOf(replayedFrom),
                id(supersededBy));
    }

    private static @Nullable RunId id(@Nullable String written) {
        return written == null ? null : new RunId(written);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
