package dev.vesper.execution.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BlockAllocationTest {
    private static final Map<String, Long> THREE = Map.of("ALPHA", 6L, "BETA", 6L, "GAMMA", 2L);

    private static BlockFill fill(long lots, String price, String fee) {
        return new BlockFill(lots, new BigDecimal(price).multiply(BigDecimal.valueOf(lots)), new BigDecimal(fee));
    }

    @Test
    void everybodyAtTheAveragePriceToTheCent() {
        List<BlockShare> shares =
                new BlockAllocation(THREE, 2).after(List.of(fill(10, "50.02", "0.35"), fill(1, "50.05", "0.04")));
        assertEquals(
                List.of(
                        new BlockShare("ALPHA", 6, 5, 25_012, 18),
                        new BlockShare("BETA", 6, 5, 25_011, 18),
                        new BlockShare("GAMMA", 2, 1, 5_002, 3)),
                shares);
        assertEquals(55_025, shares.stream().mapToLong(BlockShare::notional).sum());
    }

    @Test
    void aVenueThatPays() {
        List<BlockShare> shares = new BlockAllocation(THREE, 2).after(List.of(fill(14, "1", "-0.15")));
        assertEquals(
                List.of(-6L, -7L, -2L).stream().mapToLong(Long::longValue).sum(),
                shares.stream().mapToLong(BlockShare::fees).sum());
        assertTrue(shares.stream().allMatch(share -> share.fees() < 0));
    }

    @Test
    void nothingFilled() {
        assertEquals(
                new BlockShare("BETA", 6, 0, 0, 0),
                new BlockAllocation(THREE, 2).after(List.of()).get(1));
    }

    @Test
    void whatCannotBe() {
        BlockAllocation block = new BlockAllocation(THREE, 2);
        assertThrows(IllegalArgumentException.class, () -> block.after(List.of(fill(15, "1", "0"))));
        assertThrows(IllegalArgumentException.class, () -> new BlockAllocation(Map.of(), 2));
        assertThrows(IllegalArgumentException.class, () -> new BlockAllocation(Map.of("A", 0L), 2));
        assertThrows(IllegalArgumentException.class, () -> fill(0, "1", "0"));
    }

    /** Shuffled accounts and fills give the same; what the accounts pay is what the block cost; no step takes a share back. */
    @Property(tries = 200)
    void fairWhateverTheOrder(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 30) Long> orders,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 10) Long> filled,
            @ForAll long seed) {
        List<String> accounts = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            accounts.add("A" + i);
        }
        List<String> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, Long> one = new LinkedHashMap<>();
        Map<String, Long> other = new LinkedHashMap<>();
        accounts.forEach(account -> one.put(account, orders.get(accounts.indexOf(account))));
        shuffled.forEach(account -> other.put(account, orders.get(accounts.indexOf(account))));
        long room = new BlockAllocation(one, 2).ordered();
        List<BlockFill> fills = new ArrayList<>();
        for (long lots : filled) {
            long most = Math.min(lots, room);
            if (most > 0) {
                fills.add(fill(most, "10." + (100 + fills.size()), "0.0" + most));
                room -= most;
            }
        }
        List<BlockShare> shares = new BlockAllocation(one, 2).after(fills);
        List<BlockFill> turned = new ArrayList<>(fills);
        Collections.reverse(turned);
        assertEquals(shares, new BlockAllocation(other, 2).after(turned));
        assertEquals(
                cents(fills.stream().map(BlockFill::notional).toList()),
                shares.stream().mapToLong(BlockShare::notional).sum());
        assertEquals(
                cents(fills.stream().map(BlockFill::fee).toList()),
                shares.stream().mapToLong(BlockShare::fees).sum());
        List<SortedMap<String, Long>> steps = new BlockAllocation(one, 2).steps(fills);
        assertTrue(
                steps.stream().allMatch(step -> step.values().stream().allMatch(lots -> lots >= 0)), steps::toString);
        for (BlockShare share : shares) {
            assertEquals(
                    share.lots(),
                    steps.stream().mapToLong(step -> step.get(share.account())).sum());
        }
    }

    private static long cents(List<BigDecimal> amounts) {
        return amounts.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_EVEN)
                .movePointRight(2)
                .longValueExact();
    }
}
