package dev.vesper.adapters.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.testing.SharedData;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderCostsTest {
    @Test
    void splitsThePublishedExamplesAsPublished() throws Exception {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.file("reference/execution/implementation_shortfall_examples.json")
                        .toFile())
                .get("cases");
        assertEquals(2, cases.size());
        for (JsonNode example : cases) {
            JsonNode in = example.get("input");
            BigDecimal ordered = in.get("unfilled").decimalValue();
            List<Fill> fills = new ArrayList<>();
            for (JsonNode fill : in.get("fills")) {
                ordered = ordered.add(fill.get("qty").decimalValue());
                fills.add(fill(
                        Side.BUY,
                        fill.get("qty").asText(),
                        fill.get("price").asText(),
                        fills.isEmpty() ? in.get("commission").asText() : "0"));
            }
            OrderCosts costs = OrderCosts.of(
                    Side.BUY,
                    ordered,
                    in.get("decision").decimalValue(),
                    in.get("fills").get(0).get("previous_close").decimalValue(),
                    in.get("cancel_price").decimalValue(),
                    fills);
            JsonNode known = example.get("recomputed");
            assertEquals(known.get("delay").asDouble() * 1e4, costs.bps(costs.delay()), 1e-9);
            assertEquals(known.get("realized").asDouble() * 1e4, costs.bps(costs.execution()), 1e-9);
            assertEquals(known.get("missed").asDouble() * 1e4, costs.bps(costs.opportunity()), 1e-9);
            assertEquals(known.get("explicit").asDouble() * 1e4, costs.bps(costs.fees()), 1e-9);
            assertEquals(known.get("total").asDouble() * 1e4, costs.bps(costs.total()), 1e-9);
            assertEquals(known.get("shortfall_amount").asDouble(), costs.total().doubleValue(), 1e-9);
        }
    }

    @Test
    void aSellLosesWhereABuyGains() {
        OrderCosts costs = OrderCosts.of(
                Side.SELL,
                new BigDecimal("100"),
                new BigDecimal("50"),
                new BigDecimal("49.90"),
                new BigDecimal("49"),
                List.of(fill(Side.SELL, "60", "49.80", "1.50")));
        assertEquals(0, new BigDecimal("6").compareTo(costs.delay()));
        assertEquals(0, new BigDecimal("6").compareTo(costs.execution()));
        assertEquals(0, new BigDecimal("40").compareTo(costs.opportunity()));
        assertEquals(0, new BigDecimal("53.50").compareTo(costs.total()));
        assertEquals(107, costs.bps(costs.total()), 1e-9);
    }

    @Test
    void nothingOrderedCostsNothing() {
        assertEquals(0, OrderCosts.NONE.bps(BigDecimal.ZERO));
    }

    private static Fill fill(Side side, String quantity, String price, String fee) {
        return new Fill(
                "LITX",
                "E1",
                "C1",
                "P1",
                "ACC1",
                "IBM",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(fee),
                0);
    }
}
