package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import dev.vesper.basics.Problem;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.operations.BooksOfRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code books reverse}: a correction. */
@Command(
        name = "reverse",
        mixinStandardHelpOptions = true,
        description = {
            "Takes an entry back, and with --price books a trade anew at that price. Another person must agree.",
            "Refused while a later entry hangs on one of its lots: take back the newest first."
        },
        footer = {"", "Example: ./vesper books reverse 57 --firm DIR --price 50.00 --memo \"wrong price\""})
final class ReverseCommand implements Callable<Integer> {
    private final Wiring wiring;

    ReverseCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "ENTRY", description = "Its number, as books ledger shows it.")
    private long entry;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "From which that counts; without it the entry's own day, if that is open.")
    private @Nullable String date;

    @Option(names = "--price", paramLabel = "PRICE", description = "The right price of the trade.")
    private @Nullable String price;

    @Option(names = "--fees", paramLabel = "AMOUNT", description = "Its right fees in all.")
    private @Nullable String fees;

    @Option(names = "--id", paramLabel = "ID", description = "Names it; without it reverse-ENTRY.")
    private @Nullable String id;

    @Mixin
    private AskerOption asker = new AskerOption();

    @Mixin
    private BookOption book = new BookOption();

    @Override
    public Integer call() {
        return new BookAccess(wiring, spec)
                .posted(book, asker.who, (books, name) -> books.post(name, words(books, name)));
    }

    private Map<String, String> words(BooksOfRecord books, BookName name) {
        Map<String, String> words = new HashMap<>();
        words.put("id", id == null ? "reverse-" + entry : id);
        words.put("kind", "reverse");
        words.put("entry", Long.toString(entry));
        words.put("date", date == null ? effective(books, name, entry) : date);
        words.put("price", price == null ? "" : price);
        words.put("fees", fees == null ? "" : fees);
        words.put("memo", asker.memo == null ? "" : asker.memo);
        return words;
    }

    private static String effective(BooksOfRecord books, BookName name, long entry) {
        return books
                .lines(
                        new BookQuery(name.firm(), name.rehearsal(), null, null, 0),
                        Math.max(0, entry - 1),
                        1_000_000,
                        1)
                .stream()
                .filter(line -> line.entry() == entry)
                .findFirst()
                .map(line -> line.effective().toString())
                .orElseThrow(() -> Problem.usage("Expected the number of an entry with lines, but got " + entry
                        + "; ./vesper books ledger shows them"));
    }
}
