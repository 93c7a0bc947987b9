package dev.vesper.desk.execution;

import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.slice.SliceEvent.Amendment;
import dev.vesper.orders.slice.SliceEvent.FillBusted;
import dev.vesper.orders.slice.SliceEvent.FillCorrected;
import dev.vesper.orders.slice.SliceEvent.LateFillBooked;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the parents of a run so far, slice by slice. */
final class WorkTally {
    private final Map<String, ParentOrder> parents = new LinkedHashMap<>();
    private final Map<String, Long> lots = new HashMap<>();
    private int children;
    private int rejected;
    private int denied;

    WorkTally(List<ParentOrder> parents) {
        parents.forEach(parent -> this.parents.put(parent.id(), parent));
    }

    /** Those that are worked, by id. */
    Map<String, ParentOrder> parents() {
        return parents;
    }

    /** Children decided. */
    int children() {
        return children;
    }

    /** Lots filled, by parent id; one of which nothing was is absent. */
    Map<String, Long> lots() {
        return lots;
    }

    /** Units filled, by parent id. */
    Map<String, BigDecimal> units() {
        Map<String, BigDecimal> units = HashMap.newHashMap(lots.size());
        parents.forEach((id, parent) ->
                units.put(id, parent.lotSize().multiply(BigDecimal.valueOf(lots.getOrDefault(id, 0L)))));
        return units;
    }

    /** Fills with the account of their parent: venues do not know our accounts. */
    List<Fill> toAccounts(List<Fill> fills) {
        List<Fill> booked = new ArrayList<>(fills.size());
        for (Fill fill : fills) {
            ParentOrder parent = parents.get(fill.parentId());
            booked.add(parent == null ? fill : fill.toAccount(parent.account()));
        }
        return booked;
    }

    /**
     * A slice is over.
     *
     * @param outcomes of its children at least, by client order id
     */
    void over(List<ChildOrder> slice, Map<String, ChildOutcome> outcomes) {
        children += slice.size();
        for (ChildOrder child : slice) {
            ChildOutcome outcome = outcomes.get(child.clientOrderId());
            if (outcome != null) {
                rejected += outcome.state() == ChildOutcome.State.REJECTED ? 1 : 0;
                denied += outcome.state() == ChildOutcome.State.DENIED ? 1 : 0;
                ParentOrder parent = parents.get(child.parentId());
                if (parent != null) {
                    long filled = outcome.filled()
                            .divideToIntegralValue(parent.lotSize())
                            .longValueExact();
                    lots.merge(parent.id(), filled, Long::sum);
                }
            }
        }
    }

    /**
     * Venues told of fills whose slice was booked. What they took back may be traded again in the slices that are left, what
     * they filled beyond our knowledge is not; a part of a lot counts as filled.
     */
    void amended(List<Amendment> amendments) {
        for (Amendment amendment : amendments) {
            switch (amendment) {
                case LateFillBooked late -> filled(late.fill(), BigDecimal.ONE);
                case FillBusted bust -> filled(bust.fill(), BigDecimal.ONE.negate());
                case FillCorrected corrected -> {
                    filled(corrected.wrong(), BigDecimal.ONE.negate());
                    filled(corrected.fill(), BigDecimal.ONE);
                }
            }
        }
    }

    private void filled(Fill fill, BigDecimal sign) {
        ParentOrder parent = parents.get(fill.parentId());
        if (parent != null) {
            long moved = fill.quantity()
                    .multiply(sign)
                    .divide(parent.lotSize(), 0, RoundingMode.CEILING)
                    .longValueExact();
            long now = lots.getOrDefault(parent.id(), 0L) + moved;
            lots.put(parent.id(), Math.clamp(now, 0, parent.wholeLots()));
        }
    }

    ExecuteOrders.Summary summary() {
        Map<String, Long> unfilled = new LinkedHashMap<>();
        parents.forEach((id, parent) -> {
            long left = parent.wholeLots() - lots.getOrDefault(id, 0L);
            if (left > 0) {
                unfilled.put(id, left);
            }
        });
        return new ExecuteOrders.Summary(parents.size(), children, rejected, denied, unfilled);
    }
}
