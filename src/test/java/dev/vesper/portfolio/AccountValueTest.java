package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.market.PriceHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AccountValueTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    private final PriceHistory prices =
            new PriceHistory(List.of(DAY), List.of("GE", "IBM"), new double[][] {{Double.NaN, 100}}, new double[1][2]);

    @Test
    void cashAndLotsAtTheLastCloseAndOnlyThoseOfTheAccount() {
        AccountValue value = AccountValue.of(
                "ACC1",
                new BigDecimal("40000"),
                List.of(lot("ACC1", "IBM", 500), lot("ACC1", "IBM", 100), lot("ACC2", "IBM", 7), lot("ACC1", "GE", 9)),
                prices);
        assertEquals(0, new BigDecimal("100000").compareTo(value.value()));
        assertEquals(0.6, value.weights().get("IBM"), 1e-12);
        assertEquals(1, value.weights().size(), "what was never priced counts nothing");
    }

    @Test
    void anEmptyAccountHasNoWeights() {
        assertEquals(
                new AccountValue(BigDecimal.ZERO, BigDecimal.ZERO, new TreeMap<>()),
                AccountValue.of("ACC1", BigDecimal.ZERO, List.of(), prices));
    }

    @Test
    void aLotHasAGainOnlyWhereItHasAPrice() {
        assertEquals(
                0,
                new BigDecimal("2940")
                        .compareTo(LotValue.of(lot("ACC1", "IBM", 50), prices)
                                .unrealisedGain()
                                .orElseThrow()));
        assertEquals(
                Optional.empty(), LotValue.of(lot("ACC1", "GE", 50), prices).unrealisedGain());
    }

    private static TaxLot lot(String account, String symbol, long units) {
        return new TaxLot(
                account + symbol + units,
                account,
                symbol,
                BigDecimal.valueOf(units),
                new BigDecimal("41.20"),
                DAY.minusYears(1));
    }
}
