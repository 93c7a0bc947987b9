package dev.vesper.simulation.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.orders.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReplayBookTest {
    private final List<String> said = new ArrayList<>();
    private final ReplayBook book = new ReplayBook(new ReplayBook.Reports() {
        @Override
        public void filled(long child, long priceE4, long units, boolean resting) {
            said.add(child + (resting ? " rests " : " takes ") + units + " at " + priceE4);
        }

        @Override
        public void ended(long child, boolean rejected) {
            said.add(child + (rejected ? " rejected" : " ended"));
        }
    });

    @BeforeEach
    void quoted() {
        book.quote(Side.BUY, 99, 500, false);
        book.quote(Side.SELL, 101, 300, false);
    }

    @Test
    void whatIsShownIsTakenOnceUntilItIsQuotedAgain() {
        book.send(1, Side.BUY, 101, 200);
        book.send(2, Side.BUY, 102, 200);
        book.send(3, Side.BUY, 101, 200);
        assertEquals(List.of("1 takes 200 at 101", "2 takes 100 at 101"), said);
        said.clear();
        book.quote(Side.SELL, 101, 150, false);
        assertEquals(List.of("2 rests 100 at 102", "3 rests 50 at 101"), said);
    }

    /** One price for all whose limit allows it, by who came first, as far as it had units; fills are whole lots. */
    @Test
    void theAuctionFillsWhatWaitsForIt() {
        book.waitForAuction(new ReplayBook.Child(1, Side.BUY, 0, 300, 100));
        book.waitForAuction(new ReplayBook.Child(2, Side.BUY, 99, 100, 100));
        book.waitForAuction(new ReplayBook.Child(3, Side.SELL, 100, 200, 100));
        book.trade(100, 1_000);
        book.auction(100, 450);
        book.cancel(2);
        book.cancel(3);
        assertEquals(List.of("1 rests 300 at 100", "3 rests 100 at 100", "2 ended", "3 ended"), said);
    }

    @Test
    void fillsAreWholeLots() {
        book.send(new ReplayBook.Child(1, Side.BUY, 101, 500, 200));
        book.quote(Side.SELL, 101, 250, false);
        assertEquals(List.of("1 takes 200 at 101", "1 rests 200 at 101"), said);
    }

    @Test
    void whatWaitsStandsBehindWhatWasShown() {
        book.send(1, Side.BUY, 99, 100);
        book.trade(99, 400);
        book.trade(100, 1_000);
        assertEquals(List.of(), said);
        book.quote(Side.BUY, 99, 10, false);
        book.trade(99, 150);
        assertEquals(List.of("1 rests 50 at 99"), said);
        book.trade(98, 20);
        book.trade(99, 500);
        assertEquals(List.of("1 rests 50 at 99", "1 rests 20 at 99", "1 rests 30 at 99"), said);
    }

    @Test
    void whatWasNeverTheBestHasNoPlaceUntilItIs() {
        book.send(1, Side.BUY, 98, 100);
        book.trade(98, 900);
        assertEquals(List.of(), said);
        book.quote(Side.BUY, 98, 700, false);
        book.trade(98, 750);
        assertEquals(List.of("1 rests 50 at 98"), said);
    }

    @Test
    void oneTradeFillsNoMoreThanItsUnitsBestPriceFirst() {
        book.send(1, Side.SELL, 100, 100);
        book.send(2, Side.SELL, 100, 100);
        assertEquals(List.of(), said);
        book.send(3, Side.SELL, 100, 100);
        book.replace(1, 101);
        book.trade(101, 150);
        assertEquals(List.of("2 rests 100 at 100", "3 rests 50 at 100"), said);
    }

    @Test
    void atTheMarketNothingWaits() {
        book.send(1, Side.BUY, 0, 400);
        assertEquals(List.of("1 takes 300 at 101", "1 ended"), said);
    }

    @Test
    void whatCannotTradeIsRejected() {
        book.quote(Side.BUY, 99, 500, true);
        book.send(1, Side.BUY, 101, 100);
        book.trade(99, 900);
        assertEquals(List.of("1 rejected"), said);
        said.clear();
        ReplayBook empty = new ReplayBook(new ReplayBook.Reports() {
            @Override
            public void filled(long child, long priceE4, long units, boolean resting) {
                said.add("filled");
            }

            @Override
            public void ended(long child, boolean rejected) {
                said.add(rejected ? "rejected" : "ended");
            }
        });
        empty.send(1, Side.SELL, 0, 100);
        assertEquals(List.of("rejected"), said);
    }

    @Test
    void whatIsCancelledEndsOnce() {
        book.send(1, Side.SELL, 105, 100);
        book.cancel(1);
        book.cancel(1);
        book.quote(Side.BUY, 106, 500, false);
        assertEquals(List.of("1 ended"), said);
    }

    @Test
    void anotherLimitThatCrossesTakes() {
        book.send(1, Side.SELL, 105, 700);
        book.replace(1, 99);
        assertEquals(List.of("1 takes 500 at 99"), said);
    }
}
