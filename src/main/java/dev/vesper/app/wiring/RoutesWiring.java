package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.WatchedRoutes;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.adapters.routes.fix.RealVenues;
import dev.vesper.adapters.routes.intake.FirmFilesRoute;
import dev.vesper.adapters.routes.simulated.DayTape;
import dev.vesper.adapters.routes.simulated.SimulatedMarket;
import dev.vesper.adapters.routes.trial.RouteTrial;
import dev.vesper.app.settings.Settings;
import dev.vesper.basics.Times;
import dev.vesper.desk.market.Tapes;
import java.nio.file.Path;

/** The conversations: the firm's files in, orders out and reports back. */
public final class RoutesWiring {
    /** The files, tried; one that breaks in the session has cost an approval. */
    public final Part<WatchedRoutes> routes;

    public final Part<FirmFilesRoute> intake;
    /** Recorded trades, or made-up ones; opens nothing before a symbol is asked for. */
    public final Tapes tapes = (firm, snapshot, sessions, prices, seed) ->
            new DayTape(new TapeFile(), firm, snapshot, sessions, prices, seed);

    public final Part<SimulatedMarket> venues;
    /** Which venues are outside; none where somebody practises. */
    public final RealVenues real;

    /** Those of the runs that work orders now; opens nothing. */
    final OpenSessions sessions;

    RoutesWiring(
            OpenParts open, Settings settings, Times times, LakeWiring lake, StoreWiring store, TraceWiring traces) {
        sessions = new OpenSessions(times.clock());
        real = times.simulated().isPresent() ? RealVenues.NONE : new RealVenues(settings.venues());
        Path folder = settings.root().resolve("routes");
        routes = new Part<>(
                open,
                "routes",
                () -> WatchedRoutes.open(
                        folder, RouteTrial::check, () -> store.store.get().filesUsed()));
        intake = new Part<>(open, "intake", () -> {
            var objects = lake.objects.get();
            return FirmFilesRoute.start(
                            run -> routes.get().of(run),
                            objects.client(),
                            objects.bucket(),
                            settings.folder("cache/intake"))
                    .warm(() -> RouteFiles.read(folder)); // beside their trial
        });
        venues = new Part<>(
                open,
                "venues",
                () -> new SimulatedMarket(
                        run -> routes.get().of(run),
                        settings.folder("venues"),
                        sessions,
                        run -> traces.followed.get().watch(run),
                        real,
                        times.clock()));
    }
}
