package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.FrozenInputs;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;

/** The firm's folder as it is now, and as it was when a run was opened. */
public final class FirmWiring {
    public final Part<FrozenInputs> inputs;

    private final Settings settings;
    private final Console console;
    private final StateWiring state;

    FirmWiring(OpenParts open, Settings settings, Console console, StateWiring state, LakeWiring lake) {
        this.settings = settings;
        this.console = console;
        this.state = state;
        inputs = new Part<>(
                open,
                "inputs",
                () -> new FrozenInputs(
                        new FirmFolder(),
                        settings.folder("runs"),
                        lake.products.get().ids()));
    }

    /** Finds firm folders; opens nothing before it is asked. */
    public Firms firms() {
        return new Firms(settings, new FirmFolder(), console, state);
    }
}
