package dev.vesper.app.wiring;

import dev.vesper.adapters.lake.Products;
import dev.vesper.adapters.planner.OptaLotPlanner;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.trial.RouteTrial;
import dev.vesper.adapters.rules.DroolsRuleBook;
import dev.vesper.adapters.rules.KnownFirm;
import dev.vesper.adapters.rules.RuleTrust;
import dev.vesper.app.settings.Settings;
import dev.vesper.limits.measure.Measures;
import java.nio.file.Path;
import java.util.List;

/** What people edit in the project folder, read as a day reads it before any part is opened; nothing is kept. */
public final class ProjectInputs {
    /**
     * One folder.
     *
     * @param folder its name, for example {@code routes}
     * @param check throws a {@link dev.vesper.basics.Problem} of kind INPUT or REFUSED where something in it cannot be used
     */
    public record Input(String folder, Runnable check) {}

    private ProjectInputs() {}

    /** Every folder but those that are no input: what each of them needs is opened for itself, and closed. */
    public static List<Input> of(Wiring wiring) {
        Settings settings = wiring.settings;
        Path root = settings.root();
        return List.of(
                new Input("processes", wiring.engine::check),
                new Input(
                        "rules",
                        () -> new DroolsRuleBook(
                                root.resolve("rules"), Measures.ALL, KnownFirm.ANY, RuleTrust.of(settings.state()))),
                new Input("routes", () -> {
                    RouteTrial.check(RouteFiles.read(root.resolve("routes")));
                    RouteTrial.check(RouteFiles.notify(root.resolve("routes")));
                }),
                new Input("planner", () -> new OptaLotPlanner(root.resolve("planner"))),
                new Input("products", () -> Products.read(root.resolve("products"), RowReaders.ALL)));
    }
}
