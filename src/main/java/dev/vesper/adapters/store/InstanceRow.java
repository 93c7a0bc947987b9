package dev.vesper.adapters.store;

import dev.vesper.desk.run.DayInstance;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalLong;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code process_instance}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "process_instance")
class InstanceRow {
    @Id
    String runId;

    int attempt;
    Long instanceKey;
    boolean stuck;
    String processes;

    static InstanceRow of(String runId, DayInstance instance) {
        InstanceRow row = new InstanceRow();
        row.runId = runId;
        row.attempt = instance.attempt();
        row.instanceKey = instance.key().isPresent() ? instance.key().getAsLong() : null;
        row.stuck = instance.stuck();
        row.processes = instance.processes();
        return row;
    }

    DayInstance toRecord() {
        return new DayInstance(
                attempt, instanceKey == null ? OptionalLong.empty() : OptionalLong.of(instanceKey), stuck, processes);
    }
}
