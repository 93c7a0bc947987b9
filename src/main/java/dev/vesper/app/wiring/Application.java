package dev.vesper.app.wiring;

import dev.vesper.adapters.console.ControlServer;
import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.FrozenInputs;
import dev.vesper.adapters.firm.PriceFile;
import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.adapters.lake.EmbeddedS3;
import dev.vesper.adapters.lake.S3Lake;
import dev.vesper.adapters.lake.S3Settings;
import dev.vesper.adapters.lake.S3Store;
import dev.vesper.adapters.planner.OptaLotPlanner;
import dev.vesper.adapters.processes.ProcessEngine;
import dev.vesper.adapters.processes.ProcessSettings;
import dev.vesper.adapters.report.RunReportWriter;
import dev.vesper.adapters.routes.FirmFilesRoute;
import dev.vesper.adapters.routes.SimulatedMarket;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.slicer.Slicers;
import dev.vesper.adapters.store.Database;
import dev.vesper.adapters.store.HibernateAuditLog;
import dev.vesper.adapters.store.HibernateInstanceKeys;
import dev.vesper.adapters.store.HibernateOrderStore;
import dev.vesper.adapters.store.HibernateRunStore;
import dev.vesper.adapters.store.HibernateTaskStore;
import dev.vesper.app.settings.CodeVersion;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.app.terminal.Summaries;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.ApprovalDesk;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.TaskStore;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.execution.WorkOrders;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.report.WriteReport;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.JournalledStage;
import dev.vesper.desk.run.OpenRun;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.RunStore;
import dev.vesper.desk.run.RunVersions;
import dev.vesper.desk.run.Stage;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole application on one page: every part, what it is made from, and who is handed to whom. */
public final class Application implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Settings settings;
    private final OpenParts parts;
    private final Store store;
    private final ProcessEngine processes;
    private final OpenRun openRun;
    private final ApprovalDesk approvals;
    private final RunMonitor watch;
    private final Firms firms;
    private final PrometheusMeterRegistry meters;
    private final OperationsEndpoint control;

    /** The database and what is kept in it. */
    public record Store(
            HibernateRunStore runs,
            HibernateOrderStore orders,
            HibernateTaskStore tasks,
            HibernateAuditLog audit,
            HibernateInstanceKeys keys) {
        static Store of(Database database) {
            var audit = new HibernateAuditLog(database);
            return new Store(
                    new HibernateRunStore(database),
                    new HibernateOrderStore(database),
                    new HibernateTaskStore(database, audit),
                    audit,
                    new HibernateInstanceKeys(database));
        }
    }

    private Application(Settings settings, OpenParts parts, Console console) {
        this.settings = settings;
        this.parts = parts;
        InstantSource clock = InstantSource.system();
        Path root = settings.root();
        Path runFolder = settings.folder("runs");
        var reader = new FirmFolder();
        this.firms = new Firms(settings, reader, console);
        this.meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

        // Everything that takes its time to start does so side by side.
        Executor starters = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("start-", 0).daemon().factory());
        var engine = side("processes", starters, () -> parts.add(ProcessEngine.open(processes(settings))));
        var database = side("store", starters, () -> {
            Database opened = parts.add(Database.open(Databases.settings(settings)));
            opened.warm();
            return opened;
        });
        var s3 = side("lake", starters, () -> parts.add(S3Store.open(s3(settings, parts))));
        var rules = side("rules", starters, () -> new DroolsRuleBook(root.resolve("rules")));
        var intake = s3.thenApplyAsync(
                opened -> parts.add(FirmFilesRoute.start(
                        root.resolve("routes"), opened.client(), opened.bucket(), settings.folder("cache/intake"))),
                starters);

        this.store = Store.of(join(database));
        var lake = new S3Lake(
                join(s3),
                root.resolve("products/prices/contract.odcs.yaml"),
                new PriceFile(),
                settings.folder("cache"));
        Inputs inputs = new FrozenInputs(reader, runFolder);
        Venues venues = new SimulatedMarket(root.resolve("routes"), settings.folder("venues"), new TapeFile());
        var slicer = Slicers.load(root.resolve("target/native"));
        if (!slicer.nativeServes()) {
            console.say("  ! the Java slicer serves: " + slicer.reason());
        }
        this.openRun = new OpenRun(store.runs(), inputs, store.audit(), clock);
        this.approvals = new ApprovalDesk(
                store.runs(), store.tasks(), store.audit(), new Questions(store.runs(), store.runs()), clock);
        this.watch = new RunMonitor(store.runs(), new AbandonRun(store.runs(), store.audit(), clock), console);
        this.processes = join(engine);
        DroolsRuleBook ruleBook = join(rules);
        Supplier<RunVersions> versions = () -> versions(ruleBook, lake);
        var reports = new WriteReport.Ports(
                store.runs(), store.runs(), store.runs(), store.orders(), store.audit(), inputs, lake, venues);
        var writer = new RunReportWriter();
        // as many accounts are planned at a time as there are processors
        Executor planners = parts.add(Executors.newFixedThreadPool(
                Runtime.getRuntime().availableProcessors(),
                Thread.ofPlatform().name("plan-", 0).daemon().factory()));
        List<Stage> stages = List.of(
                new CheckData(store.runs(), store.runs(), inputs, join(intake), lake, ZoneId.systemDefault()),
                new Rebalance(
                        store.runs(),
                        store.runs(),
                        store.runs(),
                        inputs,
                        lake,
                        new OptaLotPlanner(root.resolve("planner")),
                        ruleBook,
                        console,
                        planners),
                new SettleApproval(store.tasks(), store.runs(), store.audit(), clock),
                new WorkOrders(
                        store.runs(),
                        store.runs(),
                        store.runs(),
                        store.orders(),
                        inputs,
                        lake,
                        venues,
                        slicer.slicer(),
                        console),
                new WriteReport(WriteReport.REPORT, RunStatus.DONE, reports, writer, runFolder, versions, clock),
                new WriteReport(
                        WriteReport.CLOSE_REFUSED, RunStatus.REFUSED, reports, writer, runFolder, versions, clock));
        processes.work(
                store.keys(),
                stages.stream()
                        .map(stage -> (Stage) new JournalledStage(
                                stage, store.runs(), clock, stage.name().equals(WriteReport.CLOSE_REFUSED)))
                        .toList(),
                approvals,
                watch,
                Optional.of(meters));
        this.control = new OperationsEndpoint(this);
    }

    /**
     * Takes the state folder and starts every part.
     *
     * @param command what it is started for, told to a second process
     */
    public static Application open(Settings settings, Console console, String command) {
        OpenParts parts = new OpenParts();
        parts.add(StateLock.take(settings.state(), command));
        OperationsEndpoint.forget(settings); // of a process that was killed
        try {
            Application application = new Application(settings, parts, console);
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "close-vesper"));
            sayReady(console);
            return application;
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    /** Counted from the launcher's clock, so that the JVM's own start is in it. */
    private static void sayReady(Console console) {
        Long launched = Long.getLong("vesper.launched");
        if (launched != null) {
            console.say(
                    String.format(Locale.ROOT, "Ready in %.1f s", (System.currentTimeMillis() - launched) / 1000.0));
        }
    }

    public Firm firm(@Nullable Path folder) {
        return firms.read(folder);
    }

    public LocalDate lastPriceDate(Firm firm) {
        return Firms.lastPriceDate(firm, LocalDate.now(ZoneId.systemDefault()));
    }

    public OpenRun openRun() {
        return openRun;
    }

    public ProcessEngine processes() {
        return processes;
    }

    public RunMonitor watch() {
        return watch;
    }

    public RunStore runs() {
        return store.runs();
    }

    public TaskStore tasks() {
        return store.tasks();
    }

    AuditLog audit() {
        return store.audit();
    }

    public ApprovalDesk approvals() {
        return approvals;
    }

    PrometheusMeterRegistry meters() {
        return meters;
    }

    /** Answers on loopback until the application closes. */
    public ControlServer serve(int port) {
        parts.add(() -> OperationsEndpoint.forget(settings));
        return parts.add(control.serve(settings, port));
    }

    /** Prints how a run went, read from its report. */
    public void summary(RunId run, Console console) {
        Path folder = settings.folder("runs").resolve(run.value());
        if (Summaries.exists(folder)) {
            Summaries.print(folder, console, false);
        } else {
            console.say("No report was written for run " + run + ".");
        }
    }

    private RunVersions versions(DroolsRuleBook rules, S3Lake lake) {
        SortedMap<String, String> sums = new TreeMap<>();
        processes.versions().forEach((id, version) -> sums.put(id, version.sha256()));
        return new RunVersions(CodeVersion.text(), lake.contractVersion(), "", rules.versions(), sums);
    }

    private static ProcessSettings processes(Settings settings) {
        Path files = settings.root().resolve("processes");
        return settings.zeebe()
                .map(address -> ProcessSettings.remote(files, address))
                .orElseGet(() -> ProcessSettings.embedded(files, settings.folder("zeebe")));
    }

    private static S3Settings s3(Settings settings, OpenParts parts) {
        return settings.s3()
                .map(s -> new S3Settings(
                        URI.create(s.endpoint()),
                        s.region(),
                        s.accessKey(),
                        s.secretKey().reveal(),
                        s.bucket(),
                        true))
                .orElseGet(() -> parts.add(EmbeddedS3.start(settings.folder("lake"), S3Settings.DEFAULT_BUCKET))
                        .settings());
    }

    /** Starts a part beside the others; how long it took is the gauge {@code vesper_start_seconds} of /metrics. */
    private <T> CompletableFuture<T> side(String part, Executor executor, Supplier<T> start) {
        long began = System.nanoTime();
        return CompletableFuture.supplyAsync(
                () -> {
                    T started = start.get();
                    double seconds = (System.nanoTime() - began) / 1e9;
                    meters.gauge("vesper.start.seconds", Tags.of("part", part), seconds);
                    LOG.debug("{} started in {} s", part, seconds);
                    return started;
                },
                executor);
    }

    private static <T> T join(CompletableFuture<T> started) {
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        parts.close();
    }
}
