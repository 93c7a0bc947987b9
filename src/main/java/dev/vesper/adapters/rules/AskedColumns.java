package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactType;
import dev.vesper.limits.measure.FirmColumns;
import dev.vesper.limits.table.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a firm's files that a table asks for. */
final class AskedColumns {
    private AskedColumns() {}

    /**
     * Refuses a firm whose files have no column that the table asks for, or one of another type.
     *
     * @param facts that Vesper knows of what the table is about
     * @throws dev.vesper.basics.Problem of kind INPUT that names the table, the column and the nearest that is there
     */
    static void require(CompiledTable table, Set<Fact<?>> facts, FirmColumns columns) {
        KnownFacts known = new KnownFacts(facts, new KnownFirm(columns, Map.of()));
        for (Fact<?> asked : table.asked()) {
            if (asked.type() instanceof FactType.OfFirm(Kind declared)) {
                Optional<Fact<?>> there = known.find(asked.name(), declared);
                if (there.isEmpty() || !there.get().equals(asked)) {
                    throw table.file()
                            .problem(
                                    DmnTable.line(table.table().table()),
                                    "column " + asked.name() + ": Expected a column of the firm's instruments.csv or"
                                            + " accounts.csv that holds "
                                            + words(declared) + ", but "
                                            + (there.isEmpty()
                                                    ? "there is none" + NearestName.hint(asked.name(), known.names())
                                                    : "its values are others"));
                }
            }
        }
    }

    private static String words(Kind kind) {
        return switch (kind) {
            case NUMBER -> "numbers";
            case TRUTH -> "yes or no";
            case DAY -> "days";
            case TEXT -> "texts";
        };
    }
}
