package dev.vesper.adapters.rules;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Registry;
import dev.vesper.limits.LimitAction;
import dev.vesper.limits.RiskLimit;
import dev.vesper.limits.RuleVersion;
import dev.vesper.limits.judging.LimitTable;
import dev.vesper.limits.measure.Fact;
import dev.vesper.limits.measure.FactValues;
import dev.vesper.limits.measure.Measure;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * One compiled table of rules/limits. Answers are remembered by their inputs, so that a book of 500 orders in three
 * asset classes asks the table three times. Several threads may ask; one is answered at a time.
 */
final class DmnLimitTable implements LimitTable {
    /** Answers kept before the memory is emptied: account values make inputs that never come back. */
    private static final int REMEMBERED = 10_000;

    private final DmnTable table;
    private final Measure measure;
    private final List<Fact<?>> asked;
    private final DMNRuntime runtime;
    private final DMNModel model;
    private final Map<List<Object>, RiskLimit> answers = new HashMap<>();
    private int row;

    private DmnLimitTable(DmnTable table, Measure measure, List<Fact<?>> asked, DMNRuntime runtime, DMNModel model) {
        this.table = table;
        this.measure = measure;
        this.asked = asked;
        this.runtime = runtime;
        this.model = model;
    }

    static DmnLimitTable compile(RuleFile file, Registry<Measure> measures) {
        PlainTable.require(file);
        Resource resource = KieServices.get().getResources().newReaderResource(new StringReader(file.text()), "UTF-8");
        resource.setSourcePath(file.path());
        DMNRuntime runtime;
        try {
            runtime = DMNRuntimeBuilder.fromDefaults()
                    .buildConfigurationUsingCustomCompiler(
                            configuration -> new TableCompiler(configuration, vocabulary(measures)))
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
        DmnTable table = DmnTable.read(file, model.getDefinitions());
        Measure measure = measure(table, measures);
        new TableRows(table).check(measure);
        List<Fact<?>> asked = TableFacts.asked(table, measure);
        for (DMNMessage message : model.getMessages(DMNMessage.Severity.ERROR)) {
            throw broken(table, message);
        }
        DmnLimitTable compiled = new DmnLimitTable(table, measure, asked, runtime, model);
        runtime.addListener(compiled.rowListener());
        return compiled;
    }

    private static Map<String, List<String>> vocabulary(Registry<Measure> measures) {
        Map<String, List<String>> vocabulary = new HashMap<>();
        measures.all().stream()
                .flatMap(measure -> measure.facts().stream())
                .filter(fact -> !fact.type().words().isEmpty())
                .forEach(fact -> vocabulary.put(fact.name(), fact.type().words()));
        return vocabulary;
    }

    private static Problem unreadable(RuleFile file, Throwable unread) {
        return file.problem(
                0,
                "Expected a DMN 1.3 or later file, but it cannot be read: " + unread
                        + "; maybe save it again with a DMN modeller");
    }

    private static Measure measure(DmnTable table, Registry<Measure> measures) {
        List<String> decisions = measures.all().stream().map(Measure::decision).toList();
        return measures.find(table.measure())
                .orElseThrow(() -> table.file()
                        .problem(
                                DmnTable.line(table.decision()),
                                "Expected the decision to be named for what it limits, one of " + decisions
                                        + ", but it is \"" + table.decision().getName() + "\""
                                        + NearestName.hint(table.decision().getName(), decisions)));
    }

    @Override
    public Measure measure() {
        return measure;
    }

    @Override
    public RuleVersion rule() {
        return table.file().rule();
    }

    RuleInfo info() {
        return new RuleInfo(
                rule(), RuleKind.LIMIT, table.file().path(), table.description(), table.columns(), table.rows());
    }

    @Override
    public synchronized RiskLimit decide(FactValues facts) {
        Object[] known = new Object[asked.size()];
        for (int i = 0; i < known.length; i++) {
            known[i] = facts.cell(asked.get(i));
        }
        List<Object> cells = List.of(known);
        RiskLimit answer = answers.get(cells);
        if (answer == null) {
            answer = ask(cells);
            if (answers.size() >= REMEMBERED) {
                answers.clear();
            }
            answers.put(cells, answer);
        }
        return answer;
    }

    /** The answer to the values of the facts that are asked for, in their order. */
    private RiskLimit ask(List<Object> cells) {
        Map<String, Object> inputs = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            inputs.put(asked.get(i).name(), cells.get(i));
        }
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        row = 0;
        String decision = table.decision().getName();
        DMNResult result = runtime.evaluateByName(model, context, decision);
        for (DMNMessage message : result.getMessages(DMNMessage.Severity.ERROR)) {
            throw table.file()
                    .problem(
                            DmnTable.line(message.getSourceReference()),
                            "Expected an answer for " + sorted(inputs) + ", but " + said(message));
        }
        if (!(result.getDecisionResultByName(decision).getResult() instanceof Map<?, ?> answer)) {
            throw table.file()
                    .problem(
                            DmnTable.line(table.table()),
                            "Expected a row that fits " + sorted(inputs)
                                    + ", but none does; maybe add a last row of \"-\"");
        }
        Optional<BigDecimal> limit = number(answer.get("limit"), "limit");
        Optional<BigDecimal> warning = number(answer.get("warning"), "warning");
        if (limit.isPresent() && warning.isPresent() && warning.get().compareTo(limit.get()) > 0) {
            throw table.file()
                    .problem(
                            DmnTable.line(table.table()),
                            "row " + row + ", column warning: Expected a warning of at most the limit, " + limit.get()
                                    + ", but it is " + warning.get());
        }
        LimitAction action = LimitAction.named(String.valueOf(answer.get("action")))
                .orElseThrow(() -> table.file().problem(0, "Expected an action, but it is " + answer.get("action")));
        return new RiskLimit(rule(), limit, warning, action, row);
    }

    private Optional<BigDecimal> number(@Nullable Object cell, String column) {
        if (cell == null) {
            return Optional.empty();
        }
        String why = cell instanceof BigDecimal number
                ? TableRows.fault(number, measure).orElse("")
                : "Expected a number of zero or more, or null for no " + column + ", but it is " + cell;
        if (cell instanceof BigDecimal number && why.isEmpty()) {
            return Optional.of(number);
        }
        throw table.file().problem(DmnTable.line(table.table()), "row " + row + ", column " + column + ": " + why);
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
        return new java.util.TreeMap<>(inputs).toString();
    }

    private static RuntimeException broken(DmnTable table, DMNMessage message) {
        Object cell = table.cell(message.getSourceReference(), message.getText());
        return table.file().problem(DmnTable.line(cell), table.where(cell) + said(message));
    }

    private static String said(DMNMessage message) {
        return "Expected FEEL that compiles, such as 0.25, \"Energy\", > 1000 or -, but "
                + message.getText().strip().replaceAll("\\s+", " ").replaceAll("^DMN: | \\(DMN id: .*\\)$", "");
    }
}
