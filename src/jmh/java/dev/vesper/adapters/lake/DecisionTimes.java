package dev.vesper.adapters.lake;

import com.sun.management.OperatingSystemMXBean;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.ManyBooks;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.basics.RunId;
import dev.vesper.desk.workbench.replay.DecisionColumns;
import dev.vesper.desk.workbench.replay.DecisionIndex;
import dev.vesper.limits.AccountBook;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.judging.DecisionSink;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import dev.vesper.limits.measure.Measures;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * What it takes to record the decisions of a day, in CPU seconds of the whole process and in bytes, beside the judging itself;
 * and to compare the record with other tables, beside asking the DMN engine: {@code ./vesper bench decisions}.
 */
public final class DecisionTimes {
    static final RunId RUN = new RunId("2018-04-11-001");
    static final LocalDate DATE = LocalDate.of(2018, 4, 11);

    private static final double NANOS = 1e9;
    private static final int POSITIONS = 100;
    private static final int ASKED = 20_000;
    private static final BigDecimal WIDER = new BigDecimal("1.01");

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
        List<AccountBook> books = ManyBooks.of(RUN, DATE, accounts, POSITIONS, POSITIONS);
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
        compare(rules, kept, folder);
    }

    /** Every table is another in every limit of its, so that each recorded decision is compared. */
    private static void compare(DroolsRuleBook rules, Path kept, Path folder) throws SQLException {
        List<LimitTable> tables =
                rules.tables().stream().map(DecisionTimes::wider).toList();
        Set<Fact<?>> facts = tables.stream().flatMap(t -> t.asked().stream()).collect(Collectors.toSet());
        for (int warm = 0; warm < 2; warm++) {
            new DecisionIndex(new DecisionReader(kept, folder.resolve("spill")).read(facts)).accounts(tables, Set.of());
        }
        double before = cpu();
        DecisionColumns columns = new DecisionReader(kept, folder.resolve("spill")).read(facts);
        double read = cpu() - before;
        before = cpu();
        int found = new DecisionIndex(columns).accounts(tables, Set.of()).size();
        double indexed = cpu() - before;
        double each = dmn();
        System.out.printf(
                "%,d recorded decisions: read in %.2f s of CPU, compared in %.2f s, %,d accounts are otherwise; asking the DMN"
                        + " engine for each takes %.1f s, %.0f times as much%n",
                columns.size(), read, indexed, found, each * columns.size(), each * columns.size() / (read + indexed));
    }

    /** The CPU seconds of one decision of the position weight by the DMN engine. */
    private static double dmn() {
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newFileResource("rules/limits/position-weight.dmn")))
                .getOrElseThrow(IllegalStateException::new);
        DMNModel model = runtime.getModels().getFirst();
        double before = 0;
        for (int i = 0; i < 2 * ASKED; i++) {
            if (i == ASKED) {
                before = cpu();
            }
            DMNContext context = runtime.newContext();
            context.set("Asset class", i % 10 == 0 ? "ETF" : "Equity");
            context.set("Strategy", "strategy " + i % 7);
            if (runtime.evaluateAll(model, context).hasErrors()) {
                throw new IllegalStateException("no answer");
            }
        }
        return (cpu() - before) / ASKED;
    }

    /** The same table with limits a hundredth above its own. */
    private static LimitTable wider(LimitTable table) {
        return new LimitTable() {
            @Override
            public RuleVersion rule() {
                return table.rule();
            }

            @Override
            public Measure measure() {
                return table.measure();
            }

            @Override
            public Set<Fact<?>> asked() {
                return table.asked();
            }

            @Override
            public RiskLimit decide(FactValues facts) {
                RiskLimit limit = table.decide(facts);
                return new RiskLimit(
                        limit.rule(),
                        limit.limit().map(l -> l.multiply(WIDER)),
                        limit.warning(),
                        limit.action(),
                        limit.row());
            }
        };
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
}
