package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code books close}: a period that takes no entry any more. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = {
            "Closes the books up to a day, for good: no entry counts from it or an earlier one any more.",
            "Another person must agree."
        },
        footer = {"", "Example: ./vesper books close 2018-03-31 --firm DIR"})
final class CloseCommand implements Callable<Integer> {
    private final Wiring wiring;

    CloseCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DATE", description = "The last day of the period.")
    private String date = "";

    @Mixin
    private AskerOption asker = new AskerOption();

    @Mixin
    private BookOption book = new BookOption();

    @Override
    public Integer call() {
        return new BookAccess(wiring, spec)
                .posted(
                        book,
                        asker.who,
                        (books, name) ->
                                books.post(name, new FlowOptions().words("close-" + date, "close", date, asker.memo)));
    }
}
