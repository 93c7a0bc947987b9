package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.market.ticks.BestQuotes;
import dev.vesper.testing.Memory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session's quotes lie in a folder of its date, plain or packed. */
class QuotesFolderTest {
    private static final LocalDate SESSION = LocalDate.of(2018, 4, 12);
    private static final String HEAD = "ms,bid_e4,bid_size,ask_e4,ask_size,exchange,quote_condition_hex,suspicious\n";
    private static final String ROWS = "35990000,501800,500,0,0,N,1,0\n35990000,0,0,502200,500,N,1,0\n";

    @TempDir
    Path firm;

    private Path day;
    private RunRecord run;

    @BeforeEach
    void aFirm() throws IOException {
        day = Files.createDirectories(firm.resolve("quotes/2018-04-12"));
        run = new Memory().open(LocalDate.of(2018, 4, 11), firm.toString(), 7, false, Instant.EPOCH);
    }

    private Optional<BestQuotes> of(String symbol) {
        return QuotesFolder.ofFirms().of(run, SESSION, symbol);
    }

    @Test
    void plainAndPackedFilesAreRead() throws IOException {
        Files.writeString(day.resolve("IBM.csv"), HEAD + ROWS);
        try (var out = new GZIPOutputStream(Files.newOutputStream(day.resolve("BAC.csv.gz")))) {
            out.write((HEAD + ROWS).getBytes(StandardCharsets.UTF_8));
        }
        for (String symbol : new String[] {"IBM", "BAC"}) {
            BestQuotes quotes = of(symbol).orElseThrow();
            assertEquals(501_800, quotes.bidE4(quotes.before(36_000_000)));
            assertEquals(502_200, quotes.askE4(quotes.before(36_000_000)));
        }
        assertEquals(Optional.empty(), QuotesFolder.ofFirms().of(run, SESSION.plusDays(1), "IBM"));
        assertTrue(
                QuotesFolder.at(firm.resolve("quotes")).of(run, SESSION, "IBM").isPresent());
    }

    @Test
    void nothingIsReadFromElsewhere() throws IOException {
        Path elsewhere = firm.resolve("IBM.csv");
        Files.writeString(elsewhere, HEAD + ROWS);
        assertEquals(Optional.empty(), of("../../IBM"));
        assertEquals(Optional.empty(), of("IBM"), "there is none of the day");
        Files.createSymbolicLink(day.resolve("IBM.csv"), elsewhere);
        assertTrue(assertThrows(Problem.class, () -> of("IBM")).getMessage().contains("leads to"));
    }

    @Test
    void aBadRowIsNamed() throws IOException {
        Files.writeString(day.resolve("IBM.csv"), HEAD + "35990000,high,500,0,0,N,1,0\n");
        Problem problem = assertThrows(Problem.class, () -> of("IBM"));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains("IBM.csv:2:2"), problem::getMessage);
    }
}
