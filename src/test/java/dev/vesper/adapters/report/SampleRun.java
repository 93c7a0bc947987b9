package dev.vesper.adapters.report;

import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.audit.AuditAction;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmSettings;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.report.RunReport;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.Verdict;
import dev.vesper.market.Instrument;
import dev.vesper.market.PriceHistory;
import dev.vesper.market.SessionPrices;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.orders.Fill;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import dev.vesper.rebalance.Proposal;
import dev.vesper.rebalance.RebalanceSettings;
import dev.vesper.rebalance.TargetWeights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** A day of a made-up firm, seeded: prices walk, accounts are near their targets, some orders are cut, some fill in part. */
final class SampleRun {
    static final LocalDate DATE = LocalDate.of(2024, 3, 28);
    static final RunId ID = RunId.of(DATE, 1);
    private static final Instant OPENED = Instant.parse("2024-03-28T20:05:00Z");
    private static final String[] SECTORS = {"Energy", "Health Care", "Industrials", "Technology", "Utilities"};
    private static final String[] NAMES = {
        "Société Générale SA",
        "Ørsted A/S",
        "Kraków Żywiec Spółka",
        "Αθήνα Τράπεζα",
        "Norsk Hydro ASA",
        "Mueller & Söhne"
    };

    private final int instruments;
    private final int accounts;
    private boolean rehearsal = true;
    private boolean volumes = true;
    private boolean traded = true;
    private boolean orders = true;
    private String firmName = "Meridian Asset Partners";
    private String firstName = "";
    private RunStatus status = RunStatus.DONE;
    private boolean declined;

    private SampleRun(int instruments, int accounts) {
        this.instruments = instruments;
        this.accounts = accounts;
    }

    static SampleRun of(int instruments, int accounts) {
        return new SampleRun(instruments, accounts);
    }

    SampleRun real() {
        rehearsal = false;
        return this;
    }

    SampleRun withoutVolumes() {
        volumes = false;
        return this;
    }

    SampleRun withoutOrders() {
        orders = false;
        traded = false;
        return this;
    }

    SampleRun refused() {
        traded = false;
        status = RunStatus.REFUSED;
        return this;
    }

    /** The maker does not propose what the planner found. */
    SampleRun declined() {
        declined = true;
        return refused();
    }

    SampleRun named(String firm, String firstInstrument) {
        firmName = firm;
        firstName = firstInstrument;
        return this;
    }

