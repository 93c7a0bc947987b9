package dev.vesper.books.flow;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Registry;
import java.util.List;

/** Every kind of flow. A new one is a record with its kind, and a line here. */
public final class FlowKinds {
    public static final Registry<FlowKind> ALL = Registry.of(
            "kind of flow",
            FlowKind::word,
            List.of(
                    CashFlow.DEPOSIT,
                    CashFlow.WITHDRAWAL,
                    CashFlow.FEE,
                    Dividend.KIND,
                    Transfer.BETWEEN,
                    Transfer.IN,
                    Transfer.OUT,
                    Split.SPLIT,
                    Split.STOCK_DIVIDEND,
                    SymbolChange.KIND,
                    Adjustment.KIND,
                    Reversal.KIND,
                    PeriodClose.KIND));

    private FlowKinds() {}

    /**
     * The flow that some words tell of.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT that names the column
     */
    public static Flow read(FlowWords words) {
        String word = words.text(FlowWords.KIND);
        FlowKind kind = ALL.all().stream()
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> words.problem(
                        FlowWords.KIND,
                        "Expected one of " + String.join(", ", ALL.words()) + ", but got \"" + word + "\""
                                + NearestName.hint(word, ALL.words())));
        words.mustBe(kind);
        return kind.read().apply(words);
    }
}
