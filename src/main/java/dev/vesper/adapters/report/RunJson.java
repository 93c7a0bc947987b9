package dev.vesper.adapters.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.report.section.RunFacts;
import dev.vesper.adapters.report.section.Section;
import dev.vesper.basics.Registry;
import dev.vesper.basics.Visible;
import dev.vesper.desk.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * run.json: the facts of a run for programs, keys always in the same order. It holds counts, verdicts and versions; no
 * secret and no path of the machine.
 */
final class RunJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunJson() {}

    static void write(Registry<Section> sections, RunFacts facts, List<String> files, OutputStream out)
            throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter)
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        String json = JSON.writer(printer).writeValueAsString(tree(sections, facts, files));
        out.write(Visible.lines(json).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    static ObjectNode tree(Registry<Section> sections, RunFacts facts, List<String> files) {
        RunReport report = facts.report();
        ObjectNode root = JSON.createObjectNode();
        root.put("runId", report.run().id().value());
        root.put("date", report.run().date().toString());
        root.put("status", report.run().status().name());
        root.put("rehearsal", report.run().rehearsal());
        if (report.run().supersedes() != null && report.run().replayedFrom() != null) {
            root.put("supersedes", report.run().supersedes().value());
            root.put("replayedFrom", report.run().replayedFrom().word());
        }
        if (report.practice()) {
            root.put("practice", true);
        }
        root.put("firm", report.firm().settings().name());
        root.put("firmFolder", facts.firmFolder());
        root.put("seed", report.run().seed());
        for (Section section : sections) {
            section.json(facts, root);
        }
        ArrayNode names = root.putArray("files");
        files.forEach(names::add);
        return root;
    }
}
