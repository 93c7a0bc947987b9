package dev.vesper.adapters.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vesper.adapters.rules.model.DecisionModel;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Checkers;
import dev.vesper.desk.workbench.ReplayEffect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code changes/checkers.dmn} of the rules that are active: how many people check a change, by which files it changes and what
 * it would have made of recorded days. Where
 * it is missing, cannot be used, says nothing, or is itself changed, the strictest way holds.
 */
public final class CheckersTable implements Checkers {
    /** Below the rules folder. */
    public static final String FILE = "changes/checkers.dmn";

    private static final String FOLDER = "changes/";
    private static final String DECISION = "Checkers";
    private static final int MOST = 9;

    @Override
    public Asked of(FileSet active, List<String> changed, boolean urgent, ReplayEffect effect) {
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
            DecisionModel model = DecisionModel.of("rules/" + FILE, file.text());
            ObjectNode facts = facts(changed, urgent, effect);
            Optional<String> unknown =
                    model.inputs().stream().filter(input -> !facts.has(input)).findFirst();
            if (unknown.isPresent()) {
                return strictest("rules/" + FILE + " asks for " + unknown.get() + ", which nobody knows");
            }
            JsonNode answer = model.decide(facts.retain(model.inputs()).toString())
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

    /** A table may leave out what it does not ask for. */
    private static ObjectNode facts(List<String> changed, boolean urgent, ReplayEffect effect) {
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
        facts.put("Recorded days", effect.recorded());
        put(facts, effect, "Replayed days", BigDecimal.valueOf(effect.replayed()));
        put(facts, effect, "Untold days", BigDecimal.valueOf(effect.recorded() - effect.replayed()));
        put(facts, effect, "Untold accounts", BigDecimal.valueOf(effect.untold()));
        put(facts, effect, "Newly denied", BigDecimal.valueOf(effect.newlyDenied()));
        put(facts, effect, "Newly allowed", BigDecimal.valueOf(effect.newlyAllowed()));
        put(facts, effect, "Cut more", BigDecimal.valueOf(effect.cutMore()));
        put(facts, effect, "Cut less", BigDecimal.valueOf(effect.cutLess()));
        put(facts, effect, "Newly warned", BigDecimal.valueOf(effect.newlyWarned()));
        put(facts, effect, "No longer warned", BigDecimal.valueOf(effect.noLongerWarned()));
        put(facts, effect, "Share changed", effect.share(effect.changed()));
        put(facts, effect, "Share loosened", effect.share(effect.loosened()));
        return facts;
    }

    /** Null where no day was replayed. */
    private static void put(ObjectNode facts, ReplayEffect effect, String name, BigDecimal value) {
        if (effect.made()) {
            facts.put(name, value);
        } else {
            facts.putNull(name);
        }
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
