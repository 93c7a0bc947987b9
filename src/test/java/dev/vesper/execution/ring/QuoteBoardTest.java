package dev.vesper.execution.ring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class QuoteBoardTest {
    @Test
    void aQuoteIsReadAsItWasPut() {
        try (Arena arena = Arena.ofConfined()) {
            QuoteBoard board = new QuoteBoard(2, arena);
            long[] quote = new long[QuoteBoard.NUMBERS];
            board.put(1, 36_000, 100_000, 100_100, 300, 400);
            assertTrue(board.get(1, quote));
            assertArrayEquals(new long[] {36_000, 100_000, 100_100, 300, 400}, quote);
            assertTrue(board.get(0, quote));
            assertArrayEquals(new long[QuoteBoard.NUMBERS], quote);
            assertThrows(IndexOutOfBoundsException.class, () -> board.get(2, quote));
            assertThrows(IndexOutOfBoundsException.class, () -> board.put(-1, 0, 0, 0, 0, 0));
        }
    }

    /** All numbers of a quote are the same here, so that a torn one would show, and none is older than one read before. */
    @Test
    void noQuoteIsTorn() throws InterruptedException {
        try (Arena arena = Arena.ofShared()) {
            QuoteBoard board = new QuoteBoard(1, arena);
            AtomicBoolean over = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> {
                for (long i = 1; !over.get(); i++) {
                    board.put(0, i, i, i, i, i);
                }
            });
            long[] quote = new long[QuoteBoard.NUMBERS];
            long before = 0;
            int whole = 0;
            try {
                while (whole < 50_000) {
                    if (board.get(0, quote)) {
                        whole++;
                        for (long number : quote) {
                            assertEquals(quote[0], number);
                        }
                        assertTrue(quote[0] >= before);
                        before = quote[0];
                    }
                }
            } finally {
                over.set(true);
                writer.join();
            }
        }
    }

    @Test
    void aWriterThatDiedWithinAQuoteHoldsNobodyUp() {
        try (Arena arena = Arena.ofConfined()) {
            QuoteBoard board = new QuoteBoard(1, arena);
            board.memory().set(ValueLayout.JAVA_LONG, 0, 7);
            assertFalse(board.get(0, new long[QuoteBoard.NUMBERS]));
        }
    }
}
