package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.Cells;
import dev.vesper.adapters.text.FieldType;
import dev.vesper.adapters.text.Row;
import dev.vesper.basics.Fields;
import dev.vesper.basics.Money;
import dev.vesper.basics.NearestName;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Yardsticks;
import dev.vesper.limits.lists.ListEntry;
import dev.vesper.limits.lists.ListKind;
import dev.vesper.limits.lists.ListsOnDay;
import dev.vesper.limits.lists.NamedList;
import dev.vesper.market.AssetClasses;
import dev.vesper.market.Instrument;
import dev.vesper.orders.LotChoice;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a scenarios file, and the account it describes. Several things in one cell are separated by semicolons;
 * the business date is 2018-04-11, a Wednesday, unless the row says another.
 *
 * <table>
 * <caption>Columns; only the first five and outcome are needed</caption>
 * <tr><td>case</td><td>what the row shows, in words</td></tr>
 * <tr><td>account</td><td>its id; {@code ACC1} where it is empty</td></tr>
 * <tr><td>cash</td><td>{@code 75000}</td></tr>
 * <tr><td>prices</td><td>{@code IBM 100; XOM 80}</td></tr>
 * <tr><td>orders</td><td>{@code buy 250 IBM; sell 50 XOM; sell 10 XOM of lot 2}</td></tr>
 * <tr><td>subject</td><td>{@code IBM} for its order or position, a sector's name, or {@code account}</td></tr>
 * <tr><td>outcome</td><td>{@code pass}, {@code warn}, {@code cut} or {@code deny}</td></tr>
 * <tr><td>permitted</td><td>units that stay, where the outcome is cut</td></tr>
 * <tr><td>holdings</td><td>{@code 100 XOM; 100 XOM at 90 on 2018-03-20}: lots 1 and 2</td></tr>
 * <tr><td>sectors, asset classes, lot sizes, volumes, priced on</td><td>{@code IBM Technology; XOM Energy}</td></tr>
 * <tr><td>recent</td><td>{@code sold 50 IBM on 2018-03-20 for -500; bought 50 XOM on 2018-04-01}</td></tr>
 * <tr><td>restricted</td><td>{@code IBM; XOM}</td></tr>
 * <tr><td>date</td><td>the business date, {@code 2018-04-11} where it is empty</td></tr>
 * <tr><td>lists</td><td>{@code IBM esg-exclusions; XOM watch}; the lists of the rules do not count in a case</td></tr>
 * <tr><td>targets</td><td>{@code IBM 0.5; XOM 0.45}: shares of the account's value that it should hold</td></tr>
 * <tr><td>volatilities</td><td>{@code IBM 0.2; XOM 0.3}: of a year; in a case no instrument moves with another</td></tr>
 * <tr><td>instrument fields</td><td>{@code IBM issuer = IBM Corp.; XOM esg score = 41}</td></tr>
 * <tr><td>account fields</td><td>{@code client type = retail}</td></tr>
 * <tr><td>short allowed, strategy</td><td>{@code yes}; the strategy's name</td></tr>
 * </table>
 */
record ScenarioCase(RuleFile file, Row row) {
    static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private static final String STANDARD_ACCOUNT = "ACC1";
    static final List<String> NEEDED = List.of("case", "cash", "prices", "orders", "subject", "outcome");
    static final List<String> OPTIONAL = List.of(
            "account",
            "permitted",
            "holdings",
            "sectors",
            "asset classes",
            "lot sizes",
            "volumes",
            "priced on",
            "recent",
            "restricted",
            "lists",
            "date",
            "short allowed",
            "strategy",
            "targets",
            "volatilities",
            "instrument fields",
            "account fields");
    private static final String NUMBER = "(-?[0-9.]+)";
    private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final Pattern HOLDING =
            Pattern.compile(NUMBER + " (\\S+)(?: at " + NUMBER + ")?(?: on " + DAY + ")?");
    private static final Pattern ORDER = Pattern.compile("(buy|sell) " + NUMBER + " (\\S+)(?: of lot ([0-9]+))?");
    private static final Pattern TRADE =
            Pattern.compile("(sold|bought) " + NUMBER + " (\\S+) on " + DAY + "(?: for " + NUMBER + ")?");

    String rule() {
        return file.rule().name();
    }

