package dev.vesper.adapters.rules;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.basics.RunId;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.Outcome;
import dev.vesper.limits.Verdict;
import dev.vesper.limits.gate.GateCompiler;
import dev.vesper.limits.gate.GateTable;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.ValuedBook;
import dev.vesper.orders.Side;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What it takes to judge the orders of a large firm, in CPU seconds of the whole process, and to make and ask the flat table of
 * its limits: {@code ./vesper bench rules}.
 */
public final class RuleTimes {
    private static final RunId RUN = new RunId("2018-04-11-001");
    private static final LocalDate DATE = LocalDate.of(2018, 4, 11);
    private static final double NANOS = 1e9;
    private static final int ASKED = 5_000_000;

    private RuleTimes() {}

    /** @param args accounts (1,000), positions of each (500), orders of each (100) */
    public static void main(String[] args) {
        int accounts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int positions = args.length > 1 ? Integer.parseInt(args[1]) : 500;
        int orders = args.length > 2 ? Integer.parseInt(args[2]) : 100;
        double before = cpu();
        DroolsRuleBook rules = new DroolsRuleBook(Path.of("rules"), RuleTrust.delivered());
        System.out.printf(
                "%d limit tables compiled in %.2f s of CPU%n", rules.tables().size(), cpu() - before);
        List<AccountBook> books = ManyBooks.of(RUN, DATE, accounts, positions, orders);
        for (String when : List.of("at once", "again", "warm")) {
            Map<Outcome, Integer> said = new EnumMap<>(Outcome.class);
            before = cpu();
            for (AccountBook book : books) {
                for (Verdict verdict : rules.check(book, DecisionSink.NONE)) {
                    said.merge(verdict.outcome(), 1, Integer::sum);
                }
            }
            System.out.printf(
                    "%,d accounts of %d positions, %,d orders, %s: %.2f s of CPU; verdicts %s%n",
                    accounts, positions, accounts * orders, when, cpu() - before, said);
        }
        gate(rules.tables(), books);
    }

    /** What the flat table of the same firm takes to make and to ask, beside asking the tables that it was made of. */
    private static void gate(List<LimitTable> tables, List<AccountBook> books) {
        List<ValuedBook> firm = books.stream().map(ValuedBook::of).toList();
        Set<String> symbols = books.getFirst().instruments().keySet();
        double before = cpu();
        GateTable gate = GateCompiler.compile(1, tables, firm, symbols).table();
        System.out.printf(
                "flat table of %,d accounts and %,d instruments: made in %.2f s of CPU, %,d bytes%n",
                gate.accounts(),
                gate.instruments(),
                cpu() - before,
                gate.bytes().limit());
        for (int warm = 0; warm < 3; warm++) {
            before = thread();
            long sum = 0;
            Random random = new Random(2);
            for (int i = 0; i < ASKED; i++) {
                sum += asked(gate, random);
            }
            double each = (thread() - before) / ASKED;
            if (warm == 2) {
                System.out.printf(
                        "asking all %d tables of one order: %.0f ns (sum %d), with %.0f ns to draw the order%n",
                        gate.tables(), each * NANOS, sum, drawing() * NANOS);
            }
        }
    }

    private static long asked(GateTable gate, Random random) {
        int account = random.nextInt(gate.accounts());
        int instrument = random.nextInt(gate.instruments());
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        long sum = 0;
        for (int table = 0; table < gate.tables(); table++) {
            int row = gate.row(table, account, instrument, side);
            sum += row == GateTable.NOTHING ? 0 : gate.limit(table, row);
        }
        return sum;
    }

    private static double drawing() {
        Random random = new Random(2);
        double before = thread();
        long sum = 0;
        for (int i = 0; i < ASKED; i++) {
            sum += random.nextInt(1_000) + random.nextInt(2_500) + (random.nextBoolean() ? 1 : 0);
        }
        return sum == 0 ? 0 : (thread() - before) / ASKED;
    }

    private static double thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
    }

    private static double cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / NANOS;
    }
}
