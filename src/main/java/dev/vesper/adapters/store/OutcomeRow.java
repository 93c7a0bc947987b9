package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOutcome;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code child_outcome}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "child_outcome")
@IdClass(OutcomeRow.Key.class)
class OutcomeRow {
    /** In the order in which {@link #bind} fills them. */
    static final String COLUMNS = "run_id, client_order_id, state, filled, reason";

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

    static void bind(PreparedStatement insert, OutcomeRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.clientOrderId);
        insert.setString(3, row.state);
        insert.setBigDecimal(4, row.filled);
        insert.setString(5, row.reason);
    }
}
