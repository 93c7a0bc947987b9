package dev.vesper.app.wiring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What the store costs: transactions, forces, and how many rows of the audit wait to be kept. */
final class StoreMeters {
    private final Supplier<StoreWiring.Store> store;

    private StoreMeters(Supplier<StoreWiring.Store> store) {
        this.store = store;
    }

    /**
     * Registers them.
     *
     * @param store asked for with each scrape
     */
    static StoreMeters in(MeterRegistry registry, Supplier<StoreWiring.Store> store) {
        StoreMeters meters = new StoreMeters(store);
        meters.transactions(registry, "read", kept -> kept.database().reads());
        meters.transactions(registry, "write", kept -> kept.database().writes());
        meters.counter(
                registry,
                "vesper.store.forces",
                "Times the embedded database was forced to the disk since this process started",
                kept -> kept.database().forces());
        meters.counter(
                registry,
                "vesper.audit.commits",
                "Transactions that appended to the audit since this process started, one row each or many",
                kept -> kept.audit().commits());
        Gauge.builder("vesper.audit.waiting", () -> store.get().audit().waiting())
                .description("Acts that wait for the next transaction that appends to the audit")
                .strongReference(true)
                .register(registry);
        return meters;
    }

    private void transactions(MeterRegistry registry, String kind, ToDoubleFunction<StoreWiring.Store> count) {
        FunctionCounter.builder("vesper.store.transactions", this, meters -> count.applyAsDouble(meters.store.get()))
                .description("Transactions of the store since this process started")
                .tag("kind", kind)
                .register(registry);
    }

    private void counter(MeterRegistry registry, String name, String help, ToDoubleFunction<StoreWiring.Store> count) {
        FunctionCounter.builder(name, this, meters -> count.applyAsDouble(meters.store.get()))
                .description(help)
                .register(registry);
    }
}
