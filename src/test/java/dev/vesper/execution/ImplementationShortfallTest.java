package dev.vesper.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.orders.Side;
import dev.vesper.testing.SharedData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImplementationShortfallTest {
    @Test
    void thePublishedExamplesComeOutToTheDigit() throws Exception {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.file("reference/execution/implementation_shortfall_examples.json")
                        .toFile())
                .get("cases");
        assertEquals(2, cases.size());
        for (JsonNode example : cases) {
            JsonNode in = example.get("input");
            List<ImplementationShortfall.Executed> fills = new ArrayList<>();
            for (JsonNode fill : in.get("fills")) {
                fills.add(new ImplementationShortfall.Executed(
                        number(fill, "qty"), number(fill, "price"), number(fill, "previous_close")));
            }
            var shortfall = ImplementationShortfall.of(
                    in.get("side").asText().equals("buy") ? Side.BUY : Side.SELL,
                    number(in, "decision"),
                    fills,
                    number(in, "unfilled"),
                    number(in, "cancel_price"),
                    number(in, "commission"));
            JsonNode expected = example.get("recomputed");
            assertEquals(expected.get("explicit").asDouble(), shortfall.feesBps() / 10_000, 1e-15);
            assertEquals(expected.get("realized").asDouble(), shortfall.executionBps() / 10_000, 1e-15);
            assertEquals(expected.get("delay").asDouble(), shortfall.delayBps() / 10_000, 1e-15);
            assertEquals(expected.get("missed").asDouble(), shortfall.opportunityBps() / 10_000, 1e-15);
            assertEquals(expected.get("total").asDouble(), shortfall.totalBps() / 10_000, 1e-15);
            assertEquals(
                    expected.get("shortfall_amount").asDouble(),
                    shortfall.total().doubleValue(),
                    1e-10);
            JsonNode published = example.get("published_percent");
            assertEquals(published.get("total").asDouble(), shortfall.totalBps() / 100, 0.005);
        }
    }

    @Test
    void aSellIsTheMirrorOfABuy() {
        var fills = List.of(new ImplementationShortfall.Executed(
                BigDecimal.valueOf(800), new BigDecimal("10.07"), new BigDecimal("10.05")));
        var buy = of(Side.BUY, fills);
        var sell = of(Side.SELL, fills);
        assertEquals(0, buy.delay().add(sell.delay()).signum());
        assertEquals(0, buy.execution().add(sell.execution()).signum());
        assertEquals(0, buy.opportunity().add(sell.opportunity()).signum());
        assertEquals(new BigDecimal("86.00"), buy.total());
        assertEquals(172.0, buy.plus(buy).total().doubleValue());
        assertEquals(86.0, buy.plus(buy).totalBps(), 1e-12);
    }

    private static ImplementationShortfall of(Side side, List<ImplementationShortfall.Executed> fills) {
        return ImplementationShortfall.of(
                side, BigDecimal.TEN, fills, BigDecimal.valueOf(200), new BigDecimal("10.08"), BigDecimal.valueOf(14));
    }

    private static BigDecimal number(JsonNode node, String name) {
        return new BigDecimal(node.get(name).asText());
    }
}