    RunReport build() {
        Random random = new Random(7);
        List<String> symbols = new ArrayList<>();
        for (int i = 0; i < instruments; i++) {
            symbols.add(instruments > 60 ? String.format("S%03d", i) : symbol(i));
        }
        symbols.sort(null);
        PriceHistory prices = prices(symbols, random);
        SortedMap<String, Instrument> byname = new TreeMap<>();
        for (int i = 0; i < symbols.size(); i++) {
            String name = i == 0 && !firstName.isEmpty()
                    ? firstName
                    : i < NAMES.length ? NAMES[i] : "Company " + symbols.get(i) + " Inc.";
            byname.put(
                    symbols.get(i),
                    new Instrument(
                            symbols.get(i),
                            name,
                            "EQUITY",
                            SECTORS[i % SECTORS.length],
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
        }
        List<Account> books = new ArrayList<>();
        List<TaxLot> lots = new ArrayList<>();
        List<AccountPlan> plans = new ArrayList<>();
        List<ParentOrder> parents = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int a = 0; a < accounts; a++) {
            account(a, symbols, prices, random, books, lots, plans, parents, verdicts);
        }
        Traded day = traded ? trade(parents, random) : new Traded();
        SortedMap<String, SessionPrices> session = new TreeMap<>();
        if (traded) {
            for (ParentOrder p : parents) {
                session.put(
                        p.symbol(),
                        new SessionPrices(
                                cents(p.decisionPrice().doubleValue() * (1 + random.nextGaussian() * 0.0012)),
                                cents(p.decisionPrice().doubleValue() * (1 + random.nextGaussian() * 0.006))));
            }
        }
        FirmSettings settings = new FirmSettings(
                firmName,
                true,
                42,
                "0 5 20 * * *",
                new TreeMap<>(),
                new RebalanceSettings(0.02, new BigDecimal("500"), 0.4, 5, false, 100),
                new ExecutionSettings(
                        SlicingStrategy.TWAP,
                        LocalTime.of(9, 30),
                        LocalTime.of(16, 0),
                        15,
                        0.1,
                        new BigDecimal("2000"),
                        0.4,
                        0.3,
                        0.1),
                List.of(),
                List.of());
        Firm firm = new Firm(
                Path.of("/srv/firms/meridian"),
                Path.of("/srv/firms/meridian/prices.csv"),
                settings,
                byname,
                books,
                lots,
                List.of(),
                List.of("instruments.csv is missing: sectors were inferred from the symbols"));
        var versions = new RunVersions(
                "0.1.0 (1e9924a)",
                "prices 1.0.0 (a41be20c7f31)",
                "9f2c41d07ab3e855",
                new TreeMap<>(Map.of("limits/position-weight.dmn", "5be0a91c44d2")),
                new TreeMap<>(Map.of("end-of-day", "v3 (0d1c22aa9b10)")));
        return new RunReport(
                new RunRecord(ID, DATE, "/srv/firms/meridian", 42, rehearsal, status, OPENED),
                firm,
                stages(),
                data(prices),
                prices,
                new RebalanceResult(plans, orders ? parents : List.of(), verdicts),
                orders ? parents : List.of(),
                day.children,
                day.outcomes,
                day.fills,
                booked(lots, day.fills),
                session,
                audit(),
                versions);
    }

    private static String symbol(int i) {
        String[] known = {
            "AAPL", "AMD", "BAC", "BBY", "CVX", "GE", "HD", "JNJ", "JPM", "KO", "LLY", "MRK", "MSFT", "PEP", "PFE",
            "PG", "RRC", "UNH", "WMT", "XOM"
        };
        return i < known.length ? known[i] : "SYM" + (char) ('A' + i % 26) + i;
    }

    private PriceHistory prices(List<String> symbols, Random random) {
        List<LocalDate> dates = new ArrayList<>();
        for (LocalDate d = DATE.minusYears(5); !d.isAfter(DATE); d = d.plusDays(1)) {
            if (d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY) {
                dates.add(d);
            }
        }
        double[][] close = new double[dates.size()][symbols.size()];
        double[][] volume = new double[dates.size()][symbols.size()];
        double[] at = new double[symbols.size()];
        Arrays.setAll(at, i -> 20 + random.nextDouble() * 180);
        for (int d = 0; d < dates.size(); d++) {
            double market = random.nextGaussian() * 0.009 + 0.0003;
            for (int s = 0; s < symbols.size(); s++) {
                at[s] *= Math.exp(market + random.nextGaussian() * 0.011);
                boolean missing = s == 1 && d < 120 || random.nextInt(400) == 0 && d < dates.size() - 1;
                close[d][s] = missing ? Double.NaN : Math.round(at[s] * 100) / 100.0;
                volume[d][s] = volumes ? 1_000_000 + random.nextInt(5_000_000) : Double.NaN;
            }
        }
        return new PriceHistory(dates, symbols, close, volume);
    }

    private void account(
            int a,
            List<String> symbols,
            PriceHistory prices,
            Random random,
            List<Account> books,
            List<TaxLot> lots,
            List<AccountPlan> plans,
            List<ParentOrder> parents,
            List<Verdict> verdicts) {
        String id = "ACC" + (a + 1);
        double size = 2_000_000 * (a + 1);
        String[] names = {"Harbour Pension Fund", "Fondation Éclair – Croissance", "Family Office North"};
        Account account = new Account(id, names[a % 3], Money.of(cents(size * (0.03 + 0.02 * a)), "USD"), "balanced");
        books.add(account);
        SortedMap<String, Double> target = new TreeMap<>();
        double sum = 0;
        for (String s : symbols) {
            double w = 0.3 + random.nextDouble() * random.nextDouble() * 3;
            target.put(s, w);
            sum += w;
        }
        double all = sum;
        target.replaceAll((s, w) -> w / all);
        double value = account.cash().amount().doubleValue();
        Map<String, BigDecimal> held = new TreeMap<>();
        for (String s : symbols) {
            double price = prices.lastClose(s).orElseThrow().price().doubleValue();
            double drift = random.nextInt(9) == 0 ? 0 : 0.6 + random.nextDouble() * 0.8;
            BigDecimal units = BigDecimal.valueOf(Math.floor(size * target.get(s) * drift / price));
            if (units.signum() > 0) {
                held.put(s, units);
                lots.add(new TaxLot(
                        id + "/" + s + "/1",
                        id,
                        s,
                        units,
                        cents(price * (0.6 + random.nextDouble() * 0.6)),
                        DATE.minusDays(30 + random.nextInt(900))));
                value += price * units.doubleValue();
            }
        }
        double total = value;
        SortedMap<String, Double> before = new TreeMap<>();
        held.forEach((s, q) -> before.put(
                s, q.doubleValue() * prices.lastClose(s).orElseThrow().price().doubleValue() / total));
        for (String s : symbols) {
            double price = prices.lastClose(s).orElseThrow().price().doubleValue();
            long wanted = Math.round(total * 0.98 * target.get(s) / price)
                    - held.getOrDefault(s, BigDecimal.ZERO).longValue();
            if (Math.abs(wanted) * price < 4000) {
                continue;
            }
            String order = ID + String.format("-%04d", parents.size() + 1);
            parents.add(new ParentOrder(
                    order,
                    id,
                    s,
                    wanted > 0 ? Side.BUY : Side.SELL,
                    BigDecimal.valueOf(Math.abs(wanted)),
                    BigDecimal.ONE,
                    new BigDecimal("0.01"),
                    BigDecimal.valueOf(price),
                    "USD",
                    SlicingStrategy.TWAP,
                    List.of()));
            limits(order, id, s, Math.abs(wanted), price, target.get(s), verdicts);
        }
        plans.add(new AccountPlan(
                account,
                cents(total),
                before,
                new TargetWeights("hrp", target),
                new Proposal(
                        id,
                        List.of(),
                        Money.of(cents(total * 0.02), "USD"),
                        0.0123,
                        0.0118,
                        0.213,
                        Money.of(new BigDecimal("-1234.56").multiply(BigDecimal.valueOf(a - 1L)), "USD"),
                        "0hard/-123soft")));
    }

    private static void limits(
            String order, String account, String symbol, long units, double price, double weight, List<Verdict> all) {
        int n = all.size();
        all.add(verdict("position-weight", account, account + "/" + symbol, weight, 0.08, 0.15, Outcome.PASS, ""));
        Outcome big = n % 31 == 4 ? Outcome.CUT : Outcome.PASS;
        all.add(verdict(
                "order-notional",
                account,
                order,
                big == Outcome.CUT ? 312_000 : units * price,
                200_000,
                250_000,
                big,
                big == Outcome.CUT ? "at most " + units + " units" : ""));
        Outcome adv = n % 17 == 3 ? Outcome.WARN : Outcome.PASS;
        all.add(verdict(
                "share-of-daily-volume",
                account,
                order,
                adv == Outcome.WARN ? 0.083 : units / 3e6,
                0.05,
                0.1,
                adv,
                adv == Outcome.WARN ? "at most 150,000 units" : ""));
        if (n % 40 == 0) {
            all.add(new Verdict(
                    new RuleVersion("no-wash-sale", "77aa01bc23de"),
                    Outcome.DENY,
                    account,
                    account + "/" + symbol,
                    "Buying " + symbol
                            + " today would wash the loss of 1,204.11 USD realised on 2024-03-12, 16 days ago; "
                            + "the rule asks for 30 days",
                    new TreeMap<>(Map.of("days", new BigDecimal("16"))),
                    "a purchase on or after 2024-04-12",
                    Optional.empty()));
        }
    }

    private static Verdict verdict(
            String rule,
            String account,
            String subject,
            double used,
            double warning,
            double limit,
            Outcome outcome,
            String wouldPass) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        numbers.put("used", BigDecimal.valueOf(used).setScale(4, RoundingMode.HALF_EVEN));
        numbers.put("warning", BigDecimal.valueOf(warning));
        numbers.put("limit", BigDecimal.valueOf(limit));
        return new Verdict(
                new RuleVersion(rule, "5be0a91c44d2"),
                outcome,
                account,
                subject,
                rule + " of " + subject + " is " + numbers.get("used").toPlainString() + ", the limit is "
                        + numbers.get("limit").toPlainString(),
                numbers,
                wouldPass,
                outcome == Outcome.CUT ? Optional.of(BigDecimal.valueOf(1200)) : Optional.empty());
    }

