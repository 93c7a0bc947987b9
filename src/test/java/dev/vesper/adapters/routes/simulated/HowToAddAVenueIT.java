package dev.vesper.adapters.routes.simulated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.desk.execution.SessionOrders;
import dev.vesper.market.Venue;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.simulation.VenueKinds;
import dev.vesper.testing.MemoryOrderStore;
import dev.vesper.testing.TradingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table that the how-to page shows is put into a firm, and a day is traded at its three venues over FIX. */
class HowToAddAVenueIT {
    private static final Path PAGE = Path.of("src/docs/how-to-add-a-venue.md");
    private static final RouteFiles ROUTES = RouteFiles.read(Path.of("routes"));

    @TempDir
    Path folder;

    @Test
    void threeVenuesTradeTheDay() throws IOException {
        List<Venue> venues = venuesOfThePage();
        var settings = TradingDay.settings(60);
        var tape = TradingDay.tape(42, 4);
        var store = new MemoryOrderStore();
        try (var exchange = SimulatedVenues.start(ROUTES, folder.resolve("venues"), TradingDay.DATE, 42, tape, venues);
                var gateway =
                        HouseSessions.start(ROUTES, folder.resolve("fix"), TradingDay.DATE, exchange.addresses(), 30)) {
            SessionOrders.work(store, tape, settings, venues, TradingDay.parents(12, 4), gateway);
        }
        List<Fill> fills = store.fills(TradingDay.RUN);
        assertEquals(
                Set.of("LIT", "LONDON", "MIDPOINT"),
                fills.stream().map(Fill::venue).collect(Collectors.toSet()));
        for (ChildOrder child : store.children(TradingDay.RUN)) {
            String rest = "-" + child.parentId() + "-" + child.venue();
            assertTrue(child.clientOrderId().endsWith(rest), child.clientOrderId());
            String slice =
                    child.clientOrderId().substring(0, child.clientOrderId().length() - rest.length());
            assertTrue(slice.matches(String.format("%04d([.][2-8])?", child.slice())), child.clientOrderId());
        }
        Fill london = fills.stream()
                .filter(fill -> fill.venue().equals("LONDON"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                0,
                london.quantity()
                        .multiply(london.price())
                        .multiply(new BigDecimal("0.000025"))
                        .setScale(4, RoundingMode.HALF_EVEN)
                        .compareTo(london.fee()));
        try (var stores = Files.list(folder.resolve("fix"))) {
            assertTrue(stores.anyMatch(f -> f.getFileName().toString().startsWith("FIX.4.4-VESPER-LDN-LONDON-FIX")));
        }
        assertTrue(Files.size(folder.resolve("venues/london/journal")) > 0);
    }

    private List<Venue> venuesOfThePage() throws IOException {
        Matcher table = Pattern.compile("```csv\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertTrue(table.find(), "a table on " + PAGE);
        Path firm = Files.createDirectories(folder.resolve("firm"));
        Files.writeString(firm.resolve("prices.csv"), "date,symbol,close\n2018-04-10,S00,20\n");
        Files.writeString(firm.resolve("accounts.csv"), "account,name,currency,cash,strategy\nA,A,USD,100,core\n");
        Files.writeString(firm.resolve("positions.csv"), "account,symbol,quantity,cost,acquired\n");
        Files.writeString(firm.resolve("venues.csv"), table.group(1));
        return new FirmFolder().read(firm).venues();
    }

    @Test
    void thePageNamesTheKindsThereAre() throws IOException {
        String page = Files.readString(PAGE);
        VenueKinds.ALL.words().forEach(word -> assertTrue(page.contains("`" + word + "`"), word));
    }
}
