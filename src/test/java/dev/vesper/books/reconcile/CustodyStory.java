package dev.vesper.books.reconcile;

import dev.vesper.basics.Decision;
import dev.vesper.basics.Money;
import dev.vesper.basics.Problem;
import dev.vesper.books.AccountType;
import dev.vesper.books.Balances;
import dev.vesper.books.EntryKind;
import dev.vesper.books.Ledger;
import dev.vesper.books.LedgerCommand.BookEntries;
import dev.vesper.books.LedgerEntry;
import dev.vesper.books.LedgerEvent;
import dev.vesper.books.LedgerEvent.EntriesBooked;
import dev.vesper.books.LedgerState;
import dev.vesper.books.LotId;
import dev.vesper.books.OpeningEntries;
import dev.vesper.books.SettlementEntries;
import dev.vesper.books.TradeEntries;
import dev.vesper.books.flow.AccountBooks;
import dev.vesper.books.flow.FlowBook;
import dev.vesper.books.flow.FlowKinds;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.books.flow.LotMove;
import dev.vesper.books.wash.Purchase;
import dev.vesper.books.wash.SoldAtLoss;
import dev.vesper.books.wash.WashEntries;
import dev.vesper.books.wash.WashSales;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The books of a few accounts in USD, and what their custodian says of them. */
final class CustodyStory {
    static final Set<String> SYMBOLS = Set.of("ABC", "NEW", "XYZ");

    private final Ledger ledger = new Ledger();
    private LedgerState state = ledger.initial();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private int orders;

    /** Opens an account; lots as {@code ABC/2025-05-15/1 100 40.00}. */
    CustodyStory open(String account, String date, String cash, String... lots) {
        book(OpeningEntries.of(
                List.of(new Account(account, account, Money.of(new BigDecimal(cash), "USD"), "equal")),
                List.of(lots).stream()
                        .map(text -> {
                            String[] words = text.split(" ");
                            LotId id = LotId.of(account + "/" + words[0]);
                            return new TaxLot(
                                    id.toString(),
                                    account,
                                    id.symbol(),
                                    new BigDecimal(words[1]),
                                    new BigDecimal(words[2]),
                                    id.acquired());
                        })
                        .toList(),
                LocalDate.parse(date),
                "run",
                "files"));
        return this;
    }

    /** One order filled in one piece. */
    CustodyStory trade(
            String account,
            String date,
            String settles,
            Side side,
            String units,
            String symbol,
            String price,
            String fee,
            String... lots) {
        orders++;
        String id = date + "-001-000" + orders;
        ParentOrder order = new ParentOrder(
                id,
                account,
                symbol,
                side,
                new BigDecimal(units),
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                new BigDecimal(price),
                "USD",
                SlicingStrategy.TWAP,
                List.of(lots).stream()
                        .map(lot -> new LotChoice(account + "/" + lot, new BigDecimal(units)))
                        .toList());
        Fill fill = new Fill(
                "LIT",
                "E-" + id,
                id + "-1",
                id,
                account,
                symbol,
                side,
                new BigDecimal(units),
                new BigDecimal(price),
                new BigDecimal(fee),
                36_000_000);
        book(TradeEntries.of(
                state,
                List.of(order),
                List.of(fill),
                LocalDate.parse(date),
                Set.of(account),
                (_, _) -> LocalDate.parse(settles)));
        return this;
    }

    /** A flow from {@code column word} pairs. */
    CustodyStory flow(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        var flow = FlowKinds.read(new FlowWords(words, (column, message) -> Problem.usage(column + ": " + message)));
        flow.parts().forEach(part -> book(flow.entries(part, new FlowBook(new Held(), SYMBOLS))));
        return this;
    }

    /** What is due by a day is booked as settled. */
    CustodyStory settle(String account, String until) {
        book(SettlementEntries.due(of(account), LocalDate.parse(until), "run-" + until));
        return this;
    }

    /** A day looks at the losses of one taxed account, and books what its purchases replaced. */
    CustodyStory wash(String account, String date) {
        List<Purchase> bought = state.balances().lots().stream()
                .filter(lot -> lot.id().account().equals(account))
                .map(lot -> new Purchase(lot.id(), lot.units(), false))
                .toList();
        LocalDate since = LocalDate.parse(date).minusDays(WashSales.WINDOW_DAYS);
        WashEntries.of(WashSales.of(SoldAtLoss.of(of(account), since), bought), date + "-001", Map.of(account, state))
                .values()
                .forEach(this::book);
        return this;
    }

