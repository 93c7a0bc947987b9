package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code books post}: a flow or a corporate action, asked for by its columns. */
@Command(
        name = "post",
        mixinStandardHelpOptions = true,
        description = {
            "Books a flow or a corporate action, once; its day is that from which it counts.",
            "Above the amount of firm.yaml, and for splits and symbol changes, another person must agree."
        },
        footer = {
            "",
            "Kinds: deposit, withdrawal, fee, dividend, transfer, transfer-in, transfer-out, split,",
            "       stock-dividend, symbol-change",
            "Example: ./vesper books post deposit --firm DIR --id D-17 --date 2018-04-12 --account ACC01 \\",
            "             --amount 250000 --currency USD"
        })
final class PostCommand implements Callable<Integer> {
    private final Wiring wiring;

    PostCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", description = "What it is.")
    private String kind = "";

    @Option(
            names = "--id",
            required = true,
            paramLabel = "ID",
            description = "Names it among all flows of the book: the same again changes nothing.")
    private String id = "";

    @Option(
            names = "--date",
            required = true,
            paramLabel = "YYYY-MM-DD",
            description = "From which it counts; of a dividend the ex date.")
    private String date = "";

    @Mixin
    private FlowOptions flow = new FlowOptions();

    @Mixin
    private AskerOption asker = new AskerOption();

    @Mixin
    private BookOption book = new BookOption();

    @Override
    public Integer call() {
        return new BookAccess(wiring, spec)
                .posted(book, asker.who, (books, name) -> books.post(name, flow.words(id, kind, date, asker.memo)));
    }
}
