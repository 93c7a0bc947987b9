package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Side;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code child_order}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "child_order")
@IdClass(ChildRow.Key.class)
class ChildRow {
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
        return row;
    }

    ChildOrder toChild() {
        return new ChildOrder(
                clientOrderId,
                parentId,
                slice,
                venue,
                symbol,
                Side.valueOf(side),
                Exact.number(quantity),
                Exact.number(limitPrice),
                sentMillis,
                expireMillis);
    }
}
