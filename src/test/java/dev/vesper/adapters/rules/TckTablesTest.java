package dev.vesper.adapters.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.limits.table.Cell;
import dev.vesper.limits.table.CellText;
import dev.vesper.limits.table.HitPolicy;
import dev.vesper.limits.table.Kind;
import dev.vesper.limits.table.Range;
import dev.vesper.limits.table.TableIndex;
import dev.vesper.testing.SharedData;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.dmn.model.api.Decision;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.InputClause;
import org.kie.internal.io.ResourceFactory;

/**
 * The tables of the DMN technology compatibility kit, each taken out of its decision or business knowledge model and asked for
 * what its columns name, be it input data, another decision or a parameter: where the index finds a row, the DMN engine selects
 * it. What is left out is counted by why.
 */
class TckTablesTest {
    private static final int TRIES = 400;

    private static final Pattern TABLE =
            Pattern.compile("<((?:\\w+:)?)decisionTable\\b.*?</\\1decisionTable>", Pattern.DOTALL);

    /** By why a table is left out, how many are. */
    private final Map<String, Integer> out = new TreeMap<>();

    private int tables;

    @Test
    void theIndexFindsTheRowThatTheEngineSelects() throws IOException {
        int compared = 0;
        try (Stream<Path> files = Files.walk(SharedData.file("reference/dmn_tck"))) {
            for (Path model :
                    files.filter(f -> f.toString().endsWith(".dmn")).sorted().toList()) {
                Matcher found = TABLE.matcher(Files.readString(model));
                while (found.find()) {
                    compared += compare(found.group());
                }
            }
        }
        int all = compared;
        assertTrue(all > tables * TRIES / 2, () -> all + " inputs were compared of " + tables + " tables");
        assertEquals(6, tables);
        assertEquals(Map.of("hit policy COLLECT", 1, "hit policy PRIORITY", 2), out);
    }

    private int compare(String text) {
        DMNRuntime runtime = runtime(text, List.of());
        DecisionTable drawn = (DecisionTable) ((Decision) runtime.getModels()
                        .getFirst()
                        .getDefinitions()
                        .getDrgElement()
                        .getFirst())
                .getExpression();
        Optional<Table> table = Table.of(drawn, why -> out.merge(why, 1, Integer::sum));
        if (table.isEmpty()) {
            return 0;
        }
        tables++;
        DMNRuntime asked = runtime(text, drawn.getInput());
        Selected selected = new Selected();
        asked.addListener(selected);
        Random random = new Random(7);
        int compared = 0;
        for (int i = 0; i < TRIES; i++) {
            compared += same(asked, asked.getModels().getFirst(), "Table", table.get(), selected, random) ? 1 : 0;
        }
        return compared;
    }

