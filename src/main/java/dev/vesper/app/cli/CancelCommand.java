package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code books cancel}: a flow that is agreed and not booked yet is taken back. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a flow back whose day has not come.",
            "What waits for people is ended by ./vesper tasks reject, what is booked by ./vesper books reverse."
        },
        footer = {"", "Example: ./vesper books cancel D-17 --firm DIR --reason \"no cover\""})
final class CancelCommand implements Callable<Integer> {
    private final Wiring wiring;

    CancelCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The flow, as books flows shows it.")
    private String id = "";

    @Mixin
    private WhoOption who = new WhoOption();

    @Option(names = "--reason", defaultValue = "", description = "Why, for the audit.")
    private String reason = "";

    @Mixin
    private BookOption book = new BookOption();

    @Override
    public Integer call() {
        return new BookAccess(wiring, spec).posted(book, who, (books, name) -> books.cancel(name, id, reason));
    }
}
