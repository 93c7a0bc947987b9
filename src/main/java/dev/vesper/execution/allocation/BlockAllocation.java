package dev.vesper.execution.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Divides a block among the accounts it was traded for, by what each ordered: everybody at the average price, with his part of
 * the fees. The order of the accounts changes nothing, for ties go by their ids.
 *
 * <p>Lots go by {@link SainteLague}, so that no later fill takes a lot back and the last one fills every order. Notional and
 * fees are summed, rounded once, and divided by the lots each has, so that what the accounts pay is what the block cost to the
 * cent; a part of an early fill is no part of a later sum, for each fill changes the average.
 */
public final class BlockAllocation {
    private final SortedMap<String, Long> orders;
    private final int decimals;

    /**
     * A block before its first fill.
     *
     * @param orders lots by account, each above 0, decided before the block was sent
     * @param decimals of the currency, for example 2
     * @throws IllegalArgumentException where nobody ordered, or somebody nothing
     */
    public BlockAllocation(Map<String, Long> orders, int decimals) {
        if (orders.isEmpty() || orders.values().stream().anyMatch(lots -> lots <= 0)) {
            throw new IllegalArgumentException("Expected orders above 0, but got " + orders);
        }
        this.orders = new TreeMap<>(orders);
        this.decimals = decimals;
    }

    /** Lots of all orders. */
    public long ordered() {
        return orders.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * What each account has after all of these fills, by account; their order changes nothing.
     *
     * @throws IllegalArgumentException where more was filled than was ordered
     */
    public List<BlockShare> after(List<BlockFill> fills) {
        SortedMap<String, Long> lots =
                lots(fills.stream().mapToLong(BlockFill::lots).sum());
        SortedMap<String, Long> notional =
                divided(lots, minor(fills.stream().map(BlockFill::notional).toList()));
        SortedMap<String, Long> fees =
                divided(lots, minor(fills.stream().map(BlockFill::fee).toList()));
        List<BlockShare> shares = new ArrayList<>();
        orders.forEach((account, ordered) -> shares.add(new BlockShare(
                account,
                ordered,
                lots.getOrDefault(account, 0L),
                notional.getOrDefault(account, 0L),
                fees.getOrDefault(account, 0L))));
        return List.copyOf(shares);
    }

    /** What each fill brings each account in lots, fill by fill; nothing is ever below 0. */
    public List<SortedMap<String, Long>> steps(List<BlockFill> fills) {
        List<SortedMap<String, Long>> steps = new ArrayList<>();
        SortedMap<String, Long> had = lots(0);
        long filled = 0;
        for (BlockFill fill : fills) {
            filled += fill.lots();
            SortedMap<String, Long> has = lots(filled);
            SortedMap<String, Long> step = new TreeMap<>(has);
            had.forEach((account, lots) -> step.merge(account, -lots, Long::sum));
            steps.add(step);
            had = has;
        }
        return steps;
    }

    private SortedMap<String, Long> lots(long filled) {
        if (filled > ordered()) {
            throw new IllegalArgumentException(
                    "Expected fills of at most the " + ordered() + " ordered, but got " + filled);
        }
        return SainteLague.divided(orders, filled);
    }

    private static SortedMap<String, Long> divided(SortedMap<String, Long> lots, long minor) {
        SortedMap<String, Long> parts = SainteLague.divided(lots, Math.abs(minor));
        if (minor < 0) {
            parts.replaceAll((account, part) -> -part);
        }
        return parts;
    }

    /** The sum in minor units, rounded once, a half to the even one. */
    private long minor(List<BigDecimal> amounts) {
        return amounts.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }
}
