package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixVenueGateway;
import dev.vesper.adapters.routes.fix.OpenSessions;
import dev.vesper.adapters.routes.fix.VenueAddress;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.testing.TradingDay;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;

/** The house's side of the simulated venues, for a run that is new and that nobody watches. */
final class HouseSessions {
    private HouseSessions() {}

    static FixVenueGateway start(
            RouteFiles routes, Path folder, LocalDate date, List<VenueAddress> addresses, int timeoutSeconds) {
        return FixVenueGateway.start(
                routes,
                folder,
                date,
                addresses,
                timeoutSeconds,
                KnownOrders.NONE,
                ChildGate.OPEN,
                new OpenSessions(InstantSource.system()).of(TradingDay.RUN));
    }
}
