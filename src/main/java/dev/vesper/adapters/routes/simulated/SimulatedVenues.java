package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.FreePorts;
import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.fix.FixSettings;
import dev.vesper.desk.execution.ExecuteOrders;
import dev.vesper.desk.execution.MarketTape;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.simulation.LitBook;
import dev.vesper.simulation.MidpointBook;
import dev.vesper.simulation.VenueBook;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.quickfixj.QuickfixjConfiguration;

/**
 * The two simulated venues of a run, each a FIX 4.4 acceptor on its own loopback port with its own session, thread, book
 * and journal. Started again over the same folder they are as they were.
 */
public final class SimulatedVenues implements AutoCloseable {
    private final CamelRoutes camel;
    private final List<VenueServer> servers;
    private final Map<String, Integer> ports;

    private SimulatedVenues(CamelRoutes camel, List<VenueServer> servers, Map<String, Integer> ports) {
        this.camel = camel;
        this.servers = servers;
        this.ports = ports;
    }

    /**
     * Starts both venues on free ports.
     *
     * @param routes the routes folder
     * @param folder where this run's venues keep their journals and FIX stores, for example {@code var/venues/<run>/venues}
     * @param seed of the hidden counterparties at the midpoint
     */
    public static SimulatedVenues start(
            Path routes, Path folder, LocalDate date, long seed, MarketTape tape, ExecutionSettings settings) {
        Map<String, VenueBook> books = new LinkedHashMap<>();
        books.put(ExecuteOrders.LIT, new LitBook(tape::tape, BigDecimal.valueOf(settings.litFeeBps())));
        books.put(
                ExecuteOrders.MIDPOINT,
                new MidpointBook(tape::tape, BigDecimal.valueOf(settings.midpointFeeBps()), seed));
        Map<String, Object> beans = new LinkedHashMap<>();
        Map<String, QuickfixjConfiguration> configurations = new LinkedHashMap<>();
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<VenueServer> servers = new java.util.ArrayList<>();
        books.forEach((venue, book) -> {
            Path home = folder.resolve(venue.toLowerCase(java.util.Locale.ROOT)).toAbsolutePath();
            var server = new VenueServer(book, VenueJournal.open(home.resolve("journal")), new VenueMessages(date));
            int port = FreePorts.find(1).getFirst();
            servers.add(server);
            ports.put(venue, port);
            beans.put(venue.toLowerCase(java.util.Locale.ROOT), server);
            configurations.put(
                    venue.toLowerCase(java.util.Locale.ROOT), FixSettings.acceptor(venue, port, home.resolve("fix")));
        });
        beans.put("quickfix", FixSettings.component(configurations));
        try {
            CamelRoutes camel =
                    CamelRoutes.start(routes, List.of("venue-lit", "venue-midpoint"), beans, new Properties());
            return new SimulatedVenues(camel, servers, ports);
        } catch (RuntimeException e) {
            servers.forEach(VenueServer::close);
            throw e;
        }
    }

    /** The loopback port of each venue, by name. */
    public Map<String, Integer> ports() {
        return new LinkedHashMap<>(ports);
    }

    @Override
    public void close() {
        camel.close();
        servers.forEach(VenueServer::close);
    }
}
