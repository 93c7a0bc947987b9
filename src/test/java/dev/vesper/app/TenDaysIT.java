package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten days in a row, killed and resumed on the way: each opens where the last one closed. What is held is counted here from
 * the files and the fills alone.
 */
class TenDaysIT {
    @TempDir
    Path folder;

    @Test
    void tenDaysConserveCashAndUnits() throws Exception {
        Path firm = folder.resolve("firm");
        Path state = folder.resolve("state");
        run(0, state, "firm", "sample", firm.toString(), "--instruments", "6", "--years", "1", "--accounts", "2");
        AtomicInteger executed = new AtomicInteger();
        VesperProcess first = VesperProcess.start(state, "eod", "--firm", firm.toString(), "--days", "10");
        first.killAt(line -> line.contains("✓ execute-orders") && executed.incrementAndGet() == 3);
        first.await();
        run(0, state, "eod", "--firm", firm.toString(), "--resume");
        List<Path> done = runs(state);
        assertEquals(3, done.size(), done::toString);
        String killed = done.getLast().getFileName().toString().substring(0, 10);
        String next = nextDate(firm, killed);
        run(0, state, "eod", "--firm", firm.toString(), "--date", next, "--days", "7");
        List<Path> runs = runs(state);
        assertEquals(10, runs.size(), runs::toString);
        Map<String, BigDecimal> held = held(firm);
        for (Path run : runs) {
            assertEquals(held, held(run.resolve("input")), () -> run + " opens where the day before closed");
            trade(run, held);
        }
        assertTrue(
                Files.readString(runs.getLast().resolve("input/positions.csv")).contains(",lot\n"));
        Path exported = folder.resolve("exported");
        run(0, state, "books", "export", exported.toString(), "--firm", firm.toString());
        assertEquals(held, held(exported));
        assertTrue(run(0, state, "books", "verify", "--firm", firm.toString()).contains("cash is conserved"));
        theCustodianAgreesOnceAllHasSettled(firm, state, exported);
        String newest = runs.getLast().getFileName().toString().substring(0, 10);
        String posted = run(
                0,
                state,
                ("books post deposit --firm " + firm + " --id D-1 --date " + newest
                                + " --account ACC01 --amount 250000.25 --currency USD --as alice")
                        .split(" "));
        assertTrue(posted.contains("D-1, deposit " + newest) && posted.contains(": booked"), posted);
        assertTrue(run(0, state, "books", "verify", "--firm", firm.toString()).contains("cash is conserved"));
        assertTrue(run(0, state, "audit", "verify").contains("every hash follows"));
        String refused = run(3, state, "eod", "--firm", firm.toString());
        assertTrue(refused.contains("Run " + runs.getLast().getFileName() + " rehearsed"), refused);
        theExportOpensTheBooksOfAnotherFirm(firm, exported, held);
    }

    /** What the books hold is what their custodian says when the last trades have settled; ten cents more are a break. */
    private void theCustodianAgreesOnceAllHasSettled(Path firm, Path state, Path exported) throws Exception {
        Path cash = exported.resolve("accounts.csv");
        String[] reconcile = {
            "books",
            "reconcile",
            "--firm",
            firm.toString(),
            "--file",
            exported.resolve("positions.csv").toString(),
            "--accounts",
            cash.toString(),
            "--as-of",
            "2026-01-05"
        };
        String agreed = run(0, state, reconcile);
        assertTrue(agreed.contains("as of 2026-01-05: no breaks"), agreed);
        Path elsewhere = Files.writeString(
                folder.resolve("cash.csv"),
                Files.readString(cash).replaceFirst("(ACC01,[^\\n]*,)-?[0-9.]+(,)", "$112.34$2"));
        reconcile[7] = elsewhere.toString();
        assertTrue(run(3, state, reconcile).contains("no trade explains"));
        assertTrue(run(0, state, "tasks", "list").contains("B-1/decide-break"));
    }

    /** A round trip: what was exported is a firm's first day elsewhere, lot for lot. */
    private void theExportOpensTheBooksOfAnotherFirm(Path firm, Path exported, Map<String, BigDecimal> held)
            throws Exception {
        Path state = folder.resolve("elsewhere");
        for (String name : List.of("firm.yaml", "prices.csv", "instruments.csv")) {
            Files.copy(firm.resolve(name), exported.resolve(name));
        }
        // the last lots were bought in the session after the last prices: the day that opens with them has its own
        Path prices = exported.resolve("prices.csv");
        List<String> lines = Files.readAllLines(prices);
        String last = lines.getLast().substring(0, 10);
        String session = rows(runs(folder.resolve("state")).getLast().resolve("fills.csv"))
                .getLast()
                .get("date");
        assertEquals("2026-01-02", session, "New Year's Day is passed over");
        List<String> more = lines.stream()
                .filter(line -> line.startsWith(last))
                .map(line -> session + line.substring(10))
                .toList();
        Files.write(prices, more, StandardOpenOption.APPEND);
        run(0, state, "eod", "--firm", exported.toString());
        Path again = folder.resolve("again");
        run(0, state, "books", "export", again.toString(), "--firm", exported.toString());
        trade(runs(state).getFirst(), held);
        assertEquals(held, held(again));
    }

    private static String run(int code, Path state, String... arguments) throws Exception {
        VesperProcess.Result result = VesperProcess.start(state, arguments).await();
        assertEquals(code, result.exitCode(), result.output());
        return result.output();
    }

    private static List<Path> runs(Path state) throws IOException {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            return runs.sorted().toList();
        }
    }

    private static String nextDate(Path firm, String date) throws IOException {
        try (Stream<String> lines = Files.lines(firm.resolve("prices.csv"))) {
            return lines.skip(1)
                    .map(line -> line.substring(0, 10))
                    .filter(day -> day.compareTo(date) > 0)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Cash by account, and units by account and symbol, as the two files say. */
    private static Map<String, BigDecimal> held(Path files) throws IOException {
        Map<String, BigDecimal> held = new TreeMap<>();
        for (Map<String, String> row : rows(files.resolve("accounts.csv"))) {
            add(held, row.get("account"), new BigDecimal(row.get("cash")));
        }
        for (Map<String, String> row : rows(files.resolve("positions.csv"))) {
            add(held, row.get("account") + " " + row.get("symbol"), new BigDecimal(row.get("quantity")));
        }
        return held;
    }

    private static void trade(Path run, Map<String, BigDecimal> held) throws IOException {
        for (Map<String, String> fill : rows(run.resolve("fills.csv"))) {
            BigDecimal units = new BigDecimal(fill.get("quantity"));
            BigDecimal signed = fill.get("side").equals("BUY") ? units : units.negate();
            add(held, fill.get("account") + " " + fill.get("symbol"), signed);
            add(
                    held,
                    fill.get("account"),
                    signed.multiply(new BigDecimal(fill.get("price"))).negate());
            add(held, fill.get("account"), new BigDecimal(fill.get("fee")).negate());
        }
    }

    private static void add(Map<String, BigDecimal> held, String what, BigDecimal amount) {
        BigDecimal sum = held.getOrDefault(what, BigDecimal.ZERO).add(amount).stripTrailingZeros();
        if (sum.signum() == 0) {
            held.remove(what);
        } else {
            held.put(what, sum);
        }
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        String[] header = lines.getFirst().split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    Map<String, String> row = new TreeMap<>();
                    for (int i = 0; i < header.length; i++) {
                        row.put(header[i], cells[i]);
                    }
                    return row;
                })
                .toList();
    }
}
