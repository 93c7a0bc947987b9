package dev.vesper.desk.diagram;

import dev.vesper.desk.run.Incident;
import dev.vesper.desk.run.RunRecord;
import java.util.List;

/**
 * Where one run stands now. Two that are equal were asked for with nothing happening in between.
 *
 * @param drawn whether the process files that the run goes by are kept, so that there is a diagram
 * @param stages in the order they were first started
 * @param coming the stages that its processes have beside, in the order of the day; none where the run has ended
 * @param asked whose answer is waited for, oldest first
 * @param incidents what keeps the run from going on, oldest first
 * @param now where it is, by name, each with the process that is called for it, for example {@code Approve the trades ›
 *     Propose the trades}; empty where it has ended
 * @param next what comes next when all goes well, by name; empty where the run has ended
 * @param elements how far it is with the elements of its processes
 * @param flows the arrows it went along
 */
public record RunState(
        RunRecord run,
        boolean drawn,
        List<TimedStage> stages,
        List<ComingStage> coming,
        List<AskedPerson> asked,
        List<Incident> incidents,
        List<String> now,
        List<String> next,
        List<StandingElement> elements,
        List<TakenFlow> flows) {
    public RunState {
        stages = List.copyOf(stages);
        coming = List.copyOf(coming);
        asked = List.copyOf(asked);
        incidents = List.copyOf(incidents);
        now = List.copyOf(now);
        next = List.copyOf(next);
        elements = List.copyOf(elements);
        flows = List.copyOf(flows);
    }
}
