package dev.vesper.adapters.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.vesper.execution.engine.DecisionKind;
import dev.vesper.execution.engine.DenialReason;
import dev.vesper.execution.engine.Engine;
import dev.vesper.execution.engine.EngineCapacity;
import dev.vesper.execution.engine.EngineFormat;
import dev.vesper.execution.engine.JavaEngine;
import dev.vesper.execution.engine.Twins;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The native engine and its Java twin decide the same bytes, whatever they are told. */
class NativeEngineTest {
    private static final Path NATIVE = Path.of(System.getProperty("vesper.native", "target/native"));
    private static final EngineCapacity SMALL = new EngineCapacity(2, 4, 2, 6, 50_000_000, 2);
    private static final EngineCapacity LARGE = new EngineCapacity(7, 60, 5, 16, 50_000_000, 3);
    private static final Set<DenialReason> EVERY_LIMIT = EnumSet.complementOf(EnumSet.of(DenialReason.TOO_LARGE));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theSameBytesOfFiftyThousandEvents(long seed) {
        EngineCapacity capacity = seed % 2 == 0 ? SMALL : LARGE;
        try (Engine java = new JavaEngine(capacity);
                Engine other = built().open().open(capacity)) {
            assertEquals("native", other.name());
            Twins.Count count = Twins.compare(java, other, capacity, seed, 50_000);
            assertTrue(count.kinds().get(DecisionKind.CHILD) > 500, count::toString);
            // a desk without a gate is denied only what nobody could reckon with, a small one meets some limits only
            Set<DenialReason> denied = count.denials().keySet();
            assertTrue(seed == 5 || capacity == SMALL || denied.containsAll(EVERY_LIMIT), count::toString);
        }
    }

    @Test
    void aClosedEngineIsToldNothing() {
        Engine engine = built().open().open(SMALL);
        engine.close();
        engine.close();
        try (Arena arena = Arena.ofConfined()) {
            var room = arena.allocate((long) SMALL.mostDecisionsOfAnEvent() * EngineFormat.RECORD);
            assertThrows(IllegalStateException.class, () -> engine.handle(room, 1, room));
        }
    }

    @Test
    void theTwinServesWhereTheLibraryIsMissing(@TempDir Path empty) {
        Engines.Choice choice = Engines.load(empty);
        assertFalse(choice.nativeServes());
        assertTrue(choice.reason().contains("maybe it was built without Rust"), choice.reason());
        assertEquals("java", choice.open().open(SMALL).name());
    }

    @Test
    void theTwinServesWhereTheLibraryIsBroken(@TempDir Path folder) throws Exception {
        Path library = Engines.file(folder);
        Files.createDirectories(library.getParent());
        Files.writeString(library, "not a library");
        assertFalse(Engines.load(folder).nativeServes());
    }

    private static Engines.Choice built() {
        Path library = Engines.file(NATIVE);
        assumeTrue(Files.exists(library), "skipped: the native engine was not built (no Rust): " + library);
        Engines.Choice choice = Engines.load(NATIVE);
        assertTrue(choice.nativeServes(), choice.reason());
        return choice;
    }
}