    /** A model of nothing but a table, whose columns ask for input data of these names. */
    private static DMNRuntime runtime(String table, List<InputClause> inputs) {
        StringBuilder data = new StringBuilder();
        StringBuilder needs = new StringBuilder();
        for (int i = 0; i < inputs.size(); i++) {
            String name = inputs.get(i).getInputExpression().getText().strip();
            data.append("<inputData id=\"i%d\" name=\"%s\"><variable id=\"v%d\" name=\"%s\"/></inputData>"
                    .formatted(i, name, i, name));
            needs.append("<informationRequirement id=\"n%d\"><requiredInput href=\"#i%d\"/></informationRequirement>"
                    .formatted(i, i));
        }
        String model = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="d">
                  <decision id="t" name="Table"><variable id="w" name="Table"/>%s%s</decision>%s
                </definitions>
                """.formatted(needs, table, data);
        return DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(ResourceFactory.newReaderResource(new StringReader(model))))
                .getOrElseThrow(IllegalStateException::new);
    }

    /** Whether both had a word on an input; where they differ it fails. */
    private static boolean same(
            DMNRuntime runtime, DMNModel model, String decision, Table table, Selected selected, Random random) {
        DMNContext context = runtime.newContext();
        @Nullable Object[] values = new @Nullable Object[table.names().size()];
        Map<String, Object> given = new HashMap<>();
        for (int c = 0; c < values.length; c++) {
            List<Object> some = table.values().get(c);
            String name = table.names().get(c);
            values[c] = given.computeIfAbsent(name, _ -> some.get(random.nextInt(some.size())));
            context.set(name, values[c]);
        }
        int found = table.index().find(values);
        selected.row = -1;
        runtime.evaluateByName(model, context, decision);
        if (found < 0) {
            return false;
        }
        assertEquals(found + 1, selected.row, () -> decision + " of " + given);
        return true;
    }

    /** The row that the engine selected last. */
    private static final class Selected implements DMNRuntimeEventListener {
        private int row;

        @Override
        public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
            row = event.getSelected().isEmpty() ? -1 : event.getSelected().getFirst();
        }
    }

    /**
     * A table whose columns ask for what they name.
     *
     * @param values of each column that its cells tell apart, and some besides
     */
    private record Table(List<String> names, List<List<Object>> values, TableIndex index) {
        /** @param out hears why a table is left out */
        static Optional<Table> of(DecisionTable table, Consumer<String> out) {
            List<Kind> kinds = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (InputClause input : table.getInput()) {
                String type = input.getInputExpression().getTypeRef() == null
                        ? ""
                        : input.getInputExpression().getTypeRef().getLocalPart();
                Optional<Kind> kind = kind(type);
                String name = input.getInputExpression().getText().strip();
                if (kind.isEmpty()) {
                    out.accept("a column of type " + type);
                    return Optional.empty();
                }
                kinds.add(kind.get());
                names.add(name);
            }
            List<List<Cell>> rows = table.getRule().stream()
                    .map(row -> {
                        List<Cell> cells = new ArrayList<>();
                        for (int c = 0; c < kinds.size(); c++) {
                            cells.add(CellText.read(row.getInputEntry().get(c).getText(), kinds.get(c)));
                        }
                        return cells;
                    })
                    .<List<Cell>>map(List::copyOf)
                    .toList();
            List<List<Object>> values = new ArrayList<>();
            for (int c = 0; c < kinds.size(); c++) {
                values.add(values(kinds.get(c), rows, c));
            }
            Optional<HitPolicy> policy = policy(table);
            if (policy.isEmpty()) {
                out.accept("hit policy " + table.getHitPolicy());
            }
            return policy.map(known -> new Table(names, values, TableIndex.of(known, kinds, rows)));
        }

        private static Optional<HitPolicy> policy(DecisionTable table) {
            return switch (table.getHitPolicy()) {
                case FIRST -> Optional.of(HitPolicy.FIRST);
                case ANY -> Optional.of(HitPolicy.ANY);
                case UNIQUE -> Optional.of(HitPolicy.UNIQUE);
                default -> Optional.empty();
            };
        }

        private static Optional<Kind> kind(String type) {
            return switch (type) {
                case "number" -> Optional.of(Kind.NUMBER);
                case "string" -> Optional.of(Kind.TEXT);
                case "boolean" -> Optional.of(Kind.TRUTH);
                default -> Optional.empty();
            };
        }

        private static List<Object> values(Kind kind, List<List<Cell>> rows, int c) {
            List<Object> values = new ArrayList<>();
            switch (kind) {
                case TRUTH -> values.addAll(List.of(true, false));
                case TEXT -> values.add("none of these");
                default -> values.add(BigDecimal.ZERO);
            }
            for (List<Cell> row : rows) {
                if (row.get(c) instanceof Cell.Fits(List<Range> ranges, boolean nothing)) {
                    ranges.forEach(
                            range -> Stream.of(Optional.ofNullable(range.low()), Optional.ofNullable(range.high()))
                                    .flatMap(Optional::stream)
                                    .forEach(bound -> add(values, bound)));
                }
            }
            return values;
        }

        private static void add(List<Object> values, Object bound) {
            values.add(bound);
            if (bound instanceof BigDecimal number) {
                values.add(number.add(BigDecimal.ONE));
                values.add(number.subtract(new BigDecimal("0.5")));
            }
        }
    }
}
