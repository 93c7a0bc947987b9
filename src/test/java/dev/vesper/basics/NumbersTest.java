package dev.vesper.basics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void numbersReadAsPeopleWriteThem() {
        assertEquals("1,234,567.89", Numbers.amount(new BigDecimal("1234567.891")));
        assertEquals("−0.40", Numbers.amount(new BigDecimal("-0.4")));
        assertEquals("+3.2", Numbers.bps(3.21));
        assertEquals("12.35m", Numbers.compact(new BigDecimal("12345678")));
        assertEquals("12m", Numbers.tick(12e6));
        assertEquals("2.5m", Numbers.tick(2.5e6));
        assertEquals("400k", Numbers.tick(400_000));
        assertEquals("1,200", Numbers.quantity(new BigDecimal("1200.000")));
        assertEquals("0.0830", Numbers.decimals(new BigDecimal("0.083"), 4));
        assertEquals("12.3%", Numbers.percent(0.1234, 1));
        assertEquals("2 min 05 s", Numbers.duration(125));
        assertEquals("09:30:00.250", Numbers.timeOfDay(34_200_250));
    }

    /** The twin is Java's own format, which is slower. */
    @Test
    void aNumberReadsAsJavasFormatWritesIt() {
        DecimalFormat twin = new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
        twin.setRoundingMode(RoundingMode.HALF_EVEN);
        var random = new SplittableRandom(20180411);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(12) - 3);
            BigDecimal four = value.setScale(4, RoundingMode.HALF_EVEN);
            String java = twin.format(four);
            assertEquals(four.signum() < 0 ? "−" + java.substring(1) : java, Numbers.exact(four), value.toString());
        }
    }

    @Test
    void moneySharesAndCountsReadTheSameEverywhere() {
        assertEquals("USD 2,724,716.50", Numbers.money("USD", new BigDecimal("2724716.5")));
        assertEquals("0.12", Numbers.money("", new BigDecimal("0.125")));
        assertEquals("25%", Numbers.share(new BigDecimal("0.25")));
        assertEquals("7.0843%", Numbers.share(new BigDecimal("0.070843")));
        assertEquals("900%", Numbers.share(new BigDecimal("9")));
        assertEquals("44,137,845,000", Numbers.quantity(new BigDecimal("4.4137845E+10")));
        assertEquals("−1,204", Numbers.count(-1204));
        assertEquals("12,345.6789012", Numbers.exact(new BigDecimal("12345.67890120")));
    }
}
