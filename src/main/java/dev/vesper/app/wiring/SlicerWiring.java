package dev.vesper.app.wiring;

import dev.vesper.adapters.slicer.Slicers;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;

/** The native slicer, or its Java twin where it does not serve. */
public final class SlicerWiring {
    public final Part<Slicers.Choice> slicer;

    SlicerWiring(OpenParts open, Settings settings, Console console) {
        slicer = new Part<>(open, "slicer", () -> {
            var choice = Slicers.load(settings.root().resolve("target/native"));
            if (!choice.nativeServes()) {
                console.say("  ! the Java slicer serves: " + choice.reason());
            }
            return choice;
        });
    }
}
