package dev.vesper.app.wiring;

import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.adapters.api.server.Listening;
import dev.vesper.adapters.api.server.ServerCertificate;
import dev.vesper.adapters.lake.ReportCopies;
import dev.vesper.adapters.lake.SetAsideRows;
import dev.vesper.adapters.processes.DrawnChangeFile;
import dev.vesper.adapters.processes.DrawnFiles;
import dev.vesper.adapters.report.ReportFolder;
import dev.vesper.adapters.text.ZippedTexts;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.approval.LeftOutOrder;
import dev.vesper.desk.diagram.RunStates;
import dev.vesper.desk.firm.ExpectedCosts;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.operations.AuditParts;
import dev.vesper.desk.operations.BookParts;
import dev.vesper.desk.operations.Followed;
import dev.vesper.desk.operations.RepairParts;
import dev.vesper.desk.operations.RunParts;
import dev.vesper.desk.operations.ServeOperations;
import dev.vesper.desk.practice.PracticeClock;
import dev.vesper.desk.repair.Costs;
import dev.vesper.desk.repair.FirmSessions;
import dev.vesper.desk.repair.RunRepair;
import dev.vesper.desk.repair.Scrubber;
import dev.vesper.desk.repair.Standstills;
import dev.vesper.desk.repair.SupportBundle;
import dev.vesper.desk.run.AbandonRun;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.trace.TraceLinks;
import java.util.Optional;
import java.util.function.Supplier;

/** What is asked of Vesper: answered in process, over loopback, or brought to the Vesper that runs. */
public final class OperationsWiring {
    private final OpenParts open;
    private final Settings settings;
    private final Times times;
    private final StoreWiring store;
    private final LakeWiring lake;
    private final Console console;
    private final AccessWiring access;
    private final DeskWiring desk;
    private final HealthWiring health;
    private final WorkersWiring workers;
    private final ScheduleWiring schedule;
    private final AnchorWiring anchors;
    private final RoutesWiring routes;
    private final RulesWiring rules;

    OperationsWiring(
            OpenParts open,
            Settings settings,
            Times times,
            Console console,
            StoreWiring store,
            LakeWiring lake,
            AccessWiring access,
            DeskWiring desk,
            HealthWiring health,
            WorkersWiring workers,
            ScheduleWiring schedule,
            AnchorWiring anchors,
            RoutesWiring routes,
            RulesWiring rules) {
        this.open = open;
        this.settings = settings;
        this.times = times;
        this.console = console;
        this.store = store;
        this.lake = lake;
        this.access = access;
        this.desk = desk;
        this.health = health;
        this.workers = workers;
        this.schedule = schedule;
        this.anchors = anchors;
        this.routes = routes;
        this.rules = rules;
    }

    /** Asks the running Vesper, or the store where none runs; the store opens with the first question. */
    public OperationsAccess access() {
        return new OperationsAccess(settings, () -> operations(Optional.empty()));
    }

    /** Links that let a browser into the console of the running Vesper. */
    public ConsoleWiring console() {
        return new ConsoleWiring(settings, times);
    }

    /**
     * Where the settings say that Vesper answers.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where the certificate or its key cannot be used
     */
    public Listening listening() {
        return new Listening(
                settings.http().host(),
                settings.http().port(),
                settings.http().tls().map(files -> ServerCertificate.read(files.certificate(), files.key())));
    }

    /** Answers until Vesper closes; links alone let a browser in. */
    public ApiServer serve(Listening listening) {
        return serve(listening, Optional.empty());
    }

    /** Answers until Vesper closes; users sign in to the console. */
    public ApiServer serveUsers(Listening listening) {
        return serve(listening, Optional.of(access.access));
    }

