package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.VesperProcess;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small inputs that real people meet, with the right answers, as accounts of one firm on one day: too little history, an
 * instrument that cannot be weighed, prices below the tick, half of a young lot sold, a year with a leap day, two spellings
 * of one asset class, an overdrawn account, ten trillion.
 */
class CasesIT {
    private static final String RUN = "2024-06-28-001";
    private static final Path FIRM = Path.of("src/test/resources/cases/firm");

    @TempDir
    Path state;

    private List<String> limits;

    @Test
    void everyAccountEndsAsItsCaseSays() throws Exception {
        VesperProcess.Result day = VesperProcess.start(state, "eod", "--firm", FIRM.toString(), "--rehearse")
                .await();
        assertEquals(0, day.exitCode(), day.output());
        limits = Files.readAllLines(state.resolve("runs").resolve(RUN).resolve("limits.csv"));
        var orders = new TreeMap<String, String>();
        for (String line : Files.readAllLines(state.resolve("runs").resolve(RUN).resolve("orders.csv"))) {
            String[] cells = line.split(",", -1);
            orders.put(cells[1] + " " + cells[2], cells[4] + " " + cells[5]);
        }
        noTargetIsNoOrder(orders, day.output());
        wholeLotsOfTheSmallestPrices(orders);
        replacedUnitsAreCounted(orders);
        aYearIsTheCalendars(orders);
        for (String fund : List.of("ETFL", "ETFU")) {
            assertTrue(verdict("ETFS-" + fund + ",position-weight").contains(",0.3,0.4,"), fund);
        }
        assertEquals("BUY 530729", orders.get("RICH AAA"));
    }

    private void noTargetIsNoOrder(TreeMap<String, String> orders, String said) {
        for (String account : List.of("ONEROW", "NEGNONE")) {
            assertFalse(orders.keySet().stream().anyMatch(order -> order.startsWith(account + " ")), account);
        }
        assertTrue(verdict("ONEROW,").contains("there are 0"), () -> verdict("ONEROW,"));
        assertTrue(said.contains("Account ONEROW is left as it is"), said);
        assertTrue(verdict("NEGNONE,").contains("owes 5000 USD more than it holds"), () -> verdict("NEGNONE,"));
        assertEquals("BUY 95", orders.get("LEFTOUT AAA"));
        assertFalse(orders.containsKey("LEFTOUT MMF") || orders.containsKey("LEFTOUT NEWCO"), orders::toString);
        assertTrue(verdict("LEFTOUT/MMF,target").contains("keeps its 100,000 units"));
        assertTrue(verdict("LEFTOUT/NEWCO,target").contains("there are 59"));
    }

    /** A million may hold a quarter of each name; 10,000 units of SHIB are traded at once, which is nine cents. */
    private void wholeLotsOfTheSmallestPrices(TreeMap<String, String> orders) {
        BigDecimal shib = bought(orders, "TINY SHIB", "0.000009421");
        assertTrue(shib.compareTo(new BigDecimal("250000")) <= 0, shib::toString);
        assertTrue(shib.compareTo(new BigDecimal("249999")) > 0, shib::toString);
        assertTrue(verdict("TINY/order-notional/1,plan").contains("keeps BBB, PEPE, SHIB of TINY"));
    }

    private static BigDecimal bought(TreeMap<String, String> orders, String order, String price) {
        return new BigDecimal(orders.getOrDefault(order, "").replace("BUY ", "")).multiply(new BigDecimal(price));
    }

    /** The plan sells none of what a wash sale would deny, and says why. */
    private void replacedUnitsAreCounted(TreeMap<String, String> orders) {
        for (String account : List.of("W1", "W2")) {
            assertTrue(verdict(account + "/AAA,plan").contains("by wash-sale: 2,4"), account);
        }
        assertTrue(verdict("W1/AAA,plan").contains(" of the 5,000 units"));
        assertTrue(verdict("W2/AAA,plan").contains("2,400 of the 7,5"));
        assertFalse(orders.containsKey("W1 AAA") || orders.containsKey("W2 AAA"), orders::toString);
    }

    /**
     * Long term is more than one year: on 2024-06-28 a lot of 2023-06-28 is short as one of 2024 is. A quarter of the account
     * may be LBBB, 2,277 units; what it wanted beyond goes to the others until LAAA and LCCC are a quarter too.
     */
    private static void aYearIsTheCalendars(TreeMap<String, String> orders) {
        for (String account : List.of("LEAP", "YEAR1", "LONG")) {
            assertEquals("SELL 3725", orders.get(account + " LAAA"));
            assertEquals("BUY 2277", orders.get(account + " LBBB"));
            assertEquals("BUY 5458", orders.get(account + " LCCC"));
            assertEquals("BUY 500", orders.get(account + " LDDD"));
        }
    }

    private String verdict(String about) {
        return limits.stream()
                .filter(line -> line.contains(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError(about));
    }
}
