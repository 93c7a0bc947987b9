package dev.vesper.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.wiring.SystemTimes;
import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.RunId;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageName;
import dev.vesper.orders.ChildOutcome;
import dev.vesper.testing.Declared;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command starts only what it needs. */
class CommandPartsIT {
    private static final String DAY =
            "active-rules anchors approvals books breaches changes decisions endpoint endpoint-file flows followed-orders history inputs intake kill-switches lake lock markets meters monitor open-run order-engine"
                    + " planner planner-threads processes products proposals questions report reviews routes rules s3 stages"
                    + " statements store tables traces venue-breakers venues waiver-log workers";

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --help                             | 0 | none
            portfolio weights --prices PRICES --method equal-weight | 0 | none
            execution schedule --strategy twap --side buy --quantity 10 --start 09:30 --end 16:00 | 0 | none
            execution allocate --block PRICES --fills PRICES | 2 | none
            execution queue --l3 PRICES | 2 | none
            execution route --side buy --quantity 10 --books PRICES --venues PRICES | 2 | none
            execution best-execution --from 2018-04-12 --to 2018-04-11 --out NEW | 2 | none
            execution measures --trades none.csv | 2 | none
            execution reconcile --file none.csv --run 2018-04-11-001 | 2 | none
            execution simulate --orders none.csv --trades none.csv --quotes none.csv --out NEW | 2 | none
            execution costs --orders none.csv --fills none.csv --trades none.csv --quotes none.csv | 2 | none
            execution learn --trades none.csv --quotes none.csv --trades no.csv --quotes no.csv --policy NEW | 2 | none
            execution estimate --quantity 1 --daily-volume 100 --volatility 0.01 --spread 1 | 0 | none
            firm check FIRM                    | 0 | none
            rules list                         | 0 | none
            rules replay --draft rules --last 0 | 2 | none
            rules replay --draft rules         | 2 | lock store
            execution best-execution --from 2018-04-11 --to 2018-04-11 --out NEW | 2 | lock store
            execution reconcile --file TRADES --run 2018-04-11-001 | 2 | lock store
            execution confirmations --run 2018-04-11-001 | 2 | lock store
            execution odds --run 2018-04-11-001 | 2 | lock store
            limits breaches                    | 0 | breaches lock questions store
            rules waiver list                  | 0 | lock questions store waiver-log waivers
            rules trust rules/compliance/wash-sale.drl | 2 | none
            doctor                             | 0 | none
            doctor --firm UNTOLD               | 2 | none
            health                             | 4 | lock questions store
            watch                              | 4 | none
            watch --most 0                     | 2 | none
            tasks list                         | 0 | kill-switches lock moves questions replays reviews store venue-desk waiver-log waivers
            venues show                        | 0 | lock questions store venue-desk
            runs list                          | 0 | lock questions store
            audit list                         | 0 | lock questions store
            audit verify                       | 0 | anchors chain lock questions store
            audit verify --file PRICES         | 2 | none
            audit anchor                       | 3 | anchors lock questions store
            quality show                       | 0 | lock questions store
            books show --firm FIRM             | 2 | lock questions store
            books verify                       | 2 | lock questions store
            console link                       | 4 | none
            tasks approve 2018-04-11-001/propose-trades --as a | 2 | access lock questions sign-in store
            runs abandon 2018-04-11-001 --as a --reason x | 2 | access lock questions sign-in store
            runs abandon 2018-04-11-001 --reason x | 2 | none
            runs show 2018-04-11-001           | 2 | lock questions store
            orders list --run 2018-04-11-001   | 2 | blotter lock questions store
            limits list --run 2018-04-11-001   | 2 | limits lock questions store
            runs resume 2018-04-11-001 --as a --reason x | 4 | access lock questions sign-in store
            schedule show                      | 4 | lock questions store
            schedule run --as a                | 4 | access lock questions sign-in store
            login a                            | 2 | none
            logout                             | 0 | none
            tokens list                        | 2 | none
            users list                         | 0 | access lock questions sign-in store
            eod --firm NOWHERE                 | 2 | none
            eod --firm FIRM --rehearse         | 0 | all
            execution best-execution --from 2025-12-31 --to 2025-12-31 --out NEW | 2 | lock store
            execution best-execution --from 2025-12-31 --to 2025-12-31 --rehearsal --out NEW | 0 | inputs lock products store
            execution confirmations --run 2025-12-31-001 | 2 | lock store
            execution odds --run 2025-12-31-001 | 0 | lock store
            execution confirmations --run 2025-12-31-001 --rehearsal | 0 | inputs lock products store
            rules cases position-weight        | 0 | active-rules history lock questions rule-tables store
            rules cases position-wait          | 2 | active-rules history lock questions rule-tables store
            rules draft begin Floors --as anna | 0 | access active-rules history lock questions rule-changes rule-records sign-in store
            rules draft new-table D-1 Compliance sanctions --input Side --as anna | 0 | access active-rules history inputs lock products questions rule-changes rule-records rule-tables sign-in store
            rules draft export D-1 compliance/sanctions.dmn --out VAR.csv | 0 | active-rules history lock questions rule-changes rule-records rule-tables store
            rules draft import D-1 VAR.csv --into compliance/sanctions.dmn --as anna | 0 | active-rules history inputs lock products questions rule-changes rule-records rule-tables store
            rules draft import D-1 PRICES --into compliance/sanctions.dmn --as anna | 2 | active-rules history inputs lock products questions rule-changes rule-records rule-tables store
            rules replay --draft rules --format json | 0 | decisions inputs lake lock products s3 store tables
            """)
    void opens(String command, int exitCode, String parts) throws Exception {
        Path firm = Path.of("src/test/resources/golden/tiny/firm").toAbsolutePath();
        Path prices = Files.writeString(
                folder.resolve("prices.csv"),
                "date,AAA,BBB\n2018-04-09,10,20\n2018-04-10,11,20.5\n2018-04-11,10.5,21\n2018-04-12,10.7,20.8\n");
        Path trades =
                Files.writeString(folder.resolve("trades.csv"), "venue,exec_id,order_id,symbol,side,quantity,price\n");
        Path untold = Files.createDirectories(folder.resolve("untold"));
        Files.writeString(untold.resolve("notifications.yaml"), "everybody: told\n");
        String[] arguments = command.replace("FIRM", firm.toString())
                .replace("UNTOLD", untold.toString())
                .replace("PRICES", prices.toString())
                .replace("TRADES", trades.toString())
                .replace("NEW", folder.resolve("best-execution").toString())
                .replace("VAR", folder.resolve("exported").toString())
                .replace("NOWHERE", folder.resolve("nowhere").toString())
                .split(" ");
        Settings settings =
                Settings.from(Map.of("VESPER_VAR", folder.resolve("var").toString()), Path.of(""));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream silent = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (Wiring wiring = new Wiring(settings, SystemTimes.in(settings.zone()), new Console(silent, false, null))) {
            var line = Main.commandLine(wiring);
            line.setOut(new PrintWriter(Writer.nullWriter()));
            line.setErr(new PrintWriter(said, true, StandardCharsets.UTF_8));
            assertEquals(exitCode, line.execute(arguments), () -> said.toString(StandardCharsets.UTF_8));
            if (command.contains("UNTOLD")) {
                String told = said.toString(StandardCharsets.UTF_8);
                assertTrue(told.contains("vesper: notifications.yaml:1:1: Expected a known key"), told);
            }
            String opened = String.join(" ", new TreeSet<>(wiring.opened().keySet()));
            assertEquals(parts.equals("all") ? DAY : parts, opened.isEmpty() ? "none" : opened);
            if (parts.equals("all")) {
                whatTheDayDidIsCounted(wiring);
                assertEquals(
                        Declared.stages(),
                        wiring.desk.stages.get().stream()
                                .map(Stage::name)
                                .sorted(Comparator.comparing(StageName::job))
                                .toList(),
                        "every stage has its line in DeskWiring.all");
            }
        }
    }

    /** Every child that ended, every fill, every stage. */
    private static void whatTheDayDidIsCounted(Wiring wiring) {
        String metrics = wiring.meters.meters.get().scrape();
        var kept = wiring.store.store.get();
        RunId run = kept.runs().recent(1).getFirst().id();
        int fills = kept.orders().fills(run).size();
        assertTrue(fills > 0, "the day has fills");
        assertTrue(metrics.contains("\nvesper_fills_total " + (double) fills + "\n"), metrics);
        for (ChildOutcome.State state : ChildOutcome.State.values()) {
            long ended = kept.orders().outcomes(run).values().stream()
                    .filter(outcome -> outcome.state() == state)
                    .count();
            String line = "\nvesper_orders_total{outcome=\"" + state.name().toLowerCase(Locale.ROOT) + "\"} "
                    + (double) ended;
            assertTrue(metrics.contains(line + "\n"), () -> line + " in " + metrics);
        }
        for (StageName stage : Declared.stages()) {
            int done = stage.job().equals("close-refused") ? 0 : 1;
            String line = "\nvesper_process_jobs_seconds_count{job=\"" + stage.job() + "\",outcome=\"done\"} " + done;
            assertTrue(metrics.contains(line + "\n"), () -> line + " in " + metrics);
        }
    }
}
