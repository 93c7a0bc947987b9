package dev.vesper.adapters.lake;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.basics.Money;
import dev.vesper.basics.RunId;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.measure.Measures;
import dev.vesper.market.Instrument;
import dev.vesper.orders.ParentOrder;
import dev.vesper.orders.Side;
import dev.vesper.orders.SlicingStrategy;
import dev.vesper.portfolio.Account;
import dev.vesper.portfolio.TaxLot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What it takes to record the decisions of a day, in CPU seconds of the whole process and in bytes, beside the judging itself:
 * {@code ./vesper bench decisions}.
 */
public final class DecisionTimes {
    static final RunId RUN = new RunId("2018-04-11-001");
    static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private static final double NANOS = 1e9;
    private static final int POSITIONS = 100;

    private DecisionTimes() {}

    /** @param args how many accounts (1,000) */
    public static void main(String[] args) throws IOException, SQLException {
        int accounts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        Path folder = Files.createTempDirectory("decisions");
        try {
            measure(accounts, folder);
        } finally {
            S3Lake.wipe(folder);
        }
    }

    private static void measure(int accounts, Path folder) throws IOException, SQLException {
        DroolsRuleBook rules = new DroolsRuleBook(Path.of("rules"), RuleTrust.delivered());
        List<AccountBook> books = books(accounts);
        for (int warm = 0; warm < 2; warm++) {
            judge(rules, books, DecisionSink.NONE);
        }
        double alone = judge(rules, books, DecisionSink.NONE);
        Path kept = folder.resolve("decisions.parquet");
        Path work = Files.createDirectories(folder.resolve("work"));
        double told;
        double written;
        try (var writer = new DecisionWriter(RUN, Measures.facts(), work, file -> move(file, kept))) {
            told = judge(rules, books, writer);
            double before = cpu();
            writer.keep();
            written = cpu() - before;
        }
        System.out.printf(
                "%,d accounts of %d positions: judged in %.2f s of CPU, recorded in %.2f s more (%.2f s to gather, %.2f s to"
                        + " write), %,d bytes%n",
                accounts, POSITIONS, alone, told - alone + written, told - alone, written, Files.size(kept));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double judge(DroolsRuleBook rules, List<AccountBook> books, DecisionSink told) {
        double before = cpu();
        books.forEach(book -> rules.check(book, told));
        return cpu() - before;
    }

    static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }

    /** Accounts of 100 positions, each of which is traded. */
    static List<AccountBook> books(int accounts) {
        Random random = new Random(1);
        Map<String, Instrument> instruments = new HashMap<>();
        Map<String, BigDecimal> prices = new HashMap<>();
        Map<String, LocalDate> priced = new HashMap<>();
        Map<String, BigDecimal> volumes = new HashMap<>();
        for (int i = 0; i < 5 * POSITIONS; i++) {
            String symbol = "S" + i;
            instruments.put(
                    symbol,
                    new Instrument(
                            symbol,
                            symbol,
                            i % 10 == 0 ? "ETF" : "Equity",
                            "Sector " + i % 11,
                            "USD",
                            BigDecimal.ONE,
                            new BigDecimal("0.01"),
                            "XNYS"));
            prices.put(symbol, BigDecimal.valueOf(1_000 + random.nextInt(20_000), 2));
            priced.put(symbol, DATE);
            volumes.put(symbol, BigDecimal.valueOf(100_000 + random.nextInt(1_000_000)));
        }
        List<AccountBook> books = new ArrayList<>();
        for (int a = 0; a < accounts; a++) {
            String account = "ACC" + a;
            List<TaxLot> lots = new ArrayList<>();
            List<ParentOrder> orders = new ArrayList<>();
            for (int p = 0; p < POSITIONS; p++) {
                String symbol = "S" + (a * 7 + p * 5) % (5 * POSITIONS);
                BigDecimal price = prices.get(symbol);
                lots.add(new TaxLot(
                        account + "/" + p,
                        account,
                        symbol,
                        BigDecimal.valueOf(100L + random.nextInt(900)),
                        price,
                        DATE.minusDays(400)));
                orders.add(new ParentOrder(
                        RUN + "-" + account + "-" + symbol,
                        account,
                        symbol,
                        Side.BUY,
                        BigDecimal.valueOf(1L + random.nextInt(100)),
                        BigDecimal.ONE,
                        new BigDecimal("0.01"),
                        price,
                        "USD",
                        SlicingStrategy.TWAP,
                        List.of()));
            }
            books.add(new AccountBook(
                    new Account(account, account, new Money(BigDecimal.valueOf(5_000_000), "USD"), "hrp"),
                    DATE,
                    lots,
                    orders,
                    instruments,
                    prices,
                    priced,
                    volumes,
                    List.of(),
                    List.of(),
                    false));
        }
        return books;
    }
}
