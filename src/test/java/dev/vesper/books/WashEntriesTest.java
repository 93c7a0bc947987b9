package dev.vesper.books;

import static dev.vesper.books.Sales.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Money;
import dev.vesper.books.LedgerCommand.ReverseEntries;
import dev.vesper.books.wash.LossSale;
import dev.vesper.books.wash.Purchase;
import dev.vesper.books.wash.SoldAtLoss;
import dev.vesper.books.wash.WashEntries;
import dev.vesper.books.wash.WashSale;
import dev.vesper.books.wash.WashSales;
import dev.vesper.books.wash.WashVerifier;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.portfolio.Account;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wash sales in the ledger: cost, loss and holding period, account by account, day after day. */
class WashEntriesTest {
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 2);
    private static final LocalDate SOLD = LocalDate.of(2026, 3, 31);
    private static final Set<String> RETIREMENT = Set.of("IRA");

    private final Sales book = new Sales();
    private int orders;

    @BeforeEach
    void open() {
        for (String account : List.of("A", "B", "IRA")) {
            book.book(OpeningEntries.of(
                    List.of(new Account(account, account, Money.of(number("1000000"), "USD"), "s")),
                    List.of(),
                    OPENED,
                    "run",
                    ""));
        }
    }

    /** One order on one day; a sale takes the lots in the order given, or the oldest first. */
    private LedgerEntry trade(LocalDate date, String account, Side side, String units, String price, LotId... lots) {
        List<LotChoice> choices = new ArrayList<>();
        if (side == Side.SELL) {
            for (LotBalance lot : book.state.balances().lots()) {
                boolean named = lots.length == 0 || List.of(lots).contains(lot.id());
                if (named && lot.id().account().equals(account) && lot.units().signum() > 0) {
                    choices.add(new LotChoice(lot.id().toString(), lot.units()));
                }
            }
        }
        ParentOrder order = Sales.order("o" + orders++, account, "ABC", side, units, choices.toArray(LotChoice[]::new));
        Fill fill = Sales.fill(order, order.id(), units, price, "0");
        LedgerEntry entry = TradeEntries.of(
                        book.state, List.of(order), List.of(fill), date, Set.of("A", "B", "IRA"), (_, _) -> null)
                .getFirst();
        book.book(entry);
        return entry;
    }

    /** What a day does after its trades. */
    private List<LedgerEntry> wash(LocalDate date) {
        List<LossSale> losses = new ArrayList<>();
        List<Purchase> purchases = new ArrayList<>();
        for (String account : List.of("A", "B", "IRA")) {
            List<LedgerEntry> own = book.entries().stream()
                    .filter(entry -> entry.account().equals(account))
                    .toList();
            if (!RETIREMENT.contains(account)) {
                losses.addAll(SoldAtLoss.of(own, date.minusDays(WashSales.WINDOW_DAYS)));
            }
            Balances.of(own).lots().stream()
                    .filter(lot -> lot.units().signum() > 0)
                    .forEach(lot -> purchases.add(new Purchase(lot.id(), lot.units(), RETIREMENT.contains(account))));
        }
        List<WashSale> found = WashSales.of(losses, purchases);
        List<LedgerEntry> entries = new ArrayList<>();
        WashEntries.of(found, date + "-001", Map.of("A", book.state, "B", book.state, "IRA", book.state))
                .values()
                .forEach(entries::addAll);
        book.book(entries);
        return entries;
    }

    private String lots(String account) {
        StringBuilder said = new StringBuilder();
        book.state.balances().lots().stream()
                .filter(lot -> lot.id().account().equals(account))
                .forEach(lot -> said.append(said.isEmpty() ? "" : "; ")
                        .append(lot.units().toPlainString())
                        .append(" for ")
                        .append(lot.cost().toPlainString())
                        .append(" since ")
                        .append(lot.id().heldSince()));
        return said.toString();
    }

    private String gains(String account) {
        return book.state
                        .balances()
                        .money(account, AccountType.GAIN_SHORT)
                        .negate()
                        .toPlainString() + " and "
                + book.state
                        .balances()
                        .money(account, AccountType.GAIN_LONG)
                        .negate()
                        .toPlainString();
    }

    private void whole() {
        assertEquals(List.of(), WashVerifier.verify(booked()));
        assertEquals(
                book.state.balances().lines(),
                book.ledger.replay(book.events).balances().lines());
    }

    private List<BookedEntry> booked() {
        return book.events.stream()
                .flatMap(event -> ((LedgerEvent.EntriesBooked) event).entries().stream())
                .toList();
    }

    @Test
    void aLossReplacedInFullJoinsTheBasisWithItsDays() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "7.50");
        assertEquals(List.of(), wash(SOLD));
        trade(SOLD.plusDays(9), "A", Side.BUY, "100", "8");
        LedgerEntry wash = wash(SOLD.plusDays(9)).getFirst();
        assertEquals(SOLD.plusDays(9), wash.effective());
        assertEquals("0 and 0", gains("A"));
        assertEquals("100 for 1050 since 2026-01-14", lots("A"), "85 days of the old ones before 2026-04-09");
        assertEquals(List.of(), wash(SOLD.plusDays(10)), "once");
        whole();
    }

    @Test
    void aPurchaseBeforeTheSaleReplacesInPart() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "50");
        LotId old = book.state.balances().lots().getFirst().id();
        trade(SOLD.minusDays(20), "A", Side.BUY, "50", "55");
        trade(SOLD.minusDays(10), "A", Side.BUY, "25", "45");
        trade(SOLD, "A", Side.SELL, "100", "40", old);
        wash(SOLD);
        assertEquals("-250 and 0", gains("A"));
        assertEquals("50 for 3250 since 2025-12-16; 25 for 1375 since 2025-12-26", lots("A"));
        whole();
    }

    @Test
    void theRestOfAPurchaseKeepsItsCostAndItsDay() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "9");
        trade(SOLD.plusDays(1), "A", Side.BUY, "250", "8");
        wash(SOLD.plusDays(1));
        assertEquals("150 for 1200 since 2026-04-01; 100 for 900 since 2026-01-06", lots("A"));
        whole();
    }

    @Test
    void aYoungLotLeftOverCostsWhatItReplaces() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "120");
        trade(SOLD.minusDays(21), "A", Side.BUY, "50", "130");
        trade(SOLD, "A", Side.SELL, "101", "110");
        wash(SOLD);
        assertEquals("-530 and 0", gains("A"), "510 and 20 are allowed");
        assertEquals("49 for 6860 since 2025-12-15", lots("A"));
        whole();
    }

    @Test
    void lossesChainByTheBasisAfterEarlierOnes() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "50");
        trade(SOLD, "A", Side.SELL, "100", "40");
        trade(SOLD.plusDays(1), "A", Side.BUY, "100", "42");
        wash(SOLD.plusDays(1));
        assertEquals("100 for 5200 since 2026-01-06", lots("A"));
        trade(SOLD.plusDays(8), "A", Side.SELL, "100", "41");
        wash(SOLD.plusDays(8));
        assertEquals("-1100 and 0", gains("A"));
        trade(SOLD.plusDays(9), "A", Side.BUY, "100", "39");
        List<LedgerEntry> second = wash(SOLD.plusDays(9));
        assertEquals(1, second.size());
        assertEquals("0 and 0", gains("A"));
        assertEquals("100 for 5000 since 2026-01-07", lots("A"), "92 days are carried over");
        whole();
    }

    @Test
    void carriedDaysMakeALongTermGain() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "50");
        trade(SOLD, "A", Side.SELL, "100", "40");
        trade(SOLD.plusDays(1), "A", Side.BUY, "100", "42");
        wash(SOLD.plusDays(1));
        trade(LocalDate.of(2027, 1, 7), "A", Side.SELL, "100", "60");
        assertEquals("0 and 800", gains("A"), "held since 2026-01-06, though bought on 2026-04-01");
        whole();
    }

    @Test
    void aSpouseCarriesTheBasis() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "7.50");
        trade(SOLD.plusDays(1), "B", Side.BUY, "100", "8");
        List<LedgerEntry> entries = wash(SOLD.plusDays(1));
        assertEquals(
                List.of("A", "B"), entries.stream().map(LedgerEntry::account).toList());
        assertEquals("0 and 0", gains("A"));
        assertEquals("100 for 1050 since 2026-01-06", lots("B"));
        assertEquals(
                0,
                book.state
                        .balances()
                        .money("A", AccountType.FLOWS)
                        .add(book.state.balances().money("B", AccountType.FLOWS))
                        .signum());
        assertEquals(List.of(), wash(SOLD.plusDays(2)), "once");
        whole();
    }

    @Test
    void whatARetirementAccountBuysIsLostForGood() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "6");
        trade(SOLD.plusDays(1), "IRA", Side.BUY, "100", "6.10");
        wash(SOLD.plusDays(1));
        assertEquals("0 and 0", gains("A"));
        assertEquals(
                "400",
                book.state.balances().money("A", AccountType.LOSS_FOR_GOOD).toPlainString());
        assertEquals("100 for 610 since 2026-04-01", lots("IRA"), "no basis and no day moves");
        trade(SOLD.plusDays(2), "A", Side.BUY, "100", "6.20");
        assertEquals(List.of(), wash(SOLD.plusDays(2)), "the loss is gone, once");
        whole();
    }

    @Test
    void aRetirementAccountHasNoLossToWash() {
        trade(LocalDate.of(2026, 1, 5), "IRA", Side.BUY, "100", "10");
        trade(SOLD, "IRA", Side.SELL, "100", "6");
        trade(SOLD.plusDays(1), "A", Side.BUY, "100", "6.10");
        assertEquals(List.of(), wash(SOLD.plusDays(1)));
    }

    @Test
    void theTradesOfAWashSaleStayWhileItStands() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        LedgerEntry sale = trade(SOLD, "A", Side.SELL, "100", "6");
        LedgerEntry purchase = trade(SOLD.plusDays(1), "A", Side.BUY, "100", "6.10");
        LedgerEntry wash = wash(SOLD.plusDays(1)).getFirst();
        for (LedgerEntry trade : List.of(sale, purchase)) {
            assertEquals(
                    LedgerRefusal.LATER_ENTRY,
                    book.denied(new ReverseEntries(List.of(trade), null, "wrong", Sales.NOON)));
        }
        book.reverse(wash, "wrong");
        book.reverse(purchase, "wrong");
        book.reverse(sale, "wrong");
        assertEquals("100 for 1000 since 2026-01-05", lots("A"));
        assertEquals("0 and 0", gains("A"));
        whole();
    }

    @Test
    void whatFollowsAWashSaleTakenBackIsWashedAnew() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "6");
        trade(SOLD.plusDays(1), "A", Side.BUY, "100", "6.10");
        book.reverse(wash(SOLD.plusDays(1)).getFirst(), "wrong");
        assertEquals(1, wash(SOLD.plusDays(2)).size());
        assertEquals("0 and 0", gains("A"));
        whole();
    }

    @Test
    void verifyFindsWhatDoesNotFit() {
        trade(LocalDate.of(2026, 1, 5), "A", Side.BUY, "100", "10");
        trade(SOLD, "A", Side.SELL, "100", "6");
        trade(SOLD.plusDays(1), "A", Side.BUY, "100", "6.10");
        LedgerEntry wash = wash(SOLD.plusDays(1)).getFirst();
        List<BookedEntry> all = new ArrayList<>(booked());
        List<Posting> more = wash.postings().stream()
                .map(line -> line.code() == PostingCode.WASH_SALE
                        ? new Posting(line.account(), line.amount().multiply(number("1.2")), line.code())
                        : line)
                .toList();
        all.set(
                all.size() - 1,
                new BookedEntry(
                        all.size(),
                        Sales.NOON,
                        LedgerEntry.of(wash.kind(), wash.source(), "A", wash.effective(), more, "")));
        assertTrue(
                WashVerifier.verify(all).getFirst().message().contains("disallows 480, but 400 of the loss"),
                () -> WashVerifier.verify(all).toString());
        all.remove(all.size() - 3);
        assertTrue(WashVerifier.verify(all).getFirst().message().contains("no sale at a loss"));
    }

    /** The example of src/docs/books.md, line by line. */
    @Test
    void theExampleOfThePageIsTrue() throws IOException {
        String page = Files.readString(Path.of("src/docs/books.md"));
        String example = page.split("```wash-sale\n", 2)[1].split("```", 2)[0];
        int lines = 0;
        for (String line : example.lines().toList()) {
            String[] words = line.split(" +");
            lines++;
            if (words[0].equals("lot")) {
                LotBalance lot = book.state.balances().lots().getFirst();
                assertEquals(
                        line,
                        "lot  " + lot.id() + " " + lot.units().toPlainString() + " units for "
                                + lot.cost().toPlainString() + " since "
                                + lot.id().heldSince() + ", realised "
                                + book.state
                                        .balances()
                                        .money("A", AccountType.GAIN_SHORT)
                                        .toPlainString());
            } else {
                LocalDate date = LocalDate.parse(words[1]);
                trade(date, "A", words[0].equals("buy") ? Side.BUY : Side.SELL, words[2], words[5]);
                wash(date);
            }
        }
        assertEquals(7, lines);
    }

    /** Random trades of a household: nothing is made or lost, and what is not disallowed is the loss. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void lossesAreConserved(long seed) {
        Random random = new Random(seed);
        Map<String, BigDecimal> basis = new TreeMap<>();
        for (int day = 0; day < 30; day++) {
            LocalDate date = OPENED.plusDays(5L * day);
            for (String account : List.of("A", "B", "IRA")) {
                boolean sells = random.nextBoolean();
                BigDecimal held = book.state.balances().lots().stream()
                        .filter(lot -> lot.id().account().equals(account))
                        .map(LotBalance::units)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(5000), 1);
                String price = BigDecimal.valueOf(900 + random.nextInt(300), 2).toPlainString();
                if (!sells || held.compareTo(units) >= 0) {
                    trade(date, account, sells ? Side.SELL : Side.BUY, units.toPlainString(), price);
                    BigDecimal value = units.multiply(new BigDecimal(price));
                    basis.merge("all", sells ? value.negate() : value, BigDecimal::add);
                }
            }
            wash(date);
            Balances now = book.state.balances();
            now.trial().forEach((unit, sum) -> assertEquals(0, sum.signum(), unit));
            // money paid less money received = cost of what is held + losses realised + losses gone for good
            BigDecimal sum = now.lots().stream().map(LotBalance::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
            for (String account : List.of("A", "B", "IRA")) {
                sum = sum.add(now.money(account, AccountType.GAIN_SHORT))
                        .add(now.money(account, AccountType.GAIN_LONG))
                        .add(now.money(account, AccountType.LOSS_FOR_GOOD));
            }
            assertEquals(0, basis.getOrDefault("all", BigDecimal.ZERO).compareTo(sum), "day " + day);
            assertEquals(List.of(), wash(date), "a second time finds nothing");
        }
        whole();
        assertTrue(book.entries().stream().anyMatch(entry -> entry.kind().equals(EntryKind.WASH_SALE)));
    }
}
