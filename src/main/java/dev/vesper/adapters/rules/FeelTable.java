package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.api.core.event.AfterEvaluateDecisionTableEvent;
import org.kie.dmn.api.core.event.DMNRuntimeEventListener;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;

/** A table as the DMN engine answers it, cell by cell. One thread asks at a time. */
final class FeelTable {
    private static final Pattern PERCENT = Pattern.compile("[0-9] ?%");
    private static final Pattern COMMA = Pattern.compile("'[0-9]{1,20},[0-9]{1,20}'");

    private final DmnTable table;
    private final DMNRuntime runtime;
    private final DMNModel model;
    /** Those that it knows, counted from 0. */
    private final List<Integer> rows;

    private int row;

    private FeelTable(DmnTable table, DMNRuntime runtime, DMNModel model, List<Integer> rows) {
        this.table = table;
        this.rows = rows;
        this.runtime = runtime;
        this.model = model;
    }

    /** Compiles all cells; what is no FEEL is a finding of the table. Empty where the engine does not take the file. */
    static Optional<FeelTable> compile(DmnTable table, TableSpelling spelling) {
        return compile(
                table,
                spelling,
                IntStream.range(0, table.table().getRule().size()).boxed().toList());
    }

    /**
     * The same of some rows, of a table that compiles whole.
     *
     * @param rows counted from 0
     */
    static Optional<FeelTable> compile(DmnTable table, TableSpelling spelling, List<Integer> rows) {
        Resource resource = KieServices.get()
                .getResources()
                .newReaderResource(new StringReader(table.file().text()), "UTF-8");
        resource.setSourcePath(table.file().path());
        DMNRuntime runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfigurationUsingCustomCompiler(
                        configuration -> new TableCompiler(configuration, spelling, rows))
                .fromResources(List.of(resource))
                .getOrElseThrow(
                        e -> TableFile.unreadable(table.findings(), e.getClass().getSimpleName()));
        if (runtime.getModels().isEmpty()) {
            return Optional.empty();
        }
        DMNModel model = runtime.getModels().getFirst();
        DmnTable compiled = table.as(model.getDefinitions());
        for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
            Object cell = compiled.cell(message.getSourceReference(), message.getText());
            table.findings().error(compiled.place(cell), "no-feel", said(message) + hint(message.getText()));
        }
        FeelTable feel = new FeelTable(table, runtime, model, rows);
        runtime.addListener(feel.rowListener());
        return Optional.of(feel);
    }

    /**
     * What the table says.
     *
     * @throws Problem of kind INPUT where no row fits, or FEEL cannot say
     */
    CompiledTable.Said ask(Map<String, @Nullable Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        row = 0;
        String decision = table.decision().getName();
        DMNResult result = runtime.evaluateByName(model, context, decision);
        for (DMNMessage message : result.getMessages(DMNMessage.Severity.ERROR)) {
            throw table.file()
                    .problem(
                            DmnTable.line(message.getSourceReference()),
                            "Expected an answer for " + new TreeMap<>(inputs) + ", but " + said(message));
        }
        if (result.getDecisionResultByName(decision).getResult() instanceof Map<?, ?> answer) {
            return new CompiledTable.Said(row, answer);
        }
        throw CompiledTable.noRow(table, inputs);
    }

    private DMNRuntimeEventListener rowListener() {
        return new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                row = event.getSelected().isEmpty()
                        ? 0
                        : rows.get(event.getSelected().getFirst() - 1) + 1;
            }
        };
    }

    /** How a number is written that the cell writes otherwise. */
    private static String hint(String said) {
        if (PERCENT.matcher(said).find()) {
            return "; 25 % is written 0.25";
        }
        return COMMA.matcher(said).find() ? "; a fraction is written with a point, like 0.25" : "";
    }

    private static String said(DMNMessage message) {
        return "Expected FEEL that compiles, such as 0.25, \"Energy\", > 1000 or -, but "
                + message.getText().strip().replaceAll("\\s+", " ").replaceAll("^DMN: | \\(DMN id: .*\\)$", "");
    }
}
