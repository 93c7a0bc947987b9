package dev.vesper.app;

import dev.vesper.adapters.store.Database;
import java.util.function.Function;

/** Reads the store on its own, without the house: for lists, the audit and closing a run. */
public final class Archive {
    private final Settings settings;

    public Archive(Settings settings) {
        this.settings = settings;
    }

    /**
     * Opens the store, asks, closes it.
     *
     * @throws dev.vesper.basics.Problem of kind UNAVAILABLE where the house is running and holds the store
     */
    public <T> T ask(String command, Function<House.Store, T> question) {
        try (HouseLock _ = HouseLock.take(settings.state(), command);
                Database database = Database.open(Databases.settings(settings))) {
            return question.apply(House.Store.of(database));
        }
    }
}
