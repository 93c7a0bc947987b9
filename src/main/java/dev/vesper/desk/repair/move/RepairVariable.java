package dev.vesper.desk.repair.move;

import dev.vesper.desk.approval.SettleApproval;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.checkdata.CheckData;
import dev.vesper.desk.run.ProcessVariable;
import java.util.ArrayList;
import java.util.List;

/**
 * A variable of the processes, and whether people may change it.
 *
 * @param name for example {@code dataVerdict}
 * @param by the job of the stage that tells it; empty where every user task does, or the engine's side
 * @param words what it may say; none where it holds an id
 * @param refusal why nobody may change it; empty where it may be changed
 */
public record RepairVariable(String name, String by, List<String> words, String refusal) {
    private static final String ID = "it is an id, by which work is known to belong to its run";

    public RepairVariable {
        words = List.copyOf(words);
    }

    /** One that tells a verdict. */
    public static RepairVariable told(ProcessVariable<?> variable, String by) {
        return new RepairVariable(variable.name(), by, variable.written(), why(variable.name()));
    }

    /** The ids first, then these. */
    public static List<RepairVariable> all(List<RepairVariable> told) {
        List<RepairVariable> all = new ArrayList<>();
        for (String id : List.of("runId", "attempt", "dayKey", "rootKey")) {
            all.add(new RepairVariable(id, "", List.of(), ID));
        }
        all.addAll(told);
        return List.copyOf(all);
    }

    public boolean allowed() {
        return refusal.isEmpty();
    }

    /** What the house decides by is read from the record where it counts, so another word would only part the two. */
    private static String why(String name) {
        if (name.equals(CheckData.VERDICT.name())) {
            return "the stages that follow read in the record what the contract said of the data and who released it;"
                    + " answer release-data instead";
        }
        if (name.equals(UserTasks.DECISION.name())) {
            return "it is a person's answer, and answers stand in the record; answer the task instead";
        }
        if (name.equals(SettleApproval.APPROVAL.name())) {
            return "execute-orders decides the approval from the record, whatever it says; have the trades approved";
        }
        return "";
    }
}
