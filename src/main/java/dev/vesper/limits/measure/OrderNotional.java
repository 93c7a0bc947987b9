package dev.vesper.limits.measure;

import dev.vesper.limits.LimitUtilisation.Unit;
import dev.vesper.orders.ParentOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Each order's quantity times its decision price: 300 IBM at 100 is 30,000. A table of it stops a slip of the finger. */
public final class OrderNotional implements Measure {
    @Override
    public String label() {
        return "order-notional";
    }

    @Override
    public String sentence() {
        return "one order's quantity times price";
    }

    @Override
    public Scope scope() {
        return Scope.ORDER;
    }

    @Override
    public Set<Fact<?>> facts() {
        return CommonFacts.OF_ORDER;
    }

    @Override
    public List<Measured> of(ValuedBook valued) {
        List<Measured> measured = new ArrayList<>();
        for (ParentOrder order : valued.book().orders()) {
            measured.add(new Measured.Used(
                    CommonFacts.ofOrder(valued, order),
                    OrderUse.of(order, Unit.AMOUNT, BigDecimal.ONE, order.decisionPrice())));
        }
        return measured;
    }
}
