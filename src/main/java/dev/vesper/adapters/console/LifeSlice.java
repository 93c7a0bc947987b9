package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.blotter.OrderLife;
import dev.vesper.desk.blotter.ScheduleLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One slice of an order's life as the page writes it: the numbers of the picture.
 *
 * @param until market time at which it ends
 * @param planned units of the order due by then; filled and behind likewise, a dash while the slice is not over
 * @param average price of the fills in the slice, weighted by quantity; a dash where there is none
 * @param last price of the market's last trade in it; a dash where there is none or nobody sees that far
 * @param volume units that the market traded in it
 * @param share own fills of that volume
 */
public record LifeSlice(
        String slice,
        String until,
        String planned,
        String filled,
        String behind,
        String average,
        String last,
        String volume,
        String share) {
    static List<LifeSlice> of(OrderLife life) {
        List<LifeSlice> slices = new ArrayList<>();
        int count = life.schedule().size();
        for (int i = 0; i < count; i++) {
            slices.add(of(life, life.schedule().get(i), i == count - 1));
        }
        return slices;
    }

    private static LifeSlice of(OrderLife life, ScheduleLine line, boolean closing) {
        List<OrderLife.LifeFill> fills = life.fills().stream()
                .filter(fill -> within(fill.at(), line, closing))
                .toList();
        BigDecimal own = fills.stream().map(OrderLife.LifeFill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid = fills.stream()
                .map(fill -> fill.quantity().multiply(fill.price()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<OrderLife.MarketBar> bars = life.market().stream()
                .filter(bar -> within(bar.from(), line, false))
                .toList();
        BigDecimal volume = bars.stream().map(OrderLife.MarketBar::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal last = null;
        for (OrderLife.MarketBar bar : bars) {
            last = bar.last() == null ? last : bar.last();
        }
        BigDecimal filled = line.filled();
        return new LifeSlice(
                String.valueOf(line.slice() + 1),
                line.until().substring(0, 8),
                Numbers.quantity(line.planned()),
                filled == null ? Numbers.NONE : Numbers.quantity(filled),
                filled == null ? Numbers.NONE : Numbers.quantity(line.planned().subtract(filled)),
                own.signum() == 0 ? Numbers.NONE : Numbers.decimals(paid.divide(own, MathContext.DECIMAL64), 4),
                price(last),
                bars.isEmpty() ? Numbers.NONE : Numbers.quantity(volume),
                volume.signum() == 0 ? Numbers.NONE : Numbers.percent(own.doubleValue() / volume.doubleValue(), 1));
    }

    private static String price(@Nullable BigDecimal price) {
        return price == null ? Numbers.NONE : Numbers.price(price);
    }

    private static boolean within(String at, ScheduleLine line, boolean closing) {
        boolean before = at.compareTo(line.until()) < 0 || (closing && at.equals(line.until()));
        return before && at.compareTo(line.from()) >= 0;
    }
}