    String name() {
        return cell("case");
    }

    CaseOutcome expected() {
        String word = cell("outcome");
        Outcome outcome =
                Outcome.named(word).orElseThrow(() -> problem("pass, warn, cut or deny in the column outcome", word));
        return new CaseOutcome(
                outcome,
                Optional.of(cell("permitted")).filter(p -> !p.isEmpty()).map(this::number));
    }

    private LocalDate date() {
        String day = cell("date");
        return day.isEmpty() ? DATE : day(day);
    }

    private String account() {
        String account = cell("account");
        return account.isEmpty() ? STANDARD_ACCOUNT : account;
    }

    String subject() {
        String subject = cell("subject");
        if (subject.equals("account")) {
            return account();
        }
        return orders().stream()
                .filter(o -> o.symbol().equals(subject))
                .map(ParentOrder::id)
                .findFirst()
                .orElse(account() + "/" + subject);
    }

    AccountBook book() {
        Map<String, BigDecimal> prices = numbers("prices");
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, LocalDate> priced = new HashMap<>();
        Map<String, String> days = pairs("priced on");
        for (String symbol : prices.keySet()) {
            instruments.put(symbol, instrument(symbol));
            String day = days.getOrDefault(symbol, date().toString());
            if (!day.equals("never")) {
                priced.put(symbol, day(day));
            }
        }
        return new AccountBook(
                        new Account(account(), "Case", new Money(number(cell("cash")), "USD"), cell("strategy"))
                                .withFields(fields(items("account fields"))),
                        date(),
                        lots(),
                        orders(),
                        instruments,
                        prices,
                        priced,
                        numbers("volumes"),
                        trades(),
                        items("restricted"),
                        cell("short allowed").equals("yes"))
                .withLists(lists())
                .withYardsticks(new Yardsticks(targets(), CaseReturns.of(numbers("volatilities"))));
    }

    private SortedMap<String, Double> targets() {
        SortedMap<String, Double> targets = new TreeMap<>();
        numbers("targets").forEach((symbol, share) -> targets.put(symbol, share.doubleValue()));
        return targets;
    }

    private ListsOnDay lists() {
        List<NamedList> lists = new ArrayList<>();
        for (String item : items("lists")) {
            int space = item.indexOf(' ');
            if (space < 0) {
                throw problem("something like \"IBM esg-exclusions\"", item);
            }
            ListEntry entry =
                    new ListEntry(item.substring(0, space), "case", name(), Optional.empty(), Optional.empty());
            lists.add(new NamedList(item.substring(space + 1).strip(), ListKind.INSTRUMENT, List.of(entry)));
        }
        return ListsOnDay.of(lists, date());
    }

    private String assetClass(String word) {
        return AssetClasses.named(word)
                .orElseThrow(() -> row.problem(
                        "asset classes",
                        "Expected asset classes (" + String.join(", ", AssetClasses.ALL) + "), but got \"" + word + "\""
                                + NearestName.hint(word, AssetClasses.ALL)));
    }

    private Instrument instrument(String symbol) {
        return new Instrument(
                        symbol,
                        symbol,
                        assetClass(pairs("asset classes").getOrDefault(symbol, AssetClasses.STANDARD)),
                        pairs("sectors").getOrDefault(symbol, "Unknown"),
                        "USD",
                        lotSize(symbol),
                        new BigDecimal("0.01"),
                        "XNYS")
                .withFields(fields(items("instrument fields").stream()
                        .filter(item -> item.startsWith(symbol + " "))
                        .map(item -> item.substring(symbol.length() + 1))
                        .toList()));
    }

