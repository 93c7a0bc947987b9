package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MetersWiringTest {
    private final AtomicLong nanos = new AtomicLong();
    private final OpenParts open = new OpenParts(() -> nanos.getAndAdd(1_500_000_000));

    @Test
    void whatAPartTookIsStillShownWhenMemoryWasCollected() {
        MetersWiring meters = new MetersWiring(open);
        new Part<>(open, "store", Object::new).get(); // before the meters are there
        meters.meters.get();
        new Part<>(open, "engine", Object::new).get();
        collectGarbage();
        String metrics = meters.meters.get().scrape();
        assertFalse(metrics.contains("NaN"), metrics);
        assertTrue(metrics.contains("vesper_start_seconds{part=\"store\"} 1.5"), metrics);
        assertTrue(metrics.contains("vesper_start_seconds{part=\"engine\"} 1.5"), metrics);
        assertTrue(metrics.contains("# HELP vesper_start_seconds Seconds a part took to open"), metrics);
    }

    private static void collectGarbage() {
        WeakReference<Object> gone = new WeakReference<>(new Object());
        while (gone.get() != null) {
            System.gc();
        }
    }
}
