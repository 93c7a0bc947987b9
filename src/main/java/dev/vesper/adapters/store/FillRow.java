package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code fill}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "fill")
@IdClass(FillRow.Key.class)
class FillRow {
    /** In the order in which {@link #bind} fills them. */
    static final String COLUMNS =
            "run_id, venue, execution_id, client_order_id, parent_id, account, symbol, side, quantity, price, fee, millis, trade_date";

    @Id
    String runId;

    @Id
    String venue;

    @Id
    String executionId;

    String clientOrderId;
    String parentId;
    String account;
    String symbol;
    String side;
    BigDecimal quantity;
    BigDecimal price;
    BigDecimal fee;
    long millis;
    LocalDate tradeDate;

    record Key(String runId, String venue, String executionId) {}

    static FillRow of(RunId run, Fill fill) {
        FillRow row = new FillRow();
        row.runId = run.value();
        row.venue = fill.venue();
        row.executionId = fill.executionId();
        row.clientOrderId = fill.clientOrderId();
        row.parentId = fill.parentId();
        row.account = fill.account();
        row.symbol = fill.symbol();
        row.side = fill.side().name();
        row.quantity = Exact.number(fill.quantity());
        row.price = Exact.number(fill.price());
        row.fee = Exact.number(fill.fee());
        row.millis = fill.millis();
        row.tradeDate = fill.date();
        return row;
    }

    Fill toFill(SharedTexts texts) {
        return new Fill(
                texts.of(venue),
                executionId,
                clientOrderId,
                texts.of(parentId),
                texts.of(account),
                texts.of(symbol),
                Side.valueOf(side),
                Exact.number(quantity),
                Exact.number(price),
                Exact.number(fee),
                millis,
                tradeDate);
    }

    static void bind(PreparedStatement insert, FillRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.venue);
        insert.setString(3, row.executionId);
        insert.setString(4, row.clientOrderId);
        insert.setString(5, row.parentId);
        insert.setString(6, row.account);
        insert.setString(7, row.symbol);
        insert.setString(8, row.side);
        insert.setBigDecimal(9, row.quantity);
        insert.setBigDecimal(10, row.price);
        insert.setBigDecimal(11, row.fee);
        insert.setLong(12, row.millis);
        insert.setObject(13, row.tradeDate);
    }
}