    /** {@code client type = retail}, typed as a firm's file of that one row would be. */
    private Fields fields(List<String> items) {
        List<Fields.Field> fields = new ArrayList<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            if (equals < 1) {
                throw problem("something like \"client type = retail\" or \"IBM issuer = IBM Corp.\"", item);
            }
            String text = item.substring(equals + 1).strip();
            fields.add(new Fields.Field(item.substring(0, equals).strip(), text, FieldType.value(text)));
        }
        return Fields.of(fields);
    }

    private BigDecimal lotSize(String symbol) {
        return numbers("lot sizes").getOrDefault(symbol, BigDecimal.ONE);
    }

    private List<TaxLot> lots() {
        List<TaxLot> lots = new ArrayList<>();
        for (String item : items("holdings")) {
            Matcher m = match(HOLDING, item, "100 XOM at 90 on 2018-03-20");
            BigDecimal cost = m.group(3) == null ? price(m.group(2)) : number(m.group(3));
            LocalDate acquired = m.group(4) == null ? date().minusDays(400) : day(m.group(4));
            lots.add(new TaxLot("lot " + (lots.size() + 1), account(), m.group(2), number(m.group(1)), cost, acquired));
        }
        return lots;
    }

    private List<ParentOrder> orders() {
        List<ParentOrder> orders = new ArrayList<>();
        for (String item : items("orders")) {
            Matcher m = match(ORDER, item, "buy 250 IBM, or: sell 10 XOM of lot 2");
            BigDecimal quantity = number(m.group(2));
            String symbol = m.group(3);
            Side side = m.group(1).equals("buy") ? Side.BUY : Side.SELL;
            List<LotChoice> lots =
                    side == Side.BUY ? List.of() : choose(symbol, quantity, m.group(4) == null ? "" : m.group(4));
            orders.add(new ParentOrder(
                    "order " + (orders.size() + 1),
                    account(),
                    symbol,
                    side,
                    quantity,
                    lotSize(symbol),
                    new BigDecimal("0.01"),
                    price(symbol),
                    "USD",
                    SlicingStrategy.TWAP,
                    lots));
        }
        return orders;
    }

    private List<LotChoice> choose(String symbol, BigDecimal quantity, String only) {
        List<LotChoice> chosen = new ArrayList<>();
        BigDecimal open = quantity;
        for (TaxLot lot : lots()) {
            BigDecimal taken = lot.quantity().min(open);
            boolean fits =
                    only.isEmpty() ? lot.symbol().equals(symbol) : lot.id().equals("lot " + only);
            if (fits && taken.signum() > 0) {
                chosen.add(new LotChoice(lot.id(), taken));
                open = open.subtract(taken);
            }
        }
        return chosen;
    }

    private List<AccountBook.RecentTrade> trades() {
        List<AccountBook.RecentTrade> trades = new ArrayList<>();
        for (String item : items("recent")) {
            Matcher m = match(TRADE, item, "sold 50 IBM on 2018-03-20 for -500");
            BigDecimal gain = m.group(5) == null ? BigDecimal.ZERO : number(m.group(5));
            Side side = m.group(1).equals("sold") ? Side.SELL : Side.BUY;
            trades.add(new AccountBook.RecentTrade(m.group(3), day(m.group(4)), side, number(m.group(2)), gain));
        }
        return trades;
    }

    private BigDecimal price(String symbol) {
        BigDecimal price = numbers("prices").get(symbol);
        if (price == null) {
            throw problem("a price of " + symbol + " in the column prices", cell("prices"));
        }
        return price;
    }

    private Map<String, BigDecimal> numbers(String column) {
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        pairs(column).forEach((symbol, value) -> numbers.put(symbol, number(value)));
        return numbers;
    }

    private Map<String, String> pairs(String column) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String item : items(column)) {
            int space = item.indexOf(' ');
            if (space < 0) {
                throw problem("a symbol and a value in the column " + column, item);
            }
            pairs.put(item.substring(0, space), item.substring(space + 1).strip());
        }
        return pairs;
    }

    private List<String> items(String column) {
        return Arrays.stream(cell(column).split(";", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private String cell(String column) {
        return row.header().find(column).map(row::cell).orElse("");
    }

    private Matcher match(Pattern pattern, String item, String example) {
        Matcher matcher = pattern.matcher(item);
        if (!matcher.matches()) {
            throw problem("something like \"" + example + "\"", item);
        }
        return matcher;
    }

    private BigDecimal number(String text) {
        try {
            return Cells.decimal(text, Place.of(file.path()));
        } catch (Problem e) {
            throw problem("a number such as 1250.40", text);
        }
    }

    private LocalDate day(String text) {
        try {
            return Cells.date(text, Place.of(file.path()));
        } catch (Problem e) {
            throw problem("a day such as 2018-03-20", text);
        }
    }

    private RuntimeException problem(String expected, String found) {
        return file.problem(
                Math.toIntExact(row.line()), "Expected " + expected + ", but the cell says \"" + found + "\"");
    }
}