    private void book(List<LedgerEntry> made) {
        switch (ledger.decide(state, new BookEntries(made, Instant.EPOCH))) {
            case Decision.Accepted<LedgerEvent>(List<LedgerEvent> decided) -> {
                EntriesBooked booked = EntriesBooked.of(decided);
                state = ledger.apply(state, booked);
                booked.entries().forEach(entry -> entries.add(entry.entry()));
            }
            case Decision.Denied<LedgerEvent>(var refusal) -> throw Problem.refused(refusal.message());
        }
    }

    List<LedgerEntry> of(String account) {
        return entries.stream().filter(entry -> entry.account().equals(account)).toList();
    }

    LedgerState state() {
        return state;
    }

    SettledAccount settled(String account, String asOf) {
        return SettledAccount.of(of(account), "USD", LocalDate.parse(asOf));
    }

    /** What differs; accounts as {@code A 100.00}, lots as {@code A/ABC/2025-05-15/1 100 40.00}. */
    List<Break> breaks(String asOf, List<String> accounts, String... lots) {
        List<StatedAccount> stated = accounts.stream()
                .map(text -> {
                    String[] words = text.split(" ");
                    return new StatedAccount(words[0], words.length > 2 ? words[2] : "USD", new BigDecimal(words[1]));
                })
                .toList();
        List<StatedLot> held = List.of(lots).stream()
                .map(text -> {
                    String[] words = text.split(" ");
                    return new StatedLot(LotId.of(words[0]), new BigDecimal(words[1]), new BigDecimal(words[2]));
                })
                .toList();
        return breaks(asOf, new Statement(stated, held));
    }

    List<Break> breaks(String asOf, Statement statement) {
        return new Matching(SYMBOLS)
                .of(
                        statement,
                        new TreeSet<>(state.balances().clients()),
                        Set.of("SOON"),
                        account -> settled(account, asOf));
    }

    /** What the custodian of these books says if all went well. */
    Statement perfect(String asOf) {
        List<StatedAccount> accounts = new ArrayList<>();
        List<StatedLot> lots = new ArrayList<>();
        for (String account : state.balances().clients()) {
            SettledAccount settled = settled(account, asOf);
            accounts.add(new StatedAccount(account, settled.currency(), settled.cash()));
            settled.lots().forEach(lot -> lots.add(new StatedLot(lot.id(), lot.units(), lot.unitCost())));
        }
        return new Statement(accounts, lots);
    }

    /** The whole book, as a flow meets it. */
    private final class Held implements AccountBooks {
        @Override
        public Balances balances() {
            return state.balances();
        }

        @Override
        public long newest() {
            return entries.size();
        }

        @Override
        public Optional<LedgerEntry> entry(long number) {
            return number < 1 || number > entries.size()
                    ? Optional.empty()
                    : Optional.of(entries.get((int) number - 1));
        }

        @Override
        public LedgerState state(String account) {
            return state;
        }

        @Override
        public List<LotMove> movesSince(LocalDate day) {
            return entries.stream()
                    .filter(entry -> !entry.effective().isBefore(day))
                    .flatMap(entry -> entry.postings().stream()
                            .filter(line -> line.account().type() == AccountType.LOT_UNITS)
                            .map(line -> new LotMove(
                                    entry.kind(),
                                    entry.effective(),
                                    Objects.requireNonNull(line.account().lot()),
                                    line.amount(),
                                    entry.reverses() == null && !state.reversed(entry.id()))))
                    .toList();
        }

        @Override
        public Optional<LocalDate> opened(String account) {
            return of(account).stream()
                    .filter(OpeningEntries::opens)
                    .map(LedgerEntry::effective)
                    .findFirst();
        }

        @Override
        public Optional<LocalDate> stands() {
            return entries.stream().map(LedgerEntry::effective).max(LocalDate::compareTo);
        }

        @Override
        public Optional<LocalDate> closed() {
            return state.closed();
        }

        @Override
        public List<String> unsettled(LocalDate until) {
            return List.of();
        }

        @Override
        public boolean holds(EntryKind kind, String flow) {
            return !standing(kind, flow).isEmpty();
        }

        @Override
        public List<LedgerEntry> standing(EntryKind kind, String flow) {
            return entries.stream()
                    .filter(entry -> entry.kind().equals(kind)
                            && FlowBook.flowOf(entry).equals(flow)
                            && !state.reversed(entry.id()))
                    .toList();
        }

        @Override
        public boolean takenBack(String why) {
            return entries.stream()
                    .anyMatch(entry -> entry.reverses() != null && entry.memo().equals(why));
        }
    }
}
