package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.firm.Firm;
import dev.vesper.market.PriceHistory;
import dev.vesper.maths.PairwiseMoments;
import dev.vesper.maths.Returns;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFirmTest {
    private static final SampleSettings TINY = new SampleSettings(6, 1, 1, 42);

    @TempDir
    Path parent;

    /**
     * If this fails, the generator has changed and every sample firm with it; say so in the changelog. firm.yaml is not in
     * the sum: it lists the weighting methods, and grows with them.
     */
    @Test
    void theSameSeedGivesTheSameBytesOnAnyMachine() throws Exception {
        Path folder = parent.resolve("firm");
        SampleFirm.make(folder, TINY);
        MessageDigest sum = MessageDigest.getInstance("SHA-256");
        for (String name : List.of("accounts.csv", "instruments.csv", "positions.csv", "prices.csv")) {
            sum.update(Files.readAllBytes(folder.resolve(name)));
        }
        assertEquals("1b3cd51fa4f750a3", HexFormat.of().formatHex(sum.digest()).substring(0, 16));
        Path other = parent.resolve("other");
        SampleFirm.make(other, new SampleSettings(6, 1, 1, 43));
        assertNotEquals(Files.readString(folder.resolve("prices.csv")), Files.readString(other.resolve("prices.csv")));
    }

    @Test
    void theStandardFirmGivesEveryRuleSomethingToSay() {
        Path folder = parent.resolve("firm");
        SampleFirm.make(folder, SampleSettings.standard());
        Firm firm = new FirmFolder().read(folder);
        PriceHistory prices = PriceMatrix.read(firm.pricesFile(), new PriceFile());
        assertEquals(40, firm.instruments().size());
        assertEquals(3, firm.accounts().size());
        assertTrue(firm.settings().sample());
        assertEquals(List.of(), firm.warnings());
        assertEquals(SampleSettings.LAST_DATE, prices.dates().getLast());
        assertEquals(1305, prices.dates().size(), 2);
        String restricted = firm.settings().restricted().getFirst();
        assertTrue(firm.lots().stream().noneMatch(l -> l.symbol().equals(restricted)));
        List<TaxLot> losing = firm.lots().stream()
                .filter(l -> l.cost()
                                .compareTo(prices.lastClose(l.symbol())
                                        .orElseThrow()
                                        .price())
                        > 0)
                .toList();
        assertTrue(losing.size() > 10 && losing.size() < firm.lots().size() / 2, losing.size() + " lots at a loss");
        assertTrue(losing.stream().anyMatch(l -> l.acquired().isAfter(SampleSettings.LAST_DATE.minusDays(30))));
        for (var account : firm.accounts()) {
            BigDecimal value = firm.lots().stream()
                    .filter(l -> l.account().equals(account.id()))
                    .map(l -> l.quantity()
                            .multiply(prices.lastClose(l.symbol()).orElseThrow().price()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            double cashShare = account.cash().amount().doubleValue()
                    / (account.cash().amount().doubleValue() + value.doubleValue());
            assertEquals(0.075, cashShare, 0.03, account.id());
        }
        assertEquals(
                40,
                firm.settings().strategies().get("core").weigh(prices).weights().size());
    }

    @Test
    void pricesLookLikeThoseOfAMarket() {
        Path folder = parent.resolve("firm");
        SampleFirm.make(folder, SampleSettings.standard());
        PriceHistory prices = PriceMatrix.read(folder.resolve("prices.csv"), new PriceFile());
        double[][] returns = Returns.simple(prices.close());
        PairwiseMoments moments = PairwiseMoments.of(returns);
        double volatility = 0;
        double tails = 0;
        for (int i = 0; i < returns.length; i++) {
            double variance = moments.covariance()[i][i];
            volatility += Math.sqrt(variance * 252) / returns.length;
            double fourth =
                    Arrays.stream(returns[i]).map(r -> Math.pow(r, 4)).average().orElseThrow();
            tails += fourth / (variance * variance) / returns.length;
        }
        assertEquals(0.30, volatility, 0.08);
        assertTrue(tails > 4.5, "kurtosis " + tails + ", a normal distribution has 3");
        double correlation = Arrays.stream(moments.correlation())
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElseThrow();
        assertEquals(0.33, correlation, 0.15);
    }

    @Test
    void itIsMadeOnceAndNeverOverwritten() throws IOException {
        Path folder = parent.resolve("firm");
        SampleFirm.makeIfAbsent(folder, TINY);
        Files.writeString(folder.resolve("accounts.csv"), "changed");
        SampleFirm.makeIfAbsent(folder, TINY);
        assertEquals("changed", Files.readString(folder.resolve("accounts.csv")));
        assertThrows(Problem.class, () -> SampleFirm.make(folder, TINY));
        assertThrows(Problem.class, () -> new SampleSettings(5_121, 1, 1, 1));
    }

    @Test
    void theLargestFirmHasDifferentSymbols() {
        Path folder = parent.resolve("firm");
        SampleFirm.make(folder, new SampleSettings(5_120, 1, 2, 7));
        assertEquals(5_120, new FirmFolder().read(folder).instruments().size());
    }
}
