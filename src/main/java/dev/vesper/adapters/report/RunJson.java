package dev.vesper.adapters.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.desk.AuditLog;
import dev.vesper.desk.DataCheck;
import dev.vesper.desk.RunReport;
import dev.vesper.execution.ImplementationShortfall;
import dev.vesper.limits.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * run.json: the facts of a run for programs, keys always in the same order. It holds counts, verdicts and versions; no
 * secret and no path of the machine.
 */
final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunJson() {}

    static void write(RunFacts facts, List<String> files, OutputStream out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter)
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        out.write(JSON.writer(printer).writeValueAsBytes(tree(facts, files)));
        out.write('\n');
    }

    static ObjectNode tree(RunFacts facts, List<String> files) {
        RunReport report = facts.report();
        ObjectNode root = JSON.createObjectNode();
        root.put("runId", report.run().id().value());
        root.put("date", report.run().date().toString());
        root.put("status", report.run().status().name());
        root.put("rehearsal", report.run().rehearsal());
        root.put("firm", report.firm().settings().name());
        root.put("firmFolder", facts.firmFolder());
        root.put("seed", report.run().seed());
        stages(facts, root.putArray("stages"));
        data(facts, root.putObject("data"));
        root.put("accounts", report.rebalance().plans().size());
        root.put("parents", report.orders().size());
        root.put("children", report.children().size());
        root.put("fills", report.fills().size());
        root.putObject("limits")
                .put("checked", facts.checked())
                .put("passed", facts.checks(Outcome.PASS))
                .put("breached", facts.breached())
                .put("warned", facts.checks(Outcome.WARN))
                .put("cut", facts.checks(Outcome.CUT))
                .put("denied", facts.checks(Outcome.DENY));
        approvals(facts, root.putArray("approvals"));
        money(facts, root);
        audit(report, root.putObject("audit"));
        ObjectNode versions = root.putObject("versions");
        report.versions().forEach(versions::put);
        ArrayNode names = root.putArray("files");
        files.forEach(names::add);
        return root;
    }

    private static void stages(RunFacts facts, ArrayNode stages) {
        for (var stage : facts.report().stages()) {
            ObjectNode node = stages.addObject().put("name", stage.name()).put("state", stage.state());
            RunFacts.seconds(stage)
                    .ifPresentOrElse(s -> node.put("seconds", decimal(s, 3)), () -> node.putNull("seconds"));
            node.put("message", facts.safe(stage.message()));
        }
    }

    private static void data(RunFacts facts, ObjectNode node) {
        DataCheck data = facts.report().data();
        node.put("snapshot", data.snapshot())
                .put("rows", data.rows())
                .put("quarantinedRows", data.quarantined())
                .put("firstDate", data.firstDate().toString())
                .put("lastDate", data.lastDate().toString())
                .put("blocking", data.blocking());
        ArrayNode breaches = node.putArray("breaches");
        for (DataCheck.Breach breach : data.breaches()) {
            breaches.addObject()
                    .put("rule", breach.rule())
                    .put("severity", breach.severity())
                    .put("rows", breach.rows())
                    .put("message", facts.safe(breach.message()));
        }
    }

    private static void approvals(RunFacts facts, ArrayNode approvals) {
        for (PersonDecision decision : facts.decisions()) {
            approvals
                    .addObject()
                    .put("who", decision.who())
                    .put("role", decision.answer().role().words())
                    .put("decision", decision.answer().word())
                    .put("at", decision.at().toString())
                    .put("rehearsal", decision.rehearsal());
        }
    }

    /** The headline figures where the run has one currency, null where it has several, and each currency by itself. */
    private static void money(RunFacts facts, ObjectNode root) {
        boolean single = facts.totals().size() == 1;
        if (facts.totals().size() > 1) {
            root.putNull("costBps").putNull("notional").putNull("currency");
        } else if (!single) {
            root.put("costBps", 0).put("notional", 0).putNull("currency");
        }
        for (CurrencyTotal total : facts.totals().values()) {
            if (single) {
                root.put("costBps", decimal(total.costBps(), 4))
                        .put("notional", cents(total.notional()))
                        .put("currency", total.currency());
            }
        }
        ArrayNode costs = root.putArray("costs");
        for (CurrencyTotal total : facts.totals().values()) {
            ImplementationShortfall split = total.costs();
            costs.addObject()
                    .put("currency", total.currency())
                    .put("notional", cents(total.notional()))
                    .put("filledNotional", cents(total.filled()))
                    .put("fillRate", decimal(total.fillRate(), 6))
                    .put("delay", cents(split.delay()))
                    .put("execution", cents(split.execution()))
                    .put("opportunity", cents(split.opportunity()))
                    .put("fees", cents(split.fees()))
                    .put("total", cents(split.total()))
                    .put("totalBps", decimal(total.costBps(), 4));
        }
    }

    private static void audit(RunReport report, ObjectNode node) {
        List<AuditLog.Row> rows = report.audit();
        node.put("rows", rows.size());
        if (rows.isEmpty()) {
            node.putNull("headHash");
        } else {
            node.put("headHash", rows.getLast().hash());
        }
    }

    private static BigDecimal cents(BigDecimal value) {
        return value.setScale(2, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal decimal(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
