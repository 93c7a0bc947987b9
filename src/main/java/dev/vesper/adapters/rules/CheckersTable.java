package dev.vesper.adapters.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Checkers;
import java.util.List;

/**
 * {@code changes/checkers.dmn} of the rules that are active: how many people check a change, by which files it changes. Where
 * it is missing, cannot be used, says nothing, or is itself changed, the strictest way holds.
 */
public final class CheckersTable implements Checkers {
    /** Below the rules folder. */
    public static final String FILE = "changes/checkers.dmn";

    private static final String FOLDER = "changes/";
    private static final String DECISION = "Checkers";
    private static final int MOST = 9;

    @Override
    public Asked of(FileSet active, List<String> changed, boolean urgent) {
        byte[] table = active.files().get(FILE);
        if (table == null) {
            return strictest("there is no rules/" + FILE);
        }
        if (changed.stream().anyMatch(path -> path.startsWith(FOLDER))) {
            return strictest("who checks is itself changed");
        }
        try {
            RuleFile file = RuleFile.of(FILE, table);
            PlainTable.require(new Findings(file));
            JsonNode answer = DecisionModel.of("rules/" + FILE, file.text())
                    .decide(facts(changed, urgent).toString())
                    .path("decisions")
                    .path(DECISION);
            int people = answer.path("people").asInt(0);
            return people < 1 || people > MOST
                    ? strictest("rules/" + FILE + " says nothing of it")
                    : new Asked(
                            people,
                            "rules/" + FILE + ": " + answer.path("because").asText(""));
        } catch (Problem broken) {
            return strictest("rules/" + FILE + " cannot be used: " + broken.getMessage());
        }
    }

    private static ObjectNode facts(List<String> changed, boolean urgent) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        facts.put("Limits", changed(changed, RuleKind.LIMIT));
        facts.put(
                "Compliance",
                changed(changed, RuleKind.COMPLIANCE)
                        + changed(changed, RuleKind.COMPLIANCE_TABLE)
                        + changed(changed, RuleKind.LIST));
        facts.put("Approvals", changed(changed, RuleKind.APPROVAL));
        facts.put("Files", changed.size());
        facts.put("Urgent", urgent);
        return facts;
    }

    /** How many rules of a kind, their cases not counted. */
    private static long changed(List<String> changed, RuleKind kind) {
        return changed.stream()
                .filter(path -> path.startsWith(kind.folder() + "/") && path.endsWith(kind.ending()))
                .count();
    }

    private static Asked strictest(String why) {
        return new Asked(STRICTEST, "the strictest way: " + why);
    }
}
