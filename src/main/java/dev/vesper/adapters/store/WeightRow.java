package dev.vesper.adapters.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code plan_weight}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "plan_weight")
@IdClass(WeightRow.Key.class)
class WeightRow {
    static final String COLUMNS = "run_id, account, symbol, before_trading, target";

    @Id
    String runId;

    @Id
    String account;

    @Id
    String symbol;

    Double beforeTrading;
    Double target;

    record Key(String runId, String account, String symbol) {}

    static WeightRow of(String runId, String account, String symbol, Double beforeTrading, Double target) {
        WeightRow row = new WeightRow();
        row.runId = runId;
        row.account = account;
        row.symbol = symbol;
        row.beforeTrading = beforeTrading;
        row.target = target;
        return row;
    }

    static void bind(PreparedStatement insert, WeightRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.account);
        insert.setString(3, row.symbol);
        insert.setObject(4, row.beforeTrading, Types.DOUBLE);
        insert.setObject(5, row.target, Types.DOUBLE);
    }
}