    private static final class Traded {
        final List<ChildOrder> children = new ArrayList<>();
        final Map<String, ChildOutcome> outcomes = new HashMap<>();
        final List<Fill> fills = new ArrayList<>();
    }

    private static Traded trade(List<ParentOrder> parents, Random random) {
        Traded day = new Traded();
        for (int p = 0; p < parents.size(); p++) {
            ParentOrder parent = parents.get(p);
            int slices = 4 + random.nextInt(10);
            long left = parent.quantity().longValue();
            for (int k = 0; k < slices && left > 0; k++) {
                long units =
                        k == slices - 1 ? left : Math.max(1, parent.quantity().longValue() / slices);
                units = Math.min(units, left);
                int slice = k * 26 / slices;
                long sent = (9 * 60 + 30 + slice * 15L) * 60_000;
                String venue = random.nextInt(5) < 2 ? "MIDP" : "LITX";
                String id = parent.id() + "-" + (k + 1);
                day.children.add(new ChildOrder(
                        id,
                        parent.id(),
                        slice,
                        venue,
                        parent.symbol(),
                        parent.side(),
                        BigDecimal.valueOf(units),
                        parent.decisionPrice(),
                        sent,
                        sent + 900_000));
                boolean rejected = p % 23 == 5;
                boolean partial = p % 11 == 2 && k > 1;
                long filled = rejected ? 0 : partial ? units / 3 : units;
                left -= units;
                day.outcomes.put(
                        id,
                        new ChildOutcome(
                                id,
                                rejected
                                        ? ChildOutcome.State.REJECTED
                                        : filled == units ? ChildOutcome.State.FILLED : ChildOutcome.State.CANCELLED,
                                BigDecimal.valueOf(filled),
                                rejected ? "Unknown symbol at venue" : ""));
                if (filled > 0) {
                    BigDecimal price = cents(parent.decisionPrice().doubleValue()
                            * (1 + parent.side().sign() * 0.0004 + random.nextGaussian() * 0.002));
                    BigDecimal fee = price.multiply(BigDecimal.valueOf(filled))
                            .multiply(new BigDecimal("MIDP".equals(venue) ? "0.00001" : "0.00003"))
                            .setScale(4, RoundingMode.HALF_EVEN);
                    day.fills.add(new Fill(
                            venue,
                            "E" + day.fills.size(),
                            id,
                            parent.id(),
                            parent.account(),
                            parent.symbol(),
                            parent.side(),
                            BigDecimal.valueOf(filled),
                            price,
                            fee,
                            sent + random.nextInt(800_000)));
                }
            }
        }
        day.fills.sort(java.util.Comparator.comparingLong(Fill::millis));
        return day;
    }

