package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code child_order}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "child_order")
@IdClass(ChildRow.Key.class)
class ChildRow {
    /** In the order in which {@link #bind} fills them. */
    static final String COLUMNS =
            "run_id, client_order_id, position, parent_id, slice, venue, symbol, side, quantity, limit_price, sent_millis, expire_millis, session_date, minimum_fill";

    @Id
    String runId;

    @Id
    String clientOrderId;

    int position;
    String parentId;
    int slice;
    String venue;
    String symbol;
    String side;
    BigDecimal quantity;
    BigDecimal limitPrice;
    long sentMillis;
    long expireMillis;
    LocalDate sessionDate;
    BigDecimal minimumFill;

    record Key(String runId, String clientOrderId) {}

    static ChildRow of(RunId run, ChildOrder child, int position) {
        ChildRow row = new ChildRow();
        row.runId = run.value();
        row.clientOrderId = child.clientOrderId();
        row.position = position;
        row.parentId = child.parentId();
        row.slice = child.slice();
        row.venue = child.venue();
        row.symbol = child.symbol();
        row.side = child.side().name();
        row.quantity = Exact.number(child.quantity());
        row.limitPrice = Exact.number(child.limitPrice());
        row.sentMillis = child.sentMillis();
        row.expireMillis = child.expireMillis();
        row.sessionDate = child.date();
        row.minimumFill = child.minimumFill() == null ? null : Exact.number(child.minimumFill());
        return row;
    }

    ChildOrder toChild(SharedTexts texts) {
        return new ChildOrder(
                clientOrderId,
                texts.of(parentId),
                slice,
                texts.of(venue),
                texts.of(symbol),
                Side.valueOf(side),
                Exact.number(quantity),
                Exact.number(limitPrice),
                sentMillis,
                expireMillis,
                sessionDate,
                minimumFill == null ? null : Exact.number(minimumFill));
    }

    /** The children of a run in the order in which they were decided. */
    static List<ChildOrder> ofRun(StatelessSession session, RunId run, SharedTexts texts) {
        return Batches.unordered(session, ChildRow.class, run, row -> new Placed(row.position, row.toChild(texts)))
                .stream()
                .sorted(Placed.ORDER)
                .map(Placed::child)
                .toList();
    }

    private record Placed(int position, ChildOrder child) {
        static final Comparator<Placed> ORDER =
                Comparator.comparingInt((Placed placed) -> placed.child.slice()).thenComparingInt(Placed::position);
    }

    static void bind(PreparedStatement insert, ChildRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.clientOrderId);
        insert.setInt(3, row.position);
        insert.setString(4, row.parentId);
        insert.setInt(5, row.slice);
        insert.setString(6, row.venue);
        insert.setString(7, row.symbol);
        insert.setString(8, row.side);
        insert.setBigDecimal(9, row.quantity);
        insert.setBigDecimal(10, row.limitPrice);
        insert.setLong(11, row.sentMillis);
        insert.setLong(12, row.expireMillis);
        insert.setObject(13, row.sessionDate);
        insert.setBigDecimal(14, row.minimumFill);
    }
}
