package dev.vesper.adapters.routes.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.adapters.routes.WatchedRoutes;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.testing.Folders;
import dev.vesper.testing.MemoryFilesUsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes as they are delivered, edited while they are watched. */
class WatchedRoutesTest {
    private static final RunId ONE = new RunId("2025-12-30-001");
    private static final RunId TWO = new RunId("2025-12-31-001");

    @TempDir
    Path folder;

    private final MemoryFilesUsed used = new MemoryFilesUsed();
    private Path orders;

    @BeforeEach
    void copy() throws Exception {
        orders = Folders.copy(Path.of("routes"), folder.resolve("routes")).resolve("venue-orders.camel.yaml");
    }

    private WatchedRoutes watched() {
        return WatchedRoutes.open(folder.resolve("routes"), RouteTrial::check, () -> used);
    }

    @Test
    void aValidChangeServesTheNextRunAndTheOneBeforeKeepsItsOwn() throws Exception {
        WatchedRoutes routes = watched();
        assertEquals(Optional.empty(), routes.folder().look());
        String before = routes.of(ONE).set().sha256();
        Files.writeString(orders, Files.readString(orders) + "# reviewed\n");
        String said = routes.folder().look().orElseThrow();
        assertTrue(said.startsWith("the routes changed and serve the next run: venue-orders.camel.yaml is now "), said);
        assertEquals(before, routes.of(ONE).set().sha256());
        assertNotEquals(before, routes.of(TWO).set().sha256());
        assertEquals(Optional.empty(), routes.folder().look(), "said once");
    }

    /** A run that begins before anybody looked goes by the change; that it changed is still said, and once. */
    @Test
    void whatARunFoundIsSaidToWhoLooksLater() throws Exception {
        WatchedRoutes routes = watched();
        Files.writeString(orders, Files.readString(orders) + "# reviewed\n");
        routes.of(ONE);
        String said = routes.folder().look().orElseThrow();
        assertTrue(said.startsWith("the routes changed and serve the next run: venue-orders.camel.yaml is now "), said);
        assertEquals(Optional.empty(), routes.folder().look(), "said once");
    }

    /** It reads as YAML, and Camel takes it; but no order would leave by it. */
    @Test
    void aRouteThatLeadsNowhereIsNamedAndTheOldOnesStay() throws Exception {
        WatchedRoutes routes = watched();
        String good = Files.readString(orders);
        Files.writeString(orders, good.replace("uri: quickfix:orders", "uri: direct:nowhere"));
        String said = routes.folder().look().orElseThrow();
        assertTrue(said.startsWith("the routes on disk cannot be used: venue-orders.camel.yaml"), said);
        assertTrue(said.endsWith("; those before them stay"), said);
        assertEquals(Optional.of(said), routes.folder().trouble());
        assertEquals(good, routes.of(TWO).file("venue-orders").text());
        routes.folder().require();
        Files.writeString(orders, good);
        assertEquals(
                Optional.of("the routes are as they were before"),
                routes.folder().look());
        assertEquals(Optional.empty(), routes.folder().trouble());
    }

    @Test
    void afterARestartOnBrokenRoutesARunGoesOnByItsOwnAndNoneBegins() throws Exception {
        String before = watched().of(ONE).set().sha256();
        Files.delete(orders);
        WatchedRoutes again = watched();
        assertEquals(before, again.of(ONE).set().sha256());
        Problem refused = assertThrows(Problem.class, () -> again.of(TWO));
        assertEquals(Problem.Kind.UNAVAILABLE, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("venue-orders.camel.yaml"), refused::getMessage);
        assertEquals(
                Problem.Kind.INPUT,
                assertThrows(Problem.class, again.folder()::require).kind());
        assertTrue(again.folder().trouble().orElseThrow().endsWith("no run is opened before they are mended"));
    }
}
