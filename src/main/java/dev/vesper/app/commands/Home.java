package dev.vesper.app.commands;

import dev.vesper.app.Settings;
import java.nio.file.Path;

/** The settings of the process that runs a command. */
final class Home {
    private Home() {}

    static Settings settings() {
        return Settings.from(System.getenv(), Path.of(""));
    }
}