    private static List<TaxLot> booked(List<TaxLot> lots, List<Fill> fills) {
        Map<String, BigDecimal> change = new TreeMap<>();
        List<TaxLot> after = new ArrayList<>();
        for (Fill f : fills) {
            if (f.side() == Side.BUY) {
                after.add(new TaxLot(
                        f.account() + "/" + f.symbol() + "/" + f.executionId(),
                        f.account(),
                        f.symbol(),
                        f.quantity(),
                        f.price(),
                        DATE));
            } else {
                change.merge(f.account() + "/" + f.symbol() + "/1", f.quantity(), BigDecimal::add);
            }
        }
        for (TaxLot lot : lots) {
            BigDecimal left = lot.quantity().subtract(change.getOrDefault(lot.id(), BigDecimal.ZERO));
            if (left.signum() != 0) {
                after.add(new TaxLot(lot.id(), lot.account(), lot.symbol(), left, lot.cost(), lot.acquired()));
            }
        }
        return after;
    }

    private List<StageRecord> stages() {
        List<StageRecord> stages = new ArrayList<>();
        StageName[] names = {CheckData.NAME, Rebalance.NAME, SettleApproval.NAME, WorkOrders.NAME};
        long[] millis = {1_240, 6_830, 312, 14_905};
        Instant at = OPENED;
        for (int i = 0; i < names.length; i++) {
            boolean refusedHere = status == RunStatus.REFUSED && i == 2;
            Instant end = at.plusMillis(millis[i]);
            stages.add(new StageRecord(
                    names[i].stage(),
                    refusedHere ? StageState.REFUSED : StageState.DONE,
                    at,
                    end,
                    "{}",
                    refusedHere ? "bea rejected the trades; see /srv/firms/meridian/notes.txt" : ""));
            if (refusedHere) {
                return stages;
            }
            at = end;
        }
        stages.add(new StageRecord(WriteReport.REPORT.stage(), StageState.RUNNING, at, null, "{}", ""));
        return stages;
    }

