package dev.vesper.app.wiring;

import dev.vesper.adapters.firm.FirmFolder;
import dev.vesper.adapters.firm.FlowsCsv;
import dev.vesper.adapters.firm.FrozenInputs;
import dev.vesper.adapters.firm.StatementFolder;
import dev.vesper.adapters.lake.ContractPreview;
import dev.vesper.adapters.lake.Products;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Times;
import dev.vesper.desk.books.FlowFile;
import dev.vesper.desk.books.StatementShelf;
import dev.vesper.desk.checkdata.Lake;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;

/** The firm's folder as it is now, and as it was when a run was opened. */
public final class FirmWiring {
    public final Part<FrozenInputs> inputs;

    private final Settings settings;
    private final Console console;
    private final StateWiring state;
    private final Times times;

    FirmWiring(OpenParts open, Settings settings, Console console, StateWiring state, LakeWiring lake, Times times) {
        this.settings = settings;
        this.console = console;
        this.state = state;
        this.times = times;
        inputs = new Part<>(
                open,
                "inputs",
                () -> new FrozenInputs(
                        new FirmFolder(),
                        settings.folder("runs"),
                        lake.products.get().ids()));
    }

    /** Reads firm folders. */
    FirmReader reader() {
        return new FirmFolder();
    }

    /** Reads the flows of firm folders. */
    FlowFile flows() {
        return new FlowsCsv();
    }

    /** Keeps custodians' statements in the state folder. */
    public StatementShelf statements() {
        return new StatementFolder(settings.folder("statements"));
    }

    /** Finds firm folders; opens nothing before it is asked. */
    public Firms firms() {
        return new Firms(settings, new FirmFolder(), console, state);
    }

    /** What the contract of prices would say of a firm's prices on their last date: nothing is opened or kept. */
    public ContractPreview preview(Firm firm) {
        return ContractPreview.of(
                Products.read(settings.root().resolve("products"), RowReaders.ALL),
                Lake.PRICES,
                firm,
                firm.pricesFile(),
                Firms.lastPriceDate(firm, times.today()),
                times.today());
    }
}
