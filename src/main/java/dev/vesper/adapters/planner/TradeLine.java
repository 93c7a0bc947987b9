package dev.vesper.adapters.planner;

import dev.vesper.rebalance.BookLine;
import org.jspecify.annotations.NullUnmarked;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningVariable;

/** What the solver decides for one line: how many lots to buy (positive) or sell (negative). */
@NullUnmarked // OptaPlanner makes it by its empty constructor and fills it afterwards
@PlanningEntity
public class TradeLine {
    private int index;
    private BookLine line;
    private Long lots;

    public TradeLine() {}

    TradeLine(int index, BookLine line, long lots) {
        this.index = index;
        this.line = line;
        this.lots = lots;
    }

    /** The line's place in the book. */
    @PlanningId
    public int getIndex() {
        return index;
    }

    public void setIndex(int index) {
        this.index = index;
    }

    BookLine line() {
        return line;
    }

    @PlanningVariable(valueRangeProviderRefs = "lots")
    public Long getLots() {
        return lots;
    }

    public void setLots(Long lots) {
        this.lots = lots;
    }

    /** From what may be sold to what is worth buying; the solver's upper end is exclusive. */
    @ValueRangeProvider(id = "lots")
    public CountableValueRange<Long> getLotRange() {
        return ValueRangeFactory.createLongValueRange(-line.mostSell(), line.mostBuy() + 1);
    }
}
