package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.checkdata.DataCheck;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code data_check}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "data_check")
class DataCheckRow {
    @Id
    String runId;

    String snapshot;

    @Column(name = "row_count")
    long rows;

    long quarantined;
    boolean blocking;
    String document;

    static DataCheckRow of(RunId run, DataCheck check) {
        DataCheckRow row = new DataCheckRow();
        row.runId = run.value();
        row.snapshot = check.snapshot();
        row.rows = check.rows();
        row.quarantined = check.quarantined();
        row.blocking = check.blocking();
        row.document = DataCheckJson.write(check);
        return row;
    }

    DataCheck toRecord() {
        return DataCheckJson.read(document);
    }
}
