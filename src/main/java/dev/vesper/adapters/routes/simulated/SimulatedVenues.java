package dev.vesper.adapters.routes.simulated;

import dev.vesper.adapters.FreePorts;
import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.fix.FixSettings;
import dev.vesper.adapters.routes.fix.VenueAddress;
import dev.vesper.market.MarketTape;
import dev.vesper.market.Venue;
import dev.vesper.simulation.VenueBook;
import dev.vesper.simulation.VenueKinds;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.component.quickfixj.QuickfixjConfiguration;

/**
 * The simulated venues of a run, each a FIX 4.4 acceptor on its own loopback port with its own session, thread, book and
 * journal. Started again over the same folder they are as they were.
 */
final class SimulatedVenues implements AutoCloseable {
    private final CamelRoutes camel;
    private final List<VenueServer> servers;
    private final List<VenueAddress> addresses;

    private SimulatedVenues(CamelRoutes camel, List<VenueServer> servers, List<VenueAddress> addresses) {
        this.camel = camel;
        this.servers = servers;
        this.addresses = addresses;
    }

    /**
     * Starts all venues, on free ports where their rows name none.
     *
     * @param routes by which the run goes
     * @param folder where this run's venues keep their journals and FIX stores, for example {@code var/venues/<run>/venues}
     * @param seed of everything that a venue draws
     */
    public static SimulatedVenues start(
            RouteFiles routes, Path folder, LocalDate date, long seed, MarketTape tape, List<Venue> venues) {
        List<Integer> free = FreePorts.find(venues.size());
        Map<String, Object> beans = new LinkedHashMap<>();
        Map<String, QuickfixjConfiguration> configurations = new LinkedHashMap<>();
        List<VenueAddress> addresses = new ArrayList<>();
        List<VenueServer> servers = new ArrayList<>();
        try {
            for (Venue venue : venues) {
                Path home = home(folder, venue);
                VenueBook book = VenueKinds.ALL.get(venue.kind()).book(venue, tape::tape, seed);
                var server = new VenueServer(book, VenueJournal.open(journal(folder, venue)), new VenueMessages(date));
                servers.add(server);
                var address = new VenueAddress(venue, venue.port() == 0 ? free.get(addresses.size()) : venue.port());
                addresses.add(address);
                beans.put(key(venue), server);
                configurations.put(key(venue), FixSettings.acceptor(address, home.resolve("fix")));
            }
            beans.put("quickfix", FixSettings.component(configurations));
            CamelRoutes camel = CamelRoutes.start(routes, List.of("venue"), beans, new Properties());
            var started = new SimulatedVenues(camel, servers, addresses);
            for (Venue venue : venues) {
                Map<String, Object> parameters = Map.of(
                        "venue",
                        key(venue),
                        "session",
                        FixSettings.atVenue(venue).toString());
                camel.add("venue-answers", "venue-answers-" + key(venue), parameters);
                camel.add("venue", "venue-" + key(venue), parameters);
            }
            return started;
        } catch (RuntimeException e) {
            servers.forEach(VenueServer::close);
            throw e;
        }
    }

    private static Path home(Path folder, Venue venue) {
        return folder.resolve(key(venue)).toAbsolutePath();
    }

    /** Where a venue's journal is, under the folder of the run's venues. */
    static Path journal(Path folder, Venue venue) {
        return home(folder, venue).resolve("journal");
    }

    /** What a venue is called in folders and routes. */
    private static String key(Venue venue) {
        return venue.name().toLowerCase(Locale.ROOT);
    }

    /** Where the venues listen, in the order of the table. */
    public List<VenueAddress> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public void close() {
        camel.close();
        servers.forEach(VenueServer::close);
    }
}
