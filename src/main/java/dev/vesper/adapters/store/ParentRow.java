package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code parent_order}. */
@NullUnmarked // Hibernate fills the fields
@Entity
@Table(name = "parent_order")
@IdClass(ParentRow.Key.class)
class ParentRow {
    static final String COLUMNS =
            "run_id, parent_id, position, account, symbol, side, quantity, lot_size, tick_size, decision_price,"
                    + " currency, strategy";

    @Id
    String runId;

    @Id
    String parentId;

    int position;
    String account;
    String symbol;
    String side;
    BigDecimal quantity;
    BigDecimal lotSize;
    BigDecimal tickSize;
    BigDecimal decisionPrice;
    String currency;
    String strategy;

    record Key(String runId, String parentId) {}

    static ParentRow of(RunId run, ParentOrder order, int position) {
        ParentRow row = new ParentRow();
        row.runId = run.value();
        row.parentId = order.id();
        row.position = position;
        row.account = order.account();
        row.symbol = order.symbol();
        row.side = order.side().name();
        row.quantity = Exact.number(order.quantity());
        row.lotSize = Exact.number(order.lotSize());
        row.tickSize = Exact.number(order.tickSize());
        row.decisionPrice = Exact.number(order.decisionPrice());
        row.currency = order.currency();
        row.strategy = order.strategy().name();
        return row;
    }

    ParentOrder toOrder(List<LotChoice> lots, SharedTexts texts) {
        return new ParentOrder(
                parentId,
                texts.of(account),
                texts.of(symbol),
                Side.valueOf(side),
                Exact.number(quantity),
                Exact.number(lotSize),
                Exact.number(tickSize),
                Exact.number(decisionPrice),
                texts.of(currency),
                SlicingStrategy.valueOf(strategy),
                lots);
    }

    static void bind(PreparedStatement insert, ParentRow row) throws SQLException {
        insert.setString(1, row.runId);
        insert.setString(2, row.parentId);
        insert.setInt(3, row.position);
        insert.setString(4, row.account);
        insert.setString(5, row.symbol);
        insert.setString(6, row.side);
        insert.setBigDecimal(7, row.quantity);
        insert.setBigDecimal(8, row.lotSize);
        insert.setBigDecimal(9, row.tickSize);
        insert.setBigDecimal(10, row.decisionPrice);
        insert.setString(11, row.currency);
        insert.setString(12, row.strategy);
    }
}
