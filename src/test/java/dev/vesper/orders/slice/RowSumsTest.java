package dev.vesper.orders.slice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.vesper.basics.Sha256;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A row that differs in one field gives another sum; the same row in another form gives the same. */
class RowSumsTest {
    private static final ChildOrder CHILD = child("a", "P", 0, "V", "IBM", Side.BUY, "1", "2", 3, 4);
    private static final Fill FILL = fill("V", "E", "a", "P", "ACC", "IBM", Side.BUY, "1", "2", "0", 3);

    private static ChildOrder child(
            String id,
            String parent,
            int slice,
            String venue,
            String symbol,
            Side side,
            String quantity,
            String price,
            long sent,
            long expire) {
        return new ChildOrder(id, parent, slice, venue, symbol, side, n(quantity), n(price), sent, expire);
    }

    private static Fill fill(
            String venue,
            String execution,
            String child,
            String parent,
            String account,
            String symbol,
            Side side,
            String quantity,
            String price,
            String fee,
            long millis) {
        return new Fill(venue, execution, child, parent, account, symbol, side, n(quantity), n(price), n(fee), millis);
    }

    private static ChildOutcome outcome(String id, ChildOutcome.State state, String filled, String reason) {
        return new ChildOutcome(id, state, n(filled), reason);
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    /** The canonical text by hand. */
    @Test
    void theTextIsEachFieldBehindItsLength() {
        assertEquals(
                new RowSum(1, Sha256.of("\0\0\0\1a\0\0\0\11CANCELLED\0\0\0\1" + "0\0\0\0\2ü")),
                RowSums.outcomes(List.of(outcome("a", ChildOutcome.State.CANCELLED, "0.00", "ü"))));
    }

    /** Texts shorter and longer than any buffer, one after the other, are summed as they stand. */
    @Test
    void longTextsAreSummedWhole() {
        StringBuilder text = new StringBuilder();
        List<ChildOutcome> outcomes = new ArrayList<>();
        for (String reason : List.of(
                "x".repeat(0x4E20) + "é",
                "",
                "y".repeat(0x2000),
                "z".repeat(0x1F7F),
                "z".repeat(0x1F7F),
                "\u2192 end")) {
            String id = "id" + outcomes.size();
            outcomes.add(outcome(id, ChildOutcome.State.CANCELLED, "0", reason));
            text.append(field(id)).append(field("CANCELLED")).append(field("0")).append(field(reason));
        }
        assertEquals(new RowSum(outcomes.size(), Sha256.of(text.toString())), RowSums.outcomes(outcomes));
    }

    /** Behind its length, none of whose bytes is over 127 here. */
    private static String field(String value) {
        int length = value.getBytes(StandardCharsets.UTF_8).length;
        return "\0\0" + (char) (length >> 8) + (char) (length & 0xFF) + value;
    }

    @Test
    void everyFieldOfAChildCounts() {
        Set<RowSum> sums = new HashSet<>();
        for (ChildOrder child : List.of(
                CHILD,
                child("b", "P", 0, "V", "IBM", Side.BUY, "1", "2", 3, 4),
                child("a", "Q", 0, "V", "IBM", Side.BUY, "1", "2", 3, 4),
                child("a", "P", 1, "V", "IBM", Side.BUY, "1", "2", 3, 4),
                child("a", "P", 0, "W", "IBM", Side.BUY, "1", "2", 3, 4),
                child("a", "P", 0, "V", "IBN", Side.BUY, "1", "2", 3, 4),
                child("a", "P", 0, "V", "IBM", Side.SELL, "1", "2", 3, 4),
                child("a", "P", 0, "V", "IBM", Side.BUY, "1.1", "2", 3, 4),
                child("a", "P", 0, "V", "IBM", Side.BUY, "1", "2.1", 3, 4),
                child("a", "P", 0, "V", "IBM", Side.BUY, "1", "2", 2, 4),
                child("a", "P", 0, "V", "IBM", Side.BUY, "1", "2", 3, 5))) {
            sums.add(RowSums.children(List.of(child)));
        }
        assertEquals(11, sums.size());
    }

    @Test
    void everyFieldOfAFillCounts() {
        Set<RowSum> sums = new HashSet<>();
        for (Fill fill : List.of(
                FILL,
                fill("W", "E", "a", "P", "ACC", "IBM", Side.BUY, "1", "2", "0", 3),
                fill("V", "F", "a", "P", "ACC", "IBM", Side.BUY, "1", "2", "0", 3),
                fill("V", "E", "b", "P", "ACC", "IBM", Side.BUY, "1", "2", "0", 3),
                fill("V", "E", "a", "Q", "ACC", "IBM", Side.BUY, "1", "2", "0", 3),
                fill("V", "E", "a", "P", "ACD", "IBM", Side.BUY, "1", "2", "0", 3),
                fill("V", "E", "a", "P", "ACC", "IBN", Side.BUY, "1", "2", "0", 3),
                fill("V", "E", "a", "P", "ACC", "IBM", Side.SELL, "1", "2", "0", 3),
                fill("V", "E", "a", "P", "ACC", "IBM", Side.BUY, "2", "2", "0", 3),
                fill("V", "E", "a", "P", "ACC", "IBM", Side.BUY, "1", "3", "0", 3),
                fill("V", "E", "a", "P", "ACC", "IBM", Side.BUY, "1", "2", "1", 3),
                fill("V", "E", "a", "P", "ACC", "IBM", Side.BUY, "1", "2", "0", 4))) {
            sums.add(RowSums.fills(List.of(fill)));
        }
        assertEquals(12, sums.size());
    }

    @Test
    void everyFieldOfAnOutcomeCounts() {
        Set<RowSum> sums = new HashSet<>();
        for (ChildOutcome outcome : List.of(
                outcome("a", ChildOutcome.State.FILLED, "1", ""),
                outcome("b", ChildOutcome.State.FILLED, "1", ""),
                outcome("a", ChildOutcome.State.CANCELLED, "1", ""),
                outcome("a", ChildOutcome.State.FILLED, "2", ""),
                outcome("a", ChildOutcome.State.FILLED, "1", "x"))) {
            sums.add(RowSums.outcomes(List.of(outcome)));
        }
        assertEquals(5, sums.size());
    }

    @Test
    void theFormOfANumberAndTheOrderOfFillsDoNotCount() {
        Fill other = fill("V", "D", "a", "P", "ACC", "IBM", Side.BUY, "100", "2", "0", 3);
        Fill same = fill("V", "D", "a", "P", "ACC", "IBM", Side.BUY, "1E+2", "2.00", "0E-5", 3);
        assertEquals(RowSums.fills(List.of(FILL, other)), RowSums.fills(List.of(same, FILL)));
    }

    @Test
    void theOrderOfChildrenCounts() {
        ChildOrder other = child("b", "P", 0, "V", "IBM", Side.BUY, "1", "2", 3, 4);
        assertNotEquals(RowSums.children(List.of(CHILD, other)), RowSums.children(List.of(other, CHILD)));
    }

    @Test
    void whatNoStoreKeepsIsReplacedAsTheStoreDoes() {
        assertEquals(
                RowSums.outcomes(List.of(outcome("a", ChildOutcome.State.REJECTED, "0", "a\uFFFDb\uFFFD😀"))),
                RowSums.outcomes(List.of(outcome("a", ChildOutcome.State.REJECTED, "0", "a\0b\ud800😀"))));
    }

    /** And a row without one has the sum that it had before there were any: that of its ten fields. */
    @Test
    void aSmallestFillBelongsToTheSum() {
        Set<String> sums = new HashSet<>();
        for (String least : List.of("", "1", "2")) {
            ChildOrder child = new ChildOrder(
                    "a", "P", 0, "V", "IBM", Side.BUY, n("1"), n("2"), 3, 4, null, least.isEmpty() ? null : n(least));
            sums.add(RowSums.children(List.of(child)).sha256());
        }
        assertEquals(3, sums.size());
        assertEquals(
                RowSums.children(List.of(CHILD)),
                RowSums.children(List.of(
                        new ChildOrder("a", "P", 0, "V", "IBM", Side.BUY, n("1.0"), n("2"), 3, 4, null, null))));
    }
}
