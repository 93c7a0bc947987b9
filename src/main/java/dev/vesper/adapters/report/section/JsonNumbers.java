package dev.vesper.adapters.report.section;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How run.json writes numbers: rounded half-even to a fixed number of places. */
final class JsonNumbers {
    private JsonNumbers() {}

    static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
