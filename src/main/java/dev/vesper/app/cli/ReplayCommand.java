package dev.vesper.app.cli;

import dev.vesper.adapters.rules.RulesFolder;
import dev.vesper.app.terminal.Table;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Counted;
import dev.vesper.basics.Numbers;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.workbench.replay.ChangeKind;
import dev.vesper.desk.workbench.replay.Difference;
import dev.vesper.desk.workbench.replay.ReplayDays;
import dev.vesper.desk.workbench.replay.ReplaySummary;
import dev.vesper.desk.workbench.replay.ReplayedRun;
import dev.vesper.desk.workbench.replay.Word;
import dev.vesper.limits.Verdict;
import dev.vesper.orders.ParentOrder;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What other rules would have decided. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Says what a changed table, or another rules folder, would have decided on recorded days:",
            "what it would have denied, allowed, cut and warned of, by rule, account, strategy and",
            "sector. Nothing is stored, no engine is started."
        },
        footer = {"", "Example: ./vesper rules replay --draft position-weight.dmn --last 20"})
final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 10_000;

    private final Wiring wiring;

    ReplayCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--draft",
            required = true,
            paramLabel = "DRAFT|FILE|FOLDER",
            description =
                    "The id of a draft, a table or DRL in the place of the active one of its name, or a rules folder.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path draft;

    @Option(names = "--last", defaultValue = "20", description = "How many of the newest days (default 20).")
    private int last;

    @Option(names = "--from", paramLabel = "DATE", description = "The first business date that counts.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "The last business date that counts.")
    private @Nullable LocalDate to;

    @Option(names = "--summary", description = "json and csv: the sums instead of the single differences.")
    private boolean summary;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private FormatOption format;

    @Override
    public Integer call() {
        if (last < 1 || last > MOST_DAYS) {
            throw Problem.usage("Expected --last from 1 to " + Numbers.count(MOST_DAYS) + ", but it is " + last);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw Problem.usage("Expected --from on or before --to, but " + from + " is after " + to);
        }
        FileSet rules = rules();
        var runs = wiring.store.store.get().runs();
        List<RunRecord> days = ReplayDays.of(
                runs,
                run -> runs.figures(run.id()).isPresent(),
                last,
                Optional.ofNullable(from),
                Optional.ofNullable(to));
        if (days.isEmpty()) {
            throw Problem.usage("Expected a day that was judged, but there is none"
                    + (from == null && to == null ? "" : " between these dates")
                    + "; ./vesper runs list shows what there is");
        }
        PrintWriter told = spec.commandLine().getErr();
        List<ReplayedRun> replayed = wiring.desk.ruleReplay().of(rules, days, (run, done, of) -> {
            if (done == of) {
                told.println(run.id() + ": " + Counted.of(of, "account") + " judged again");
                told.flush();
            }
        });
        write(replayed);
        return 0;
    }

    private FileSet rules() {
        if (draft.toString().startsWith("D-") && !Files.exists(draft)) {
            return wiring.rules.changes.get().drafts().files(draft.toString());
        }
        return Files.isDirectory(draft)
                ? RulesFolder.read(draft)
                : RulesFolder.with(wiring.rules.changes.get().active().files(), draft);
    }

    private void write(List<ReplayedRun> replayed) {
        List<Difference> all =
                replayed.stream().flatMap(run -> run.differences().stream()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (format.format == Table.Format.TABLE) {
            format.write(sums(all), out);
            out.println();
        }
        boolean sums = summary && format.format != Table.Format.TABLE;
        format.write(sums ? sums(all) : differences(all), out);
        told(replayed, all.size());
    }

    /** What a person must know beside the differences. */
    private void told(List<ReplayedRun> replayed, int differences) {
        PrintWriter told = spec.commandLine().getErr();
        replayed.stream()
                .filter(run -> !run.known())
                .forEach(run -> told.println(run.run() + ": not replayed. " + run.without()));
        replayed.stream()
                .filter(run -> !run.unlike().isEmpty())
                .forEach(run ->
                        told.println(run.run() + ": " + Counted.of(run.unlike().size(), "account")
                                + " not told of, because the day's own rules do not decide them again as the day did: "
                                + run.unlike().stream().limit(5).collect(Collectors.joining(", "))
                                + (run.unlike().size() > 5 ? ", ..." : "")));
        List<ReplayedRun> known = replayed.stream().filter(ReplayedRun::known).toList();
        told.println(Counted.of(known.size(), "day") + ", "
                + Counted.of(known.stream().mapToInt(ReplayedRun::accounts).sum(), "account") + ", "
                + Counted.of(known.stream().mapToInt(ReplayedRun::decisions).sum(), "recorded decision")
                + " compared, "
                + Counted.of(known.stream().mapToInt(ReplayedRun::again).sum(), "account")
                + " judged again: " + Counted.of(differences, "difference"));
        told.flush();
    }

    private static Table sums(List<Difference> all) {
        Table table = new Table(
                "by",
                "name",
                "newly denied",
                "newly allowed",
                "cut more",
                "cut less",
                "newly warned",
                "no longer warned",
                "less traded",
                "more traded");
        for (ReplaySummary.By by : ReplaySummary.By.values()) {
            for (ReplaySummary.Group group : ReplaySummary.of(all, by)) {
                table.row(
                        by.word(),
                        Visible.line(group.name()),
                        group.count(ChangeKind.NEWLY_DENIED),
                        group.count(ChangeKind.NEWLY_ALLOWED),
                        group.count(ChangeKind.CUT_MORE),
                        group.count(ChangeKind.CUT_LESS),
                        group.count(ChangeKind.NEWLY_WARNED),
                        group.count(ChangeKind.NO_LONGER_WARNED),
                        money(group.lessByCurrency()),
                        money(group.moreByCurrency()));
            }
        }
        return table;
    }

    private static String money(SortedMap<String, BigDecimal> byCurrency) {
        return byCurrency.entrySet().stream()
                .map(sum -> Numbers.money(sum.getKey(), sum.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static Table differences(List<Difference> all) {
        Table table = new Table(
                "run",
                "account",
                "strategy",
                "sector",
                "what",
                "rule",
                "subject",
                "planned",
                "before",
                "after",
                "money",
                "currency",
                "row before",
                "row after",
                "said",
                "would say");
        for (Difference one : all) {
            table.row(
                    one.run().value(),
                    one.account(),
                    one.strategy(),
                    Visible.line(one.sector()),
                    one.kind().words(),
                    one.rule(),
                    one.subject(),
                    one.order().map(ParentOrder::quantity).map(Numbers::exact).orElse(""),
                    one.order().isEmpty() ? "" : Numbers.exact(one.before()),
                    one.order().isEmpty() ? "" : Numbers.exact(one.after()),
                    Numbers.amount(one.money().amount()),
                    one.money().currency(),
                    row(one.was()),
                    row(one.now()),
                    reason(one.was()),
                    reason(one.now()));
        }
        return table;
    }

    private static String row(Optional<Word> word) {
        return word.filter(said -> said.row() > 0)
                .map(said -> String.valueOf(said.row()))
                .orElse("");
    }

    private static String reason(Optional<Word> word) {
        return word.map(Word::verdict).map(Verdict::reason).map(Visible::line).orElse("");
    }
}
