package dev.vesper.app.wiring;

import dev.vesper.adapters.engine.Engines;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;

/** The native engine that works orders, or its Java twin where it does not serve. */
public final class OrderEngineWiring {
    public final Part<Engines.Choice> engine;

    OrderEngineWiring(OpenParts open, Settings settings, Console console) {
        engine = new Part<>(open, "order-engine", () -> {
            var choice = Engines.load(settings.root().resolve("target/native"));
            if (!choice.nativeServes()) {
                console.say("  ! the Java engine serves: " + choice.reason());
            }
            return choice;
        });
    }
}
