package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.vesper.basics.Problem;
import dev.vesper.market.ticks.Quotes;
import dev.vesper.market.ticks.Trades;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickFileTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    @Test
    void rowsComeByTimeAndColumnsByName() throws IOException {
        Trades trades = TickFile.trades(file("""
                suspicious,ms,price_e4,size,exchange,sale_condition_hex,more
                0,20,100,1,Q,1,x
                1,10,200,2,P,80000020,
                0,20,300,3,D,0,y
                """));
        assertArrayEquals(new long[] {10, 20, 20}, trades.millis());
        assertArrayEquals(new long[] {200, 100, 300}, trades.pricesE4());
        assertArrayEquals(new long[] {2, 1, 3}, trades.sizes());
        assertArrayEquals(new long[] {'P', 'Q', 'D'}, trades.exchanges());
        assertArrayEquals(new long[] {0x80000020L, 1, 0}, trades.conditions());
        assertArrayEquals(new long[] {1, 0, 0}, trades.suspicious());
    }

    @Test
    void aQuoteMayLeaveASideAsItIs() throws IOException {
        Quotes quotes = TickFile.quotes(file("""
                ms,bid_e4,bid_size,ask_e4,ask_size,exchange,quote_condition_hex,suspicious
                10,0,0,140200,500,Q,1,0
                11,138400,700,0,0,P,8,1
                """));
        assertArrayEquals(new long[] {0, 138_400}, quotes.bidsE4());
        assertArrayEquals(new long[] {0, 700}, quotes.bidSizes());
        assertArrayEquals(new long[] {140_200, 0}, quotes.asksE4());
        assertArrayEquals(new long[] {500, 0}, quotes.askSizes());
        assertArrayEquals(new long[] {1, 8}, quotes.conditions());
        assertArrayEquals(new long[] {0, 1}, quotes.suspicious());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            86400000,100,1,Q,0,0 | t.csv:2:1: Expected a whole number from 0 to 86399999, but got "86400000"
            1,0,1,Q,0,0          | t.csv:2:2: Expected a whole number from 1 to 10000000000, but got "0"
            1,10.5,1,Q,0,0       | t.csv:2:2: Expected a whole number from 0 to 10000000000, but got "10.5"
            1,100,0,Q,0,0        | t.csv:2:3: Expected a whole number from 1 to 1000000000000, but got "0"
            1,100,1,q,0,0        | t.csv:2:4: Expected one letter, A to Z, but got "q"
            1,100,1,Q,0x1,0      | t.csv:2:5: Expected hexadecimal digits, at most 15, but got "0x1"
            1,100,1,Q,0,2        | t.csv:2:6: Expected a whole number from 0 to 1, but got "2"
            """)
    void aMistakeIsNamedWithItsPlace(String row, String said) throws IOException {
        Path file = file("ms,price_e4,size,exchange,sale_condition_hex,suspicious\n" + row.strip() + "\n");
        assertEquals(
                said, assertThrows(Problem.class, () -> TickFile.trades(file)).getMessage());
    }
}
