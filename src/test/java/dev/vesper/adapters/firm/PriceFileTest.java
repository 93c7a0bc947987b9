package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.market.PriceHistory;
import dev.vesper.testing.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceFileTest {
    @TempDir
    Path folder;

    @Test
    void aWideFileGivesOneRowForEachFilledCell() throws IOException {
        assertEquals(
                List.of("2:2 2024-01-02 IBM 161.5", "3:2 2024-01-03 IBM 160", "3:3 2024-01-03 XOM 1e2"),
                rows("Date,IBM,XOM\n2024-01-02,161.5,\n2024-01-03,160,1e2\n"));
    }

    @Test
    void aLongFileMayHaveItsColumnsInAnyOrderAndCase() throws IOException {
        assertEquals(
                List.of("2:1 2024-01-02 IBM 0.30000000000000004"),
                rows("CLOSE,Symbol,Volume,Date\n0.30000000000000004,IBM,1000,2024-01-02\n"));
    }

    @Test
    void textGoesOnAsTextForTheContractToJudge() throws IOException {
        assertEquals(List.of("2:3 yesterday IBM n.a."), rows("date,symbol,close\nyesterday,IBM,n.a.\n"));
    }

    @Test
    void byteOrderMarkAndCarriageReturnsAreAccepted() throws IOException {
        assertEquals(
                List.of("2:3 2024-01-02 IBM 1", "3:3 2024-01-03 IBM 2"),
                rows("\uFEFFdate,symbol,close\r\n2024-01-02,IBM,1\r\n2024-01-03,IBM,2"));
    }

    @Test
    void symbolsThatHoldWordsOfMeasuresAreSymbols() throws IOException {
        assertEquals(
                List.of(
                        "2:2 2024-01-02 High Yield 1",
                        "2:3 2024-01-02 EUR_USD 2",
                        "2:4 2024-01-02 OPEN 3",
                        "2:5 2024-01-02 G0LD 4",
                        "2:6 2024-01-02 GOLD 5"),
                rows("date,High Yield,EUR_USD,OPEN,G0LD,GOLD\n2024-01-02,1,2,3,4,5\n"));
    }

    @Test
    void compressedIsAsGoodAsPlain() throws IOException {
        Path file = folder.resolve("prices.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("date,symbol,close\n2024-01-02,IBM,1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("2:3 2024-01-02 IBM 1"), rows(file, new PriceFile()));
    }

    @Test
    void gapsOfStatisticsProgramsAreGaps() throws IOException {
        assertEquals(List.of("2:3 2024-01-02 XOM 5"), rows("date,IBM,XOM\n2024-01-02,NA,5\n"));
    }

    @Test
    void aFileOfOneInstrumentTakesItsSymbolFromItsNameWhenAsked() throws IOException {
        Path file = write("ibm.csv", "date,open,high,low,close,volume\n2024-01-02,1,2,1,2,100\n");
        assertEquals(List.of("2:5 2024-01-02 IBM 2"), rows(file, PriceFile.takingSymbolFromName()));
        Problem problem = assertThrows(Problem.class, () -> rows(file, new PriceFile()));
        assertTrue(problem.getMessage().startsWith("ibm.csv:1: Expected a column \"symbol\""), problem.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                             | prices.csv: Expected a table, but the file is empty
            date,symbol,close                              | prices.csv: Expected prices below the header, but there are no rows
            date,symbol,clsoe\\n2024-01-02,IBM,1           | prices.csv:1: Expected a column "close", but the header has date, symbol, clsoe; maybe "clsoe" is meant
            date,ticker,close,volume\\n2024-01-02,IBM,1,2  | prices.csv:1: Expected a column "symbol" beside ticker, close, volume, but the header has date, ticker, close, volume; maybe "ticker" should be called "symbol"
            date;symbol;close\\n2024-01-02;IBM;1           | prices.csv:1: Expected columns separated by commas, but the header uses semicolons; save the file with commas
            date,symbol,close\\n2024-01-02,IBM             | prices.csv:2: Expected 3 columns as in the header, but the line has 2; maybe a comma is missing, or a text with commas lacks quotes
            2024-01-02,161.5,99\\n2024-01-03,1,2           | prices.csv:1:1: Expected a header line, but it holds "2024-01-02" and so looks like data; add a first line with the names of the columns
            date,IBM,XOM,IBM\\n2024-01-02,1,2,3            | prices.csv:1:4: Expected each column once, but "IBM" is also column 2
            date,IBM,\\n2024-01-02,1,2                     | prices.csv:2: Expected 2 columns as in the header, but the line has 3; maybe a comma is missing, or a text with commas lacks quotes
            date,,IBM\\n2024-01-02,1,2                     | prices.csv:1:2: Expected a symbol, but this column of the header is empty
            date,close,adjusted_close\\n2024-01-02,1,1     | prices.csv:1:2: Expected one column of closes for each symbol, but close, adjusted_close are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            date,open,close,vwap\\n2024-01-02,1,1,1        | prices.csv:1:2: Expected one column of closes for each symbol, but open, close, vwap are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            Date,Last,Bid,Ask\\n2024-01-02,1,1,1           | prices.csv:1:2: Expected one column of closes for each symbol, but Last, Bid, Ask are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            date,mid,spread\\n2024-01-02,1,1                 | prices.csv:1:2: Expected one column of closes for each symbol, but mid, spread are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            date,PX_LAST,PX_VOLUME\\n2024-01-02,1,1          | prices.csv:1:2: Expected one column of closes for each symbol, but PX_LAST, PX_VOLUME are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            date,closingPrice,Mid-Price\\n2024-01-02,1,1     | prices.csv:1:2: Expected one column of closes for each symbol, but closingPrice, Mid-Price are measures of one instrument; maybe keep date and close only, and name the file after the instrument
            date,AAA,\u0410\u0410\u0410\\n2024-01-02,1,1        | prices.csv:2:3: Expected symbols that can be told apart, but \u0410\u0410\u0410 looks like AAA and has letters of another alphabet; write both in the same
            date,symbol,close\\n2024-01-02,\u0421AT,1\\n2024-01-02,CAT,1 | prices.csv:3:3: Expected symbols that can be told apart, but CAT looks like \u0421AT and has letters of another alphabet; write both in the same
            <!DOCTYPE html>\\n<html><body>Denied           | prices.csv: Expected text, but it is a web page or XML, perhaps one that says why there is no file; look at it in a browser
            '{"error":"limit reached"}'                   | prices.csv:1: Expected a header line, but the file looks like JSON; save the table as CSV
            ',AAA,AAA\\n2024-01-02,1,1'                    | prices.csv:1:3: Expected each column once, but "AAA" is also column 2
            date,AAA,BBB,volume\\n2024-01-02,1,1,1         | prices.csv:1: Expected a column "symbol" beside volume, but the header has date, AAA, BBB, volume
            <TICKER>,<PER>,<DATE>,<CLOSE>\\nAAA.US,D,20240115,1 | prices.csv:1:3: Expected the date in the first column, or a header like date,symbol,close, but the first column is "<TICKER>" and the date is column 3; maybe call the columns date, symbol and close
            Price,Close,High\\nVolume,AAA,AAA\\nDate,,\\n2024-01-02,1,1 | prices.csv:2:1: Expected a second line of the header that begins with Ticker, because the first begins with "Price", but got "Volume"
            Price,High\\nTicker,AAA\\nDate,\\n2024-01-02,1 | prices.csv:1: Expected a Close of AAA, but there are [high]
            date\\n2024-01-02                              | prices.csv:1: Expected date,symbol,close or a date and one column for each symbol, but the header has only "date"
            """)
    void whatCannotBeReadAsAWholeIsRefused(String text, String message) {
        Problem problem = assertThrows(Problem.class, () -> rows(text.replace("\\n", "\n")));
        assertEquals(message, problem.getMessage());
        assertEquals(2, problem.kind().exitCode());
    }

    @Test
    void aWrongEncodingIsNamedWithLineAndColumn() throws IOException {
        Path file = folder.resolve("prices.csv");
        Files.write(file, "date,symbol,close\n2024-01-02,\u00c9LAN,1\n".getBytes(Charset.forName("ISO-8859-1")));
        Problem problem = assertThrows(Problem.class, () -> rows(file, new PriceFile()));
        assertEquals(
                "prices.csv:2:2: Expected UTF-8, but byte 0xC9 does not fit; the file looks like ISO-8859-1 (Latin-1)"
                        + " or Windows-1252; save it as UTF-8",
                problem.getMessage());
        Files.write(file, "date,symbol,close\n2024-01-02,IBM,1\n".getBytes(StandardCharsets.UTF_16));
        assertTrue(assertThrows(Problem.class, () -> rows(file, new PriceFile()))
                .getMessage()
                .contains("UTF-16"));
    }

    @Test
    void aLineOfFiftyMegabytesIsRefusedEarly() throws IOException {
        Path file = folder.resolve("prices.csv");
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) '7');
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("date,symbol,close\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        }
        Problem problem = assertThrows(Problem.class, () -> rows(file, new PriceFile()));
        assertTrue(
                problem.getMessage().startsWith("prices.csv:2: Expected lines of at most 1048576 characters"),
                problem.getMessage());
    }

    @Test
    void aFileThatSwellsBeyondReasonIsRefused() throws IOException {
        Path file = folder.resolve("prices.csv.gz");
        byte[] row = "2024-01-02,1\n".repeat(80_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("date,IBM\n".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 80; i++) {
                out.write(row);
            }
        }
        long[] seen = {0};
        Problem problem = assertThrows(
                Problem.class, () -> new PriceFile().read(file, (line, column, d, s, o, h, l, c, v) -> seen[0]++));
        assertTrue(problem.getMessage().contains("unpack to more than"), problem.getMessage());
    }

    @Test
    void aCutOffArchiveIsRefused() throws IOException {
        Path whole = SharedData.file("prices/pypfopt_stock_prices.csv.gz");
        Path file = folder.resolve("prices.csv.gz");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(whole), 10_000));
        Problem problem = assertThrows(Problem.class, () -> rows(file, new PriceFile()));
        assertTrue(problem.getMessage().contains("damaged or cut off"), problem.getMessage());
        assertEquals(2, problem.kind().exitCode());
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() throws IOException {
        Path plain = write("prices.csv.gz", "date,IBM\n2024-01-02,1\n");
        assertTrue(assertThrows(Problem.class, () -> rows(plain, new PriceFile()))
                .getMessage()
                .contains("not gzip's"));
        Path sheet = write("prices.csv", "PK\u0003\u0004");
        assertTrue(assertThrows(Problem.class, () -> rows(sheet, new PriceFile()))
                .getMessage()
                .contains("spreadsheet"));
        assertTrue(assertThrows(Problem.class, () -> rows(folder, new PriceFile()))
                .getMessage()
                .contains("regular file"));
        Path absent = folder.resolve("absent.csv");
        assertTrue(assertThrows(Problem.class, () -> rows(absent, new PriceFile()))
                .getMessage()
                .contains("does not exist"));
    }

    @Test
    void aMatrixHasSortedDatesAndSymbols() throws IOException {
        Path file = write("prices.csv", "date,XOM,IBM\n2024-01-03,2,1\n2024-01-02,,3\n");
        PriceHistory history = PriceMatrix.read(file, new PriceFile());
        assertEquals(List.of("IBM", "XOM"), history.symbols());
        assertEquals(List.of(LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 3)), history.dates());
        assertEquals("[[3.0, NaN], [1.0, 2.0]]", Arrays.deepToString(history.close()));
        assertTrue(Double.isNaN(history.volume()[0][0]));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date,IBM\\n01/15/2024,1                   | prices.csv:2: Expected a date like 2018-04-11, but got "01/15/2024"; 15 can only be a day, so it is month, day, year: write year-month-day
            date,IBM\\n15.01.2024,1                   | prices.csv:2: Expected a date like 2018-04-11, but got "15.01.2024"; 15 can only be a day, so it is day, month, year: write year-month-day
            date,IBM\\n20240115,1                     | prices.csv:2: Expected a date like 2018-04-11, but got "20240115"; write it with hyphens, year-month-day
            date,IBM\\n2024-01-15 09:30:00,1          | prices.csv:2: Expected a date like 2018-04-11, but got "2024-01-15 09:30:00"; write the day without a time
            date,IBM\\nAAA.US,1                       | prices.csv:2: Expected a date like 2018-04-11, but got "AAA.US"
            date,IBM\\n9999-01-02,1                   | prices.csv:2: Expected a date from 1900 to 2199, but got "9999-01-02"
            date,IBM\\n+10000-01-02,1                 | prices.csv:2: Expected a date from 1900 to 2199, but got "+10000-01-02"
            date,IBM\\n2024-01-02,\u0661\u0662            | prices.csv:2:2: Expected a number, but got "\u0661\u0662"; write it with the digits 0 to 9
            date,IBM\\n2024/01/15,1                   | prices.csv:2: Expected a date like 2018-04-11, but got "2024/01/15"; write it with hyphens, year-month-day
            date,IBM\\n2024-1-5,1                     | prices.csv:2: Expected a date like 2018-04-11, but got "2024-1-5"; write month and day with two digits
            date,IBM\\n45306,1                        | prices.csv:2: Expected a date like 2018-04-11, but got "45306"; it looks like a spreadsheet's count of days; format the column as a date
            date,IBM\\n1705276800,1                   | prices.csv:2: Expected a date like 2018-04-11, but got "1705276800"; it looks like seconds since 1970; write the day, year-month-day
            date,IBM\\n1705276800000,1                | prices.csv:2: Expected a date like 2018-04-11, but got "1705276800000"; it looks like milliseconds since 1970; write the day, year-month-day
            date,IBM\\n15-Jan-2024,1                  | prices.csv:2: Expected a date like 2018-04-11, but got "15-Jan-2024"; write the month as a number, year-month-day
            date,IBM\\nJan 15 2024,1                  | prices.csv:2: Expected a date like 2018-04-11, but got "Jan 15 2024"; write the month as a number, year-month-day
            date,IBM\\n1/4/1999,1                     | prices.csv:2: Expected a date like 2018-04-11, but got "1/4/1999"; which is the day and which the month cannot be told, so write year-month-day
            date,IBM\\n2024-01-02,12 USD              | prices.csv:2:2: Expected a number, but got "12 USD"; maybe a unit or a currency stands behind it
            date,IBM\\n2024-01-02,"1,200.5"           | prices.csv:2:2: Expected a number, but got "1,200.5"; write it without separators and with a point, like 1234.5
            date,IBM\\n2024-01-02,-1                  | prices.csv:2:2: Expected a price greater than zero, but got -1
            date,IBM\\n2024-01-02,1\\n2024-01-02,2    | prices.csv:3:2: Expected one price for each date and symbol, but 2024-01-02 comes twice for IBM
            date,IBM\\n2024-01-02,1e999999999         | prices.csv:2:2: Expected a number of at most 40 digits, but got "1e999999999"
            """)
    void aMatrixIsStrict(String text, String message) throws IOException {
        Path file = write("prices.csv", text.replace("\\n", "\n"));
        Problem problem = assertThrows(Problem.class, () -> PriceMatrix.read(file, new PriceFile()));
        assertEquals(message, problem.getMessage());
    }

    @Test
    void theThreeLineHeaderOfAPriceLibraryIsTaken() throws IOException {
        assertEquals(
                List.of("4:2 2024-01-15 AAA 100.31", "5:2 2024-01-16 AAA 101.26"),
                rows("Price,Close,High,Low,Open,Volume\nTicker,AAA,AAA,AAA,AAA,AAA\nDate,,,,,\n"
                        + "2024-01-15,100.31,101,99,100,1000\n2024-01-16,101.26,102,100,101,1000\n"));
        assertEquals(
                List.of("4:2 2024-01-15 AAA 1", "4:3 2024-01-15 BBB 2", "5:3 2024-01-16 BBB 3"),
                rows("Price,Adj Close,Adj Close\nTicker,AAA,BBB\nDate,,\n".replace("Adj Close", "Close")
                        + "2024-01-15,1,2\n2024-01-16,,3\n"));
        assertEquals(
                List.of("4:3 2024-01-15 AAA 1.5", "4:5 2024-01-15 BBB 2.5"),
                rows("Ticker,AAA,AAA,BBB,BBB\nPrice,Open,Close,Open,Close\nDate,,,,\n2024-01-15,1,1.5,2,2.5\n"));
        assertEquals(
                List.of("4:3 2024-01-15 AAA 1.5", "4:5 2024-01-15 BBB 2.5"),
                rows(",AAA,AAA,BBB,BBB\n,Open,Close,Open,Close\nDate,,,,\n2024-01-15,1,1.5,2,2.5\n"));
        assertEquals(List.of("3:2 2024-01-15 AAA 1"), rows("Price,Close,Volume\nTicker,AAA,AAA\n2024-01-15,1,5\n"));
        Path file = write("prices.csv", "Price,Close,Close\nTicker,AAA,BBB\nDate,,\n2024-01-15,1,2\n");
        assertEquals(new TreeSet<>(List.of("AAA", "BBB")), new PriceFile().symbols(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-15 00:00:00-05:00",
                "2024-01-15T00:00:00Z",
                "2024-01-15 00:00:00",
                "2024-01-15 00:00:00+00:00",
                "2024-01-15T00:00",
                "2024-01-15 00:00:00.000 UTC",
                "2024-01-15T00:00:00+0530",
            })
    void aTimeStampAtMidnightIsADay(String written) throws IOException {
        assertEquals(List.of("2:2 2024-01-15 IBM 1"), rows("date,IBM\n" + written + ",1\n"));
    }

    @Test
    void aCommaAtTheEndOfEachLineMakesNoColumn() throws IOException {
        assertEquals(
                List.of("2:2 2024-01-15 USD 1.1", "3:2 2024-01-16 USD 1.2"),
                rows("Date,USD,BGN,\n2024-01-15,1.1,N/A,\n2024-01-16,1.2,N/A,\n"));
        assertEquals(List.of("2:2 2024-01-15 USD 1.1"), rows("Date,USD\n2024-01-15,1.1,,\n"));
    }

    @Test
    void commentsBeforeTheHeaderArePassedOver() throws IOException {
        assertEquals(
                List.of("4:3 2024-01-02 IBM 1"),
                rows("# prices, closes of 2024\n# from a vendor\ndate,symbol,close\n2024-01-02,IBM,1\n"));
    }

    /** No-break spaces, zero-width characters, full-width letters and case make no second instrument. */
    @Test
    void twinsOfASymbolAreOneInstrument() throws IOException {
        for (String twin :
                List.of("AAA\u00a0", "\u200bAAA", "A\u00adAA", "aaa", "\uff21AA", "AAA\u2009", "AAA\ufe0f")) {
            assertEquals(
                    List.of("2:3 2024-01-02 AAA 1", "3:3 2024-01-03 AAA 2"),
                    rows("date,symbol,close\n2024-01-02,AAA,1\n2024-01-03," + twin + ",2\n"));
        }
        assertEquals(
                "prices.csv:1:3: Expected each column once, but \"aaa\" is also column 2",
                assertThrows(Problem.class, () -> rows("date,AAA,aaa\u00a0\n2024-01-02,1,2\n"))
                        .getMessage());
    }

    @Test
    void anArchiveInAnArchiveOrAZipByAnotherNameIsNamed() throws IOException {
        byte[] text = "date,IBM\n2024-01-02,1\n".getBytes(StandardCharsets.UTF_8);
        Path twice = Files.write(folder.resolve("twice.csv.gz"), gzip(gzip(text)));
        assertEquals(
                "twice.csv.gz: Expected text inside the gzip file, but it is gzip again; unpack it once",
                assertThrows(Problem.class, () -> rows(twice, new PriceFile())).getMessage());
        byte[] zip = {'P', 'K', 3, 4, 20, 0, 0, 0};
        Path zipped = Files.write(folder.resolve("zipped.csv.gz"), zip);
        assertEquals(
                "zipped.csv.gz: Expected text, but it is a zip or a spreadsheet; save it as CSV in UTF-8",
                assertThrows(Problem.class, () -> rows(zipped, new PriceFile())).getMessage());
        Path inside = Files.write(folder.resolve("inside.csv.gz"), gzip(zip));
        assertTrue(assertThrows(Problem.class, () -> rows(inside, new PriceFile()))
                .getMessage()
                .contains("inside the gzip file, but it is a zip"));
        Path parquet = Files.write(folder.resolve("prices.csv"), new byte[] {'P', 'A', 'R', '1', 21, 4});
        assertTrue(assertThrows(Problem.class, () -> rows(parquet, new PriceFile()))
                .getMessage()
                .contains("Parquet"));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private List<String> rows(String text) throws IOException {
        return rows(write("prices.csv", text), new PriceFile());
    }

    private static List<String> rows(Path file, PriceFile reader) {
        List<String> rows = new ArrayList<>();
        reader.read(
                file,
                (line, column, date, symbol, open, high, low, close, volume) ->
                        rows.add(line + ":" + column + " " + date + " " + symbol + " " + close));
        return rows;
    }
}
