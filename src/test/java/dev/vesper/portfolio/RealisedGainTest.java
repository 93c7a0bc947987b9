package dev.vesper.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.portfolio.RealisedGain.SoldLot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RealisedGainTest {
    private static final SoldLot SIXTY = new SoldLot(n("60"), Optional.of(n("141.2")));
    private static final SoldLot FIFTY = new SoldLot(n("50"), Optional.of(n("160")));
    private static final SoldLot UNKNOWN = new SoldLot(n("50"), Optional.empty());

    @Test
    void lotsAreUsedUpInTheirOrder() {
        // 100 x 150.2 - 1 fee = 15019; 60 x 141.2 + 40 x 160 = 14872
        assertEquals(n("147"), RealisedGain.of(n("100"), n("15019"), List.of(SIXTY, FIFTY)));
        // 50 x 160 + 50 x 141.2 = 15060
        assertEquals(n("-41"), RealisedGain.of(n("100"), n("15019"), List.of(FIFTY, SIXTY)));
    }

    @Test
    void aPartialFillUsesTheFirstLotsOnly() {
        // 10 x 150 - 10 x 141.2
        assertEquals(n("88"), RealisedGain.of(n("10"), n("1500"), List.of(SIXTY, UNKNOWN)));
    }

    @Test
    void anUnknownCostOrAShortSaleRealisesNothingYet() {
        assertEquals(n("0"), RealisedGain.of(n("61"), n("9000"), List.of(SIXTY, UNKNOWN)));
        assertEquals(n("0"), RealisedGain.of(n("111"), n("16000"), List.of(SIXTY, FIFTY)));
        assertEquals(n("0"), RealisedGain.of(n("1"), n("150"), List.of()));
    }

    /** Amounts are stored and compared as text: a thousand is 1000, not 1E+3. */
    @Test
    void aRoundGainIsWrittenInFull() {
        // 60 x 150 - 60 x 141.2 + 472
        assertEquals(
                "1000", RealisedGain.of(n("60"), n("9472.00"), List.of(SIXTY)).toString());
        assertEquals(
                "0.5", RealisedGain.of(n("60"), n("8472.50"), List.of(SIXTY)).toString());
    }

    /** 100 at 150.19 after fees: 60 gain 539.40, 40 lose 392.40; who buys again loses the 392.40. */
    @Test
    void aGainBesideALossSavesNone() {
        BigDecimal sold = n("100");
        assertEquals(n("-392.4"), RealisedGain.lossesFirst(sold, n("15019"), List.of(SIXTY, FIFTY)));
        assertEquals(n("-490.5"), RealisedGain.lossesFirst(sold, n("15019"), List.of(FIFTY, SIXTY)));
        assertEquals(n("528"), RealisedGain.lossesFirst(n("60"), n("9000"), List.of(SIXTY)), "a gain alone");
        assertEquals(n("-500"), RealisedGain.lossesFirst(n("50"), n("7500"), List.of(FIFTY)), "a loss alone");
        assertEquals(n("0"), RealisedGain.lossesFirst(n("61"), n("9000"), List.of(SIXTY, UNKNOWN)));
        assertEquals(n("0"), RealisedGain.lossesFirst(n("111"), n("16000"), List.of(SIXTY, FIFTY)));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
