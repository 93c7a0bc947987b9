package dev.vesper.app.cli;

import dev.vesper.app.settings.Settings;
import java.nio.file.Path;

/** The settings of the process that runs a command. */
final class Home {
    private Home() {}

    static Settings settings() {
        return Settings.from(System.getenv(), Path.of(""));
    }
}