    private ApiServer serve(Listening listening, Optional<Supplier<Access>> users) {
        return open.open("endpoint", () -> {
            open.open("endpoint-file", () -> (AutoCloseable) () -> OperationsEndpoint.forget(settings));
            var operations =
                    operations(Optional.of("process " + ProcessHandle.current().pid()));
            var requests = new IdempotentRequests(store.store.get().requests(), times.machine());
            var changes = new ChangesWiring(store.store.get().database(), routes.sessions, times);
            var told = new Followed(operations, changes.followers);
            ApiServer server = OperationsEndpoint.serve(
                    settings, listening, told, requests, health, ConsoleWiring.mount(told, settings, times, users));
            open.open("changes", () -> changes); // closed first: whoever follows is let go before the server ends
            return server;
        });
    }

    private ServeOperations operations(Optional<String> worker) {
        var kept = store.store.get();
        if (worker.isPresent()) {
            desk.resumesBy(() -> Optional.of(workers.resume.get()));
        }
        return new ServeOperations(
                new RunParts(
                        kept.runs(),
                        states(kept),
                        new TraceLinks(
                                settings.telemetry().endpoint().isPresent(),
                                settings.telemetry().link()),
                        kept.runs(),
                        lake.tables::get,
                        desk.questions.get(),
                        kept.runs(),
                        run -> LeftOutOrder.of(kept.events(), run),
                        new ExpectedCosts(desk.frozen()),
                        reports(kept),
                        new AbandonRun(
                                kept.runs(),
                                kept.audit(),
                                run -> desk.books.get().postTraded(run),
                                times.clock()),
                        new Incidents(kept.runs(), kept.audit(), times.clock()),
                        workers.resume,
                        worker),
                desk.blotter,
                desk.limits,
                repair(kept, worker.isPresent()),
                kept.runs(),
                new AuditParts(kept.audit(), anchors.anchors, anchors.chain),
                new BookParts(desk.readBooks(), desk.flows, desk.reconcile),
                schedule::get,
                () -> new PracticeClock(times, schedule::toCome, desk.questions.get(), kept.audit()),
                desk.killSwitches,
                desk.venueDesk,
                desk.venueBreakers,
                rules.changes,
                () -> DrawnChangeFile.of(settings.root().resolve("processes")),
                rules.tables,
                desk.ruleReplays,
                rules.waivers,
                desk.breaches,
                worker.isPresent()
                        ? health::service
                        : () -> {
                            throw Problem.unavailable(
                                    "Expected a Vesper that runs, but none does; ./vesper up starts one");
                        },
                access.access,
                times.clock());
    }

    private RepairParts repair(StoreWiring.Store kept, boolean working) {
        var standstills = new Standstills(
                kept.runs(),
                kept.audit(),
                new Costs(kept.runs(), kept.orders(), kept.events(), new FirmSessions(desk.frozen())),
                times.clock());
        var parts = new SupportParts(settings, kept, states(kept), standstills, health, working);
        return new RepairParts(
                standstills,
                new RunRepair(kept.runs(), kept.audit(), times.clock()),
                new SupportBundle(
                        parts::all, () -> new Scrubber(parts.secrets()), ZippedTexts::of, kept.audit(), times.clock()),
                kept.runs(),
                () -> new SetAsideRows(
                        lake.objects.get(),
                        run -> settings.folder("runs").resolve(run.value()).resolve("input")),
                desk.rows,
                desk.moves,
                desk.replays);
    }

    private RunStates states(StoreWiring.Store kept) {
        return new RunStates(
                new RunStates.Kept(kept.runs(), kept.keys(), kept.filesUsed(), kept.runs(), kept.rulesUsed()),
                desk.questions.get(),
                new Incidents(kept.runs(), kept.audit(), times.clock()),
                () -> new DrawnFiles(ServedWork.ALL),
                times);
    }

    private RestoredReports reports(StoreWiring.Store kept) {
        return new RestoredReports(
                new ReportFolder(settings.folder("runs")),
                settings.folder("runs"),
                kept.runs(),
                () -> new ReportCopies(lake.objects.get()),
                console);
    }
}
