package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.desk.books.BreakRecord;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who looks after a break. */
@Command(
        name = "own",
        mixinStandardHelpOptions = true,
        description = "Says who looks after a break: you, or somebody else.",
        footer = {"", "Example: ./vesper books own B-12 --firm DIR --owner olga"})
final class OwnCommand implements Callable<Integer> {
    private final Wiring wiring;

    OwnCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "BREAK", description = "The break, as books breaks shows it.")
    private String id = "";

    @Option(names = "--owner", paramLabel = "NAME", description = "Who looks after it; without it you.")
    private @Nullable String owner;

    @Mixin
    private WhoOption who = new WhoOption();

    @Mixin
    private BookOption book = new BookOption();

    @Override
    public Integer call() {
        BreakRecord owned = new BookAccess(wiring, spec)
                .with(
                        who.asking(wiring),
                        book,
                        (books, name) -> books.own(name, id, owner == null ? who.name(wiring) : owner));
        spec.commandLine().getOut().println(owned.id() + ": " + owned.owner() + " looks after it");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
