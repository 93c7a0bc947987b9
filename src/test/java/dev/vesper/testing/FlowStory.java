package dev.vesper.testing;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.People;
import dev.vesper.basics.Decision;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.books.Balances;
import dev.vesper.books.BookId;
import dev.vesper.books.BookedEntry;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.TradeEntries;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.books.BookFlows;
import dev.vesper.desk.books.FlowQuestions;
import dev.vesper.desk.books.FlowRecord;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.market.Instrument;
import dev.vesper.orders.Fill;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A firm with two accounts in USD, its books in memory, and what is asked of its flows. */
public final class FlowStory {
    public static final Instant NOON = Instant.parse("2026-07-21T12:00:00Z");

    public final Memory memory = new Memory();
    public final List<FlowWords> file = new ArrayList<>();
    public final BookId book;
    public final BookFlows flows;
    public final FlowQuestions questions;
    public final Firm firm;
    private final Ledger ledger = new Ledger();

    /** When the next trades settle, if they do. */
    public Optional<LocalDate> settles = Optional.empty();

    public FlowStory(boolean rehearsal, String fourEyesAbove) {
        this(rehearsal, fourEyesAbove, People.UNKNOWN);
    }

    /** @param people whom the firm names */
    public FlowStory(boolean rehearsal, String fourEyesAbove, People people) {
        firm = firm(fourEyesAbove, people);
        book = new BookId(firm.folder().toString(), rehearsal);
        flows = new BookFlows(memory.books, memory.eventLog, memory, _ -> firm, _ -> file, () -> NOON);
        questions = new FlowQuestions(memory.eventLog, () -> flows);
    }

    /** A holds 100 ABC bought for 40.00 each in May 2025, B three for 10.00 in all; both begin on the first of July. */
    public FlowStory opened() {
        book(OpeningEntries.of(
                firm.accounts(),
                List.of(lot("A/ABC/2025-05-15/1", "100", "40.00"), lot("B/ABC/2025-05-15/1", "3", "3.333333333333")),
                LocalDate.of(2026, 7, 1),
                "run",
                "the files"));
        return this;
    }

    public void book(List<LedgerEntry> entries) {
        switch (ledger.decide(state(), new BookEntries(entries, NOON))) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> events) ->
                events.forEach(event -> memory.books.append(book, (EntriesBooked) event, "vesper", "run", "", NOON));
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
        }
    }

    /** One order filled in one piece. */
    public void trade(String date, String id, Side side, String units, String price, String fee, String... lots) {
        List<LotChoice> chosen = List.of(lots).stream()
                .map(lot -> new LotChoice(lot, new BigDecimal(units)))
                .toList();
        ParentOrder order = new ParentOrder(
                id,
                "A",
                "ABC",
                side,
                new BigDecimal(units),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.TWAP,
                chosen);
        Fill fill = new Fill(
                "LIT",
                "E-" + id,
                id + "-1",
                id,
                "A",
                "ABC",
                side,
                new BigDecimal(units),
                new BigDecimal(price),
                new BigDecimal(fee),
                36_000_000);
        book(TradeEntries.of(
                state(),
                List.of(order),
                List.of(fill),
                LocalDate.parse(date),
                Set.of(),
                (_, _) -> settles.orElse(null)));
    }

    public LedgerState state() {
        return ledger.replay(List.of(new EntriesBooked(memory.books.entries(book))));
    }

    public Balances balances() {
        return state().balances();
    }

    public List<LedgerEntry> entries() {
        return memory.books.entries(book).stream().map(BookedEntry::entry).toList();
    }

    /** Words from {@code column word} pairs. */
    public static FlowWords words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return new FlowWords(words, (column, message) -> Problem.usage(column + ": " + message));
    }

    /** The same, from {@code column=word} in one text. */
    public FlowRecord record(String by, String said) {
        return flows.record(book, said(said), by);
    }

    /** Words from {@code column=word} in one text. */
    public static FlowWords said(String said) {
        return words(Stream.of(said.split(" "))
                .flatMap(pair -> Stream.of(pair.split("=", 2)))
                .toArray(String[]::new));
    }

    public FlowRecord record(String by, String... pairs) {
        return flows.record(book, words(pairs), by);
    }

    /** A person's answer to what was asked last about a flow. */
    public FlowRecord answer(String flow, Answer answer, String by, String reason) {
        Question asked = questions.newest(1000).stream()
                .filter(one -> one.id().startsWith(flow + "/"))
                .findFirst()
                .orElseThrow();
        questions.answer(asked, answer, by, reason, "");
        return flows.all(book).stream()
                .filter(one -> one.id().equals(flow))
                .findFirst()
                .orElseThrow();
    }

    /** A day opens: what is due is booked. */
    public void opens(String date) {
        flows.before(firm, LocalDate.parse(date), book.rehearsal());
    }

    private static TaxLot lot(String id, String units, String cost) {
        String account = id.substring(0, 1);
        return new TaxLot(id, account, "ABC", new BigDecimal(units), new BigDecimal(cost), LocalDate.of(2025, 5, 15));
    }

    private static Firm firm(String fourEyesAbove, People people) {
        Firm small = SmallFirm.firm();
        FirmSettings s = small.settings();
        SortedMap<String, Instrument> instruments = new TreeMap<>();
        for (String symbol : List.of("ABC", "NEW")) {
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            "equity",
                            "unknown",
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
        }
        return new Firm(
                small.folder(),
                small.pricesFile(),
                new FirmSettings(
                        s.name(),
                        s.sample(),
                        s.seed(),
                        s.schedule(),
                        s.strategies(),
                        s.rebalance(),
                        s.execution(),
                        s.restricted(),
                        s.shortAllowed(),
                        new BookKeeping.Vesper(new BigDecimal(fourEyesAbove)),
                        people,
                        s.calendar()),
                small.calendars(),
                instruments,
                List.of(
                        new Account("A", "Anna", Money.of(new BigDecimal("100000.00"), "USD"), "equal"),
                        new Account("B", "Ben", Money.of(new BigDecimal("500.00"), "USD"), "equal")),
                List.of(),
                small.venues(),
                List.of());
    }
}
