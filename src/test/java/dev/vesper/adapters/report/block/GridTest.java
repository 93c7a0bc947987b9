package dev.vesper.adapters.report.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void atMostFiftyRowsAreShownAndThePageSaysWhichAndWhereTheRestIs() {
        Grid<Long> grid = grid(1_250).worstFirst(Comparator.reverseOrder(), "that cost most");
        assertEquals(LongStream.range(0, 50).mapToObj(i -> 1_249 - i).toList(), grid.shown());
        assertEquals("The 50 that cost most are shown; 1,200 more in ", grid.more());
        assertTrue(grid.linked());
    }

    @Test
    void withoutAMeasureTheFirstAreShown() {
        assertEquals(LongStream.range(0, 50).boxed().toList(), grid(51).shown());
        assertEquals("The first 50 are shown; 1 more in ", grid(51).more());
    }

    @Test
    void whatIsShownWholeNeedsNoWords() {
        assertEquals(50, grid(50).shown().size());
        assertEquals("", grid(50).more());
    }

    @Test
    void sumsSayWhereTheirPartsAre() {
        assertEquals(
                "3 fills, one by one in ",
                grid(2).sumsOf("3 fills", "fills.csv").more());
    }

    private static Grid<Long> grid(int rows) {
        return Grid.of(
                        LongStream.range(0, rows).boxed().toList(),
                        new Column<>("Cost", PageFormats.COUNT, (Long cost) -> cost))
                .restIn("costs.csv");
    }
}
