package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.RebalanceResult;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code rebalance}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "rebalance")
class RebalanceRow {
    @Id
    String runId;

    int accounts;
    int orders;
    int verdicts;

    /** Nothing counted yet. */
    static RebalanceRow of(RunId run) {
        RebalanceRow row = new RebalanceRow();
        row.runId = run.value();
        return row;
    }

    void add(RebalanceResult part) {
        accounts += part.plans().size();
        orders += part.orders().size();
        verdicts += part.verdicts().size();
    }
}
