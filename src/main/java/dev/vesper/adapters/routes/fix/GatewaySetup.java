package dev.vesper.adapters.routes.fix;

import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.desk.execution.MarketPace;
import dev.vesper.execution.WorkingSession;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * What the house's sessions of a run are opened with.
 *
 * @param routes by which the run goes
 * @param folder where this run keeps the FIX stores of simulated venues, for example {@code var/venues/<run>/house}; over the
 *     stores of an earlier try the venues are asked about the first orders before they are sent
 * @param realFolder where the stores of real venues are, which go on from run to run
 * @param date of children that carry none
 * @param addresses of all venues
 * @param timeoutSeconds how long a simulated venue may stay silent before the run stops
 * @param pace how market time goes
 * @param sessions in which each symbol is worked; asked where time goes by the clock or a venue is real
 * @param clock what time it really is
 */
public record GatewaySetup(
        RouteFiles routes,
        Path folder,
        Path realFolder,
        LocalDate date,
        List<VenueAddress> addresses,
        int timeoutSeconds,
        MarketPace pace,
        Function<String, WorkingSession> sessions,
        InstantSource clock) {
    public GatewaySetup {
        addresses = List.copyOf(addresses);
    }
}