    private static DataCheck data(PriceHistory prices) {
        return new DataCheck(
                "9f2c41d07ab3e855",
                (long) prices.dates().size() * prices.symbols().size(),
                17,
                prices.dates().getFirst(),
                prices.dates().getLast(),
                List.of(
                        new DataCheck.Breach(
                                "jump-size",
                                Severity.WARNING,
                                14,
                                "close moved more than 40% in one day",
                                "prices.csv:10412: 2021-03-02,BBY,close=4.11 after 104.20"),
                        new DataCheck.Breach(
                                "positive-close",
                                Severity.ERROR,
                                3,
                                "close must be greater than zero",
                                "prices.csv:188:3: 2019-04-18,GE,close=-9.31")),
                false,
                "runs/2024-03-28-001/quarantine.csv");
    }

    private List<AuditLog.Row> audit() {
        String[][] rows = {
            {"vesper", "run-opened", ID.value(), "seed 42"},
            {"ana (demo)", "trades-proposed", ID + "/propose-trades", "within mandate"},
            {
                "bea (demo)",
                status == RunStatus.REFUSED ? "trades-rejected" : "trades-approved",
                ID + "/approve-trades",
                "checked"
            },
            {"vesper", "run-done", ID.value(), "16 files"}
        };
        List<AuditLog.Row> audit = new ArrayList<>();
        if (declined) {
            rows = new String[][] {
                rows[0], {"ana (demo)", "proposal-declined", ID + "/propose-trades", "the turnover is too high"}
            };
        }
        for (int i = 0; i < rows.length; i++) {
            audit.add(new AuditLog.Row(
                    i + 1,
                    OPENED.plusSeconds(i * 7L),
                    rows[i][0],
                    AuditAction.of(rows[i][1]),
                    rows[i][2],
                    rows[i][3],
                    rehearsal,
                    hash(i - 1),
                    hash(i)));
        }
        return audit;
    }

    private static String hash(int i) {
        return (i < 0 ? "0" : Integer.toHexString(0x5a17c3 * (i + 3)))
                        .repeat(12)
                        .substring(0, 12)
                + "e0".repeat(26);
    }

    private static BigDecimal cents(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    }
}
