package dev.vesper.adapters.rules;

import dev.vesper.basics.Problem;
import dev.vesper.limits.measure.Fact;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import org.kie.dmn.model.api.DecisionRule;

/** A decision table that is looked at, compiled and asked. One thread asks at a time. */
final class CompiledTable {
    private static final Pattern PERCENT = Pattern.compile("[0-9] ?%");
    private static final Pattern COMMA = Pattern.compile("'[0-9]{1,20},[0-9]{1,20}'");

    private final DmnTable table;
    private final List<Fact<?>> asked;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private int row;

    private CompiledTable(DmnTable table, List<Fact<?>> asked, DMNRuntime runtime, DMNModel model) {
        this.table = table;
        this.asked = asked;
        this.runtime = runtime;
        this.model = model;
    }

    /**
     * What a table says of some values.
     *
     * @param row that decided, counted from 1
     * @param cells by output column
     */
    record Said(int row, Map<?, ?> cells) {}

    /**
     * Compiles a file that is a table and nothing more.
     *
     * @param outputs the names of the output columns
     * @param known all facts that tables of its kind may ask for, whose words may stand in any case
     * @param cells looks at the output cells of a row, before anything is compiled
     * @param facts what the table may ask for, once it is known what it is about
     * @throws Problem of kind INPUT that names file, line, row and column of what does not hold
     */
    static CompiledTable compile(
            RuleFile file,
            List<String> outputs,
            Collection<Fact<?>> known,
            BiConsumer<DmnTable, DecisionRule> cells,
            Function<DmnTable, Set<Fact<?>>> facts) {
        PlainTable.require(file);
        Resource resource = KieServices.get().getResources().newReaderResource(new StringReader(file.text()), "UTF-8");
        resource.setSourcePath(file.path());
        DMNRuntime runtime;
        try {
            runtime = DMNRuntimeBuilder.fromDefaults()
                    .buildConfigurationUsingCustomCompiler(
                            configuration -> new TableCompiler(configuration, vocabulary(known)))
                    .fromResources(List.of(resource))
                    .getOrElseThrow(e -> unreadable(file, e));
        } catch (Problem told) {
            throw told;
        } catch (RuntimeException | StackOverflowError unread) {
            throw unreadable(file, unread);
        }
        if (runtime.getModels().isEmpty()) {
            throw file.problem(0, "Expected a DMN 1.3 or later file, but it holds no model");
        }
        DMNModel model = runtime.getModels().getFirst();
        DmnTable table = DmnTable.read(file, model.getDefinitions(), outputs, cells);
        List<Fact<?>> asked = TableFacts.asked(table, facts.apply(table));
        for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
            throw broken(table, message);
        }
        CompiledTable compiled = new CompiledTable(table, asked, runtime, model);
        runtime.addListener(compiled.rowListener());
        return compiled;
    }

    DmnTable table() {
        return table;
    }

    RuleFile file() {
        return table.file();
    }

    RuleInfo info(RuleKind kind) {
        return new RuleInfo(file().rule(), kind, file().path(), table.description(), table.columns(), table.rows());
    }

    /** The facts that the table asks for, in the order of the file. */
    List<Fact<?>> asked() {
        return asked;
    }

    /**
     * What the table says of the values of the facts that it asks for, in their order.
     *
     * @throws Problem of kind INPUT where no row fits, or FEEL cannot say
     */
    Said ask(List<Object> values) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            inputs.put(asked.get(i).name(), values.get(i));
        }
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        row = 0;
        String decision = table.decision().getName();
        DMNResult result = runtime.evaluateByName(model, context, decision);
        for (DMNMessage message : result.getMessages(DMNMessage.Severity.ERROR)) {
            throw file().problem(
                            DmnTable.line(message.getSourceReference()),
                            "Expected an answer for " + sorted(inputs) + ", but " + said(message));
        }
        if (!(result.getDecisionResultByName(decision).getResult() instanceof Map<?, ?> answer)) {
            throw file().problem(
                            DmnTable.line(table.table()),
                            "Expected a row that fits " + sorted(inputs)
                                    + ", but none does; maybe add a last row of \"-\"");
        }
        return new Said(row, answer);
    }

    private static Map<String, List<String>> vocabulary(Collection<Fact<?>> known) {
        Map<String, List<String>> vocabulary = new HashMap<>();
        known.stream()
                .filter(fact -> !fact.type().words().isEmpty())
                .forEach(fact -> vocabulary.put(fact.name(), fact.type().words()));
        return vocabulary;
    }

    /** The DMN engine says nothing that helps; the table itself was looked at before, so the drawing is left. */
    private static Problem unreadable(RuleFile file, Throwable unread) {
        List<String> lines = file.text().lines().toList();
        int drawing = 0;
        while (drawing < lines.size() && !lines.get(drawing).contains("DMNDI>")) {
            drawing++;
        }
        return drawing < lines.size()
                ? file.problem(
                        drawing + 1,
                        "Expected a drawing (DMNDI) that DMN's reader takes, but it does not take this one; maybe a number"
                                + " or a name in it is wrong: save it again with a DMN modeller")
                : file.problem(
                        0,
                        "Expected a DMN 1.3 or later file, but DMN's reader does not take it ("
                                + unread.getClass().getSimpleName() + "); maybe save it again with a DMN modeller");
    }

    private DMNRuntimeEventListener rowListener() {
        return new DMNRuntimeEventListener() {
            @Override
            public void afterEvaluateDecisionTable(AfterEvaluateDecisionTableEvent event) {
                row = event.getSelected().isEmpty() ? 0 : event.getSelected().getFirst();
            }
        };
    }

    private static String sorted(Map<String, Object> inputs) {
        return new TreeMap<>(inputs).toString();
    }

    private static RuntimeException broken(DmnTable table, DMNMessage message) {
        Object cell = table.cell(message.getSourceReference(), message.getText());
        return table.file().problem(DmnTable.line(cell), table.where(cell) + said(message) + hint(message.getText()));
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
