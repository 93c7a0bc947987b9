package dev.vesper.market;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0.01, 158.29, 2, 0.01",
        "0.01, 1.00, 2, 0.01",
        "0.01, 161.497316, 6, 0.01",
        "0.01, 0.85, 2, 0.0001",
        "0.01, 0.0040, 4, 0.000001",
        "0.01, 0.00454, 5, 0.000001",
        "0.01, 0.000009421, 10, 0.0000000001",
        "0.01, 0.0000000197740, 13, 0.0000000000001",
        "0.01, 0.1234567890123456, 16, 0.0000001",
        "0.0001, 0.5, 4, 0.0001",
        "1, 50, 0, 0.01",
    })
    void theStepIsFineBesideThePrice(String declared, String price, int decimals, String tick) {
        BigDecimal found = TickSize.of(new BigDecimal(declared), new BigDecimal(price), decimals);
        assertEquals(0, new BigDecimal(tick).compareTo(found), found.toPlainString());
    }

    @ParameterizedTest
    @CsvSource({"0.00001003100, 0.000009421, 0.000000001", "100.31, 94.21, 0.01"})
    void aBoundMarketWorksInThatStep(double before, double last, String tick) {
        LocalDate day = LocalDate.of(2024, 6, 28);
        PriceHistory history = new PriceHistory(
                List.of(day.minusDays(1), day), List.of("X"), new double[][] {{before}, {last}}, new double[][] {
                    {1}, {1}
                });
        Instrument x = new Instrument("X", "X", "Equity", "", "USD", BigDecimal.ONE, new BigDecimal("0.01"), "");
        MarketSnapshot market = MarketSnapshot.bind(day, "s", new TreeMap<>(Map.of("X", x)), history);
        assertEquals(0, new BigDecimal(tick).compareTo(market.instrument("X").tickSize()));
    }
}
