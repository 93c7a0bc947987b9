package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.TapeFile;
import dev.vesper.adapters.routes.intake.FirmFilesRoute;
import dev.vesper.adapters.routes.simulated.DayTape;
import dev.vesper.adapters.routes.simulated.SimulatedMarket;
import dev.vesper.app.settings.Settings;
import dev.vesper.desk.market.Tapes;

/** The conversations: the firm's files in, orders out and reports back. */
public final class RoutesWiring {
    public final Part<FirmFilesRoute> intake;
    /** Recorded trades, or made-up ones; opens nothing before a symbol is asked for. */
    public final Tapes tapes = (firm, snapshot, sessions, prices, seed) ->
            new DayTape(new TapeFile(), firm, snapshot, sessions, prices, seed);

    public final Part<SimulatedMarket> venues;

    RoutesWiring(OpenParts open, Settings settings, LakeWiring lake) {
        intake = new Part<>(open, "intake", () -> {
            var objects = lake.objects.get();
            return FirmFilesRoute.start(
                    settings.root().resolve("routes"),
                    objects.client(),
                    objects.bucket(),
                    settings.folder("cache/intake"));
        });
        venues = new Part<>(
                open,
                "venues",
                () -> new SimulatedMarket(settings.root().resolve("routes"), settings.folder("venues")));
    }
}
