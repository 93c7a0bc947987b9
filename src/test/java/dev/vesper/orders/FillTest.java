package dev.vesper.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FillTest {
    @Test
    void bookedToAnotherAccountItIsTheSameExecution() {
        Fill fill = fill("BLOCK");
        assertEquals(fill("ACC1"), fill.toAccount("ACC1"));
    }

    @Test
    void theNotionalIsQuantityTimesPriceWhateverTheSide() {
        assertEquals(0, new BigDecimal("42360").compareTo(fill("ACC1").notional()));
    }

    private static Fill fill(String account) {
        return new Fill(
                "LIT",
                "e1",
                "P-0-L",
                "P",
                account,
                "IBM",
                Side.SELL,
                new BigDecimal("300"),
                new BigDecimal("141.20"),
                new BigDecimal("0.90"),
                34_200_000);
    }
}
