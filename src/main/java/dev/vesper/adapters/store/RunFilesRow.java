package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code run_files}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "run_files")
@IdClass(RunFilesRow.Key.class)
class RunFilesRow {
    record Key(String runId, String folder) {}

    @Id
    String runId;

    @Id
    String folder;

    String sum;

    static RunFilesRow of(String runId, String folder, String sum) {
        RunFilesRow row = new RunFilesRow();
        row.runId = runId;
        row.folder = folder;
        row.sum = sum;
        return row;
    }
}
