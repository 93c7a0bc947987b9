package dev.vesper.adapters.store;

import java.nio.file.Path;

/** The store's tests on an H2 file. */
class H2StoreIT extends StoreIT {
    @Override
    DatabaseSettings empty(Path folder) {
        return DatabaseSettings.h2(folder, MIGRATIONS);
    }

    @Override
    String dropTrigger(String table) {
        return "drop trigger if exists " + table + "_append_only";
    }
}
