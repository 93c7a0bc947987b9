package dev.vesper.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.market.Tape;
import dev.vesper.market.TapeTrade;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands in, reports out. */
class LitBookTest {
    private final List<TapeTrade> trades = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private LitBook book = book();

    @Test
    void aMarketableOrderTakesWhatIsShownAndRestsTheRest() {
        trade(1_000, "10.00", 400); // bought: touch 9.99 / 10.00, a quarter is shown
        enter("A", Side.BUY, 150, "10.02", 1_000);
        says("A ACCEPTED", "A PARTLY_FILLED 100 @ 10.00");
        trade(2_000, "10.01", 30);
        trade(3_000, "10.03", 500); // above the limit
        cancel("A", 5_000);
        says("A PARTLY_FILLED 30 @ 10.02", "A CANCELLED");
    }

    @Test
    void whatIsShownIsSharedByAllOrdersOfAMoment() {
        trade(1_000, "10.00", 400);
        enter("A", Side.BUY, 80, "10.00", 1_000);
        enter("B", Side.BUY, 80, "10.00", 1_000);
        says("A ACCEPTED", "A FILLED 80 @ 10.00", "B ACCEPTED", "B PARTLY_FILLED 20 @ 10.00");
    }

    @Test
    void anOrderAtTheTouchWaitsForTheQueueAhead() {
        trade(1_000, "10.01", 400); // touch 10.00 / 10.01, 100 shown
        enter("A", Side.BUY, 50, "10.00", 1_000);
        says("A ACCEPTED");
        trade(2_000, "10.00", 120); // sold at 10.00: 100 were ahead
        trade(3_000, "10.00", 500);
        cancel("A", 5_000);
        says("A PARTLY_FILLED 20 @ 10", "A FILLED 30 @ 10", "A TOO_LATE");
    }

    @Test
    void betterPriceFirstThenEarlierOrder() {
        trade(1_000, "10.01", 4);
        enter("A", Side.BUY, 10, "9.98", 1_000);
        enter("B", Side.BUY, 10, "9.99", 1_000);
        enter("C", Side.BUY, 10, "9.99", 1_000);
        said.clear();
        trade(2_000, "9.97", 15);
        cancel("C", 5_000);
        says("B FILLED 10 @ 9.99", "C PARTLY_FILLED 5 @ 9.99", "C CANCELLED");
    }

    @Test
    void ordersNeverGetMoreThanATradesVolume() {
        trade(1_000, "10.01", 4);
        enter("A", Side.BUY, 100, "9.99", 1_000);
        enter("B", Side.SELL, 100, "10.05", 1_000);
        said.clear();
        trade(2_000, "9.98", 7);
        cancel("A", 3_000);
        says("A PARTLY_FILLED 7 @ 9.99", "A CANCELLED");
    }

    @Test
    void theSameOrderTwiceIsAnsweredWithWhatAlreadyHappened() {
        trade(1_000, "10.00", 400);
        enter("A", Side.BUY, 150, "10.02", 1_000);
        List<String> first = new ArrayList<>(said);
        said.clear();
        enter("A", Side.BUY, 150, "10.02", 1_000);
        assertEquals(first, said);
    }

    /** A house that was killed says its cancel again: it moves nothing, not even the clock, and need not be written down. */
    @Test
    void theSameCancelTwiceIsAnsweredAgainAndMovesNothing() {
        trade(1_000, "10.01", 4);
        enter("A", Side.BUY, 5, "9.99", 1_000);
        VenueCommand cancel = new VenueCommand.Cancel("A-C", "A", 2_000);
        assertFalse(book.knows(cancel));
        cancel("A", 2_000);
        assertTrue(book.knows(cancel));
        enter("B", Side.BUY, 5, "9.98", 3_000);
        said.clear();
        cancel("A", 2_000);
        says("A CANCELLED");
        assertEquals(3_000, book.clockMillis());
    }

    @Test
    void wrongOrdersAreRejectedWithTheReason() {
        trade(1_000, "10.00", 400);
        enter("A", Side.BUY, 10, "10.005", 1_000);
        enter("B", Side.BUY, 0, "10.00", 1_000);
        tell(book.handle(
                new VenueCommand.Enter("C", "NONE", Side.BUY, BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, 1_000)));
        says(
                "A REJECTED price 10.005 is not a multiple of the tick 0.01",
                "B REJECTED quantity 0 is not a multiple of the lot 1",
                "C REJECTED unknown symbol NONE");
    }

    @Test
    void aCancelOfAnUnknownOrderIsRejected() {
        cancel("X", 1_000);
        says("X UNKNOWN");
    }

    @Test
    void theClockMovesOnlyWithMessagesAndNeverBack() {
        trade(1_000, "10.01", 4);
        trade(2_000, "9.98", 10);
        enter("A", Side.BUY, 5, "9.99", 1_000);
        says("A ACCEPTED");
        assertEquals(1_000, book.clockMillis());
        cancel("A", 500);
        says("A CANCELLED");
        assertEquals(1_000, book.clockMillis());
    }

    private LitBook book() {
        return new LitBook(
                symbol -> symbol.equals("IBM")
                        ? Optional.of(Tape.of(new BigDecimal("0.01"), BigDecimal.ONE, trades))
                        : Optional.empty(),
                new BigDecimal("0.3"));
    }

    private void trade(long millis, String price, long quantity) {
        trades.add(new TapeTrade(millis, new BigDecimal(price), quantity));
    }

    private void enter(String id, Side side, long quantity, String limit, long millis) {
        tell(book.handle(new VenueCommand.Enter(
                id, "IBM", side, BigDecimal.valueOf(quantity), new BigDecimal(limit), BigDecimal.ZERO, millis)));
    }

    private void cancel(String id, long millis) {
        tell(book.handle(new VenueCommand.Cancel(id + "-C", id, millis)));
    }

    private void tell(List<VenueReport> reports) {
        for (VenueReport report : reports) {
            said.add(
                    switch (report) {
                        case VenueReport.Execution e ->
                            e.clientOrderId() + " " + e.event()
                                    + (e.filled().signum() > 0
                                            ? " " + e.filled().toPlainString() + " @ "
                                                    + e.price()
                                                            .stripTrailingZeros()
                                                            .toPlainString()
                                            : "")
                                    + (e.reason().isEmpty() ? "" : " " + e.reason());
                        case VenueReport.CancelRejected r -> r.clientOrderId() + (r.known() ? " TOO_LATE" : " UNKNOWN");
                    });
        }
    }

    private void says(String... lines) {
        assertTrue(!said.isEmpty());
        assertEquals(
                List.of(lines).stream().map(l -> l.replace("10.00", "10")).toList(),
                said.stream().map(l -> l.replace("10.00", "10")).toList());
        said.clear();
    }
}
