package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.LotChoice;
import dev.vesper.portfolio.TaxLot;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A row of {@code chosen_lot}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "chosen_lot")
@IdClass(ChosenLotRow.Key.class)
class ChosenLotRow {
    static final String COLUMNS = "run_id, parent_id, position, lot_id, quantity, cost, acquired";

    @Id
    String runId;

    @Id
    String parentId;

    @Id
    int position;

    String lotId;
    BigDecimal quantity;
    BigDecimal cost;
    LocalDate acquired;

    record Key(String runId, String parentId, int position) {}

    static ChosenLotRow of(RunId run, String parentId, int position, LotChoice choice, @Nullable TaxLot lot) {
        ChosenLotRow row = new ChosenLotRow();
        row.runId = run.value();
        row.parentId = parentId;
        row.position = position;
        row.lotId = choice.lotId();
        row.quantity = Exact.number(choice.quantity());
        row.cost = lot == null ? null : Exact.number(lot.cost());
        row.acquired = lot == null ? null : lot.acquired();
        return row;
    }

    LotChoice toChoice() {
        return new LotChoice(lotId, Exact.number(quantity));
    }

    static void bind(PreparedStatement insert, ChosenLotRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.parentId);
        insert.setInt(3, row.position);
        insert.setString(4, row.lotId);
        insert.setBigDecimal(5, row.quantity);
        insert.setBigDecimal(6, row.cost);
        insert.setObject(7, row.acquired, Types.DATE);
    }
}
