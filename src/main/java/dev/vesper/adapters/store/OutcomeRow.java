package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOutcome;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code child_outcome}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "child_outcome")
@IdClass(OutcomeRow.Key.class)
class OutcomeRow {
    @Id
    String runId;

    @Id
    String clientOrderId;

    String state;
    BigDecimal filled;
    String reason;

    record Key(String runId, String clientOrderId) {}

    static OutcomeRow of(RunId run, ChildOutcome outcome) {
        OutcomeRow row = new OutcomeRow();
        row.runId = run.value();
        row.clientOrderId = outcome.clientOrderId();
        row.state = outcome.state().name();
        row.filled = Exact.number(outcome.filled());
        row.reason = Exact.text(outcome.reason());
        return row;
    }

    ChildOutcome toOutcome() {
        return new ChildOutcome(clientOrderId, ChildOutcome.State.valueOf(state), Exact.number(filled), reason);
    }
}
