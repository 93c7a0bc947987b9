package dev.vesper.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a flow may say, by the columns of flows.csv. */
final class FlowOptions {
    private final Map<String, String> words = new LinkedHashMap<>();

    @Option(names = "--account", paramLabel = "ID", description = "the account; of a transfer the one that gives")
    void account(String word) {
        words.put("account", word);
    }

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "money; of a dividend for each unit")
    void amount(String word) {
        words.put("amount", word);
    }

    @Option(names = "--currency", paramLabel = "CODE", description = "of the amount, for example USD")
    void currency(String word) {
        words.put("currency", word);
    }

    @Option(names = "--symbol", paramLabel = "SYMBOL", description = "the instrument")
    void symbol(String word) {
        words.put("symbol", word);
    }

    @Option(names = "--units", paramLabel = "N", description = "of a transfer")
    void units(String word) {
        words.put("units", word);
    }

    @Option(names = "--cost", paramLabel = "AMOUNT", description = "of a transfer-in: what the units cost in all")
    void cost(String word) {
        words.put("cost", word);
    }

    @Option(names = "--acquired", paramLabel = "YYYY-MM-DD", description = "of a transfer-in: when they were bought")
    void acquired(String word) {
        words.put("acquired", word);
    }

    @Option(names = "--lot", paramLabel = "LOT", description = "of a transfer; without it the oldest lots go first")
    void lot(String word) {
        words.put("lot", word);
    }

    @Option(names = "--to", paramLabel = "ID", description = "of a transfer: the account that gets")
    void to(String word) {
        words.put("to", word);
    }

    @Option(names = "--pay", paramLabel = "YYYY-MM-DD", description = "of a dividend: when it is paid; --date is ex")
    void pay(String word) {
        words.put("pay", word);
    }

    @Option(names = "--withheld", paramLabel = "SHARE", description = "of a dividend: tax, 0.15 for 15 %%")
    void withheld(String word) {
        words.put("withheld", word);
    }

    @Option(
            names = "--ratio",
            paramLabel = "N:M",
            description = "split 2:1 makes two of one, 1:10 one of ten; stock-dividend 5:100 adds five to each hundred")
    void ratio(String word) {
        words.put("ratio", word);
    }

    @Option(names = "--price", paramLabel = "PRICE", description = "of a new unit, for what a split leaves over")
    void price(String word) {
        words.put("price", word);
    }

    @Option(names = "--new-symbol", paramLabel = "SYMBOL", description = "of a symbol-change")
    void newSymbol(String word) {
        words.put("new_symbol", word);
    }

    /** With what every flow says. */
    Map<String, String> words(String id, String kind, String date, @Nullable String memo) {
        Map<String, String> all = new LinkedHashMap<>(words);
        all.put("id", id);
        all.put("kind", kind);
        all.put("date", date);
        all.put("memo", memo == null ? "" : memo);
        return all;
    }
}
