package dev.vesper.adapters.routes;

import dev.vesper.basics.Problem;
import dev.vesper.desk.execution.ExecuteOrders;
import dev.vesper.desk.execution.MarketTape;
import dev.vesper.execution.ExecutionSettings;
import dev.vesper.execution.LitBook;
import dev.vesper.execution.MidpointBook;
import dev.vesper.execution.VenueBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    private final Conversations conversations;
    private final List<VenueServer> servers;
    private final Map<String, Integer> ports;

    private SimulatedVenues(Conversations conversations, List<VenueServer> servers, Map<String, Integer> ports) {
        this.conversations = conversations;
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
            int port = freePort();
            servers.add(server);
            ports.put(venue, port);
            beans.put(venue.toLowerCase(java.util.Locale.ROOT), server);
            configurations.put(
                    venue.toLowerCase(java.util.Locale.ROOT), FixSettings.acceptor(venue, port, home.resolve("fix")));
        });
        beans.put("quickfix", FixSettings.component(configurations));
        try {
            Conversations conversations =
                    Conversations.start(routes, List.of("venue-lit", "venue-midpoint"), beans, new Properties());
            return new SimulatedVenues(conversations, servers, ports);
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
        conversations.close();
        servers.forEach(VenueServer::close);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Problem.unavailable("Expected a free port on loopback, but " + e.getMessage(), e);
        }
    }
}
