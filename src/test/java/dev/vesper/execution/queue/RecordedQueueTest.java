package dev.vesper.execution.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.OrderEventsFile;
import dev.vesper.adapters.text.CsvFile;
import dev.vesper.testing.SharedData;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordedQueueTest {
    private static final String FOLDER = "intraday/crypto_l3/bitstamp_btcusd_20150501_";

    private static List<OrderEvent> orders() {
        return OrderEventsFile.read(SharedData.file(FOLDER + "orders.csv.gz"));
    }

    /**
     * The trades that obAnalytics found in the same record: maker, taker and lots;
     * two of 482 are of orders that were there before the record begins.
     */
    @Test
    void whoTradedWithWhomIsAsPublished() {
        Set<List<Long>> found = new HashSet<>();
        for (Pairs.Trade trade : Pairs.of(orders())) {
            found.add(List.of(trade.maker(), trade.taker(), trade.lots()));
        }
        Path file = SharedData.file(FOLDER + "trades_expected.csv.gz");
        int[] counts = new int[2];
        CsvFile.read(file, header -> row -> {
            boolean same = found.contains(List.of(
                    row.decimal("maker").longValueExact(),
                    row.decimal("taker").longValueExact(),
                    row.decimal("volume").longValueExact()));
            counts[same ? 1 : 0]++;
        });
        assertEquals(480, counts[1]);
        assertEquals(2, counts[0]);
    }

    @Test
    void theBoundHoldsAndAModelIsNearerThanItOnAverage() {
        List<QueueModel> models =
                QueueModels.ALL.words().stream().map(QueueModels.ALL::get).toList();
        List<OrderEvent> orders = orders();
        QueueReplay.Result own = QueueReplay.of(orders, models, Optional.empty());
        assertTrue(own.followed() > 5_000, own.followed() + " joined a queue");
        assertEquals(24_769, own.waited());
        QueueErrors bound = own.models().getFirst();
        assertEquals(bound.place().mean(), bound.place().meanAbsolute(), 1e-6, "never thought nearer than it is");
        assertEquals(0, bound.wronglyFilled());
        QueueReplay.Result probes = QueueReplay.of(orders, models, Optional.of(new Probes(10_000, 600_000)));
        assertTrue(probes.models().getFirst().filled() > 1_000);
        assertEquals(0, probes.models().getFirst().wronglyFilled());
        assertTrue(
                probes.models().stream()
                        .anyMatch(errors -> Math.abs(errors.place().mean())
                                < probes.models().getFirst().place().mean()),
                "one of the estimates is less one-sided than the bound");
    }
}
