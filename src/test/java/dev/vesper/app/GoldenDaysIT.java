package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.testing.RecordedDay;
import dev.vesper.testing.SharedData;
import dev.vesper.testing.VesperProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three recorded days: whoever rebuilds a room shows here that nothing that was decided, sent or filled has changed. A day
 * that shall change is recorded anew with {@code -Dvesper.golden.record=true}, and its difference is read before it is
 * committed.
 */
class GoldenDaysIT {
    private static final Path RECORDED = Path.of("src/test/resources/golden");

    @TempDir
    Path folder;

    @Test
    void theSampleFirm() throws Exception {
        compare("sample", day());
    }

    @Test
    void aTinyFirm() throws Exception {
        compare("tiny", day("--firm", RECORDED.resolve("tiny/firm").toString(), "--rehearse"));
    }

    /** Real prices are not ours to publish: of each row the book's side is kept in clear, the prices as a check sum. */
    @Test
    void twentyRealStocks() throws Exception {
        Path prices = SharedData.file("prices/pypfopt_stock_prices.csv.gz");
        Path firm = folder.resolve("firm");
        VesperProcess.Result made = VesperProcess.start(
                        folder.resolve("unused"), "firm", "new", firm.toString(), "--prices", prices.toString())
                .await();
        assertEquals(0, made.exitCode(), made.output());
        SortedMap<String, String> veiled = new TreeMap<>();
        day("--firm", firm.toString(), "--rehearse").forEach((table, rows) -> veiled.put(table, veil(table, rows)));
        compare("stocks", veiled);
    }

    private SortedMap<String, String> day(String... arguments) throws Exception {
        Path state = folder.resolve("state");
        String[] command = new String[arguments.length + 1];
        command[0] = "eod";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        VesperProcess.Result result = VesperProcess.start(state, command).await();
        assertEquals(0, result.exitCode(), result.output());
        assertTrue(
                result.output().contains(" checked, 0 cut or denied"), "planned within the rules: " + result.output());
        return RecordedDay.read(state);
    }

    private static void compare(String name, SortedMap<String, String> day) throws IOException {
        Path recorded = Files.createDirectories(RECORDED.resolve(name));
        for (var table : day.entrySet()) {
            Path file = recorded.resolve(table.getKey() + ".csv");
            if (Boolean.getBoolean("vesper.golden.record")) {
                Files.writeString(file, table.getValue());
            }
            assertTrue(
                    table.getValue().lines().count() > 1, () -> "a day without " + table.getKey() + " shows nothing");
            assertEquals(Files.readString(file), table.getValue(), () -> table.getKey() + " of the " + name + " day");
        }
    }

    private static String veil(String table, String rows) {
        int shown = table.equals("lots") ? 3 : 4;
        String header = rows.lines().findFirst().orElseThrow();
        return header.lines()
                        .map(h -> String.join(",", java.util.Arrays.copyOf(h.split(",", -1), shown)) + ",row_sha256")
                        .collect(Collectors.joining())
                + "\n"
                + rows.lines()
                        .skip(1)
                        .map(row -> String.join(",", java.util.Arrays.copyOf(row.split(",", -1), shown)) + ","
                                + sum(row) + "\n")
                        .collect(Collectors.joining());
    }

    private static String sum(String row) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(row.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
