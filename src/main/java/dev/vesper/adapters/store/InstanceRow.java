package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code process_instance}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "process_instance")
class InstanceRow {
    @Id
    String runId;

    long instanceKey;

    static InstanceRow of(String runId, long instanceKey) {
        InstanceRow row = new InstanceRow();
        row.runId = runId;
        row.instanceKey = instanceKey;
        return row;
    }
}
