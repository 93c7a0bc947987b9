package dev.vesper.desk.repair.move;

import java.util.List;

/**
 * What may be asked about the token of a run now.
 *
 * @param from where it is, for people
 * @param refusal why nothing may be asked, whatever the target; empty where something may
 * @param targets in the order of the day
 * @param variables all that its processes know
 */
public record MoveChoices(String from, String refusal, List<MoveTarget> targets, List<RepairVariable> variables) {
    public MoveChoices {
        targets = List.copyOf(targets);
        variables = List.copyOf(variables);
    }
}
