package dev.vesper.app.wiring;

import dev.vesper.adapters.store.DatabaseSettings;
import dev.vesper.app.settings.Settings;
import java.nio.file.Path;

/** Which database the settings name. */
public final class Databases {
    private Databases() {}

    public static DatabaseSettings settings(Settings settings) {
        Path migrations = settings.root().resolve("migrations");
        Path home = settings.folder("store");
        return settings.database()
                .map(d -> new DatabaseSettings(d.url(), d.user(), d.password().reveal(), migrations, home))
                .orElseGet(() -> DatabaseSettings.h2(home, migrations));
    }
}
