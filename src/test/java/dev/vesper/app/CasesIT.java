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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        wholeLotsOfTheSmallestPrices();
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

    /**
     * 980,000 may be invested and costs of 5 bps are paid from it: 489.76 of the targets cannot be bought, wherever they are
     * missing, and less than one unit of BBB more.
     */
    private void wholeLotsOfTheSmallestPrices() {
        BigDecimal shib = planned("TINY-SHIB", "0.000009421");
        BigDecimal bought = shib.add(planned("TINY-PEPE", "0.000000023105")).add(planned("TINY-BBB", "53.16"));
        assertTrue(
                shib.subtract(new BigDecimal("415822.64")).abs().compareTo(new BigDecimal("207.91")) < 0,
                shib::toString);
        assertTrue(bought.compareTo(new BigDecimal("979510.25")) <= 0, bought::toString);
        assertTrue(bought.compareTo(new BigDecimal("979457.08")) > 0, bought::toString);
    }

    private BigDecimal planned(String order, String price) {
        Matcher from = Pattern.compile("cut from ([0-9,]+) to").matcher(verdict(order + ",position-weight"));
        assertTrue(from.find(), order);
        return new BigDecimal(from.group(1).replace(",", "")).multiply(new BigDecimal(price));
    }

    private void replacedUnitsAreCounted(TreeMap<String, String> orders) {
        assertTrue(verdict("W1-AAA,wash-sale").contains(",DENY,"));
        assertTrue(verdict("W1-AAA,wash-sale").contains("2,446 of the 5,000 units"));
        assertTrue(verdict("W2-AAA,wash-sale").contains("2,400 of the 7,554 units"));
        assertFalse(orders.containsKey("W1 AAA") || orders.containsKey("W2 AAA"), orders::toString);
    }

    /** Long term is more than one year: on 2024-06-28 a lot of 2023-06-28 is short, one of the day before is long. */
    private static void aYearIsTheCalendars(TreeMap<String, String> orders) {
        for (String account : List.of("LEAP", "YEAR1")) {
            assertEquals("SELL 3838", orders.get(account + " LAAA"));
            assertEquals("BUY 2277", orders.get(account + " LBBB"));
            assertEquals("BUY 4913", orders.get(account + " LCCC"));
            assertEquals("BUY 500", orders.get(account + " LDDD"));
        }
        assertEquals("SELL 3842", orders.get("LONG LAAA"));
    }

    private String verdict(String about) {
        return limits.stream()
                .filter(line -> line.contains(about))
                .findFirst()
                .orElseThrow(() -> new AssertionError(about));
    }
}
