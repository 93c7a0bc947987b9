package dev.vesper.adapters.processes;

import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.camunda.bpm.model.xml.ModelException;

/** Looks at all the process files before the engine sees them: what would wait for ever, or go around a person, is refused. */
final class ProcessGuard {
    private ProcessGuard() {}

    /**
     * Looks at them.
     *
     * @return the steps in which people approve, in the order of their numbers
     * @throws Problem INPUT that names the file, the line and the element, and what is known instead
     */
    static List<DrawnStep> check(Collection<ProcessFile> files, KnownWork known) {
        var byId = new TreeMap<String, ProcessFile>();
        var ofDays = new ArrayList<ProcessFile>();
        for (var file : files) {
            ElementRules.check(file);
            if (file.name().equals(ProcessFiles.CHANGE)) {
                ChangeRulesGuard.check(file);
            } else {
                ofDays.add(file);
                byId.put(file.process().getId(), file);
            }
        }
        var day = byId.get(Words.DAY_PROCESS);
        if (day == null) {
            throw Problem.input(
                    Place.of("processes"),
                    "Expected " + Words.DAY_PROCESS + ProcessFiles.ENDING + ", which every day begins with, but it is"
                            + " not there; known: " + String.join(", ", byId.keySet()));
        }
        try {
            return check(byId, ofDays, known, day);
        } catch (ModelException e) {
            throw Problem.input(Place.of("processes"), "Expected BPMN 2.0, but " + e.getMessage());
        }
    }

    private static List<DrawnStep> check(
            SortedMap<String, ProcessFile> byId, Collection<ProcessFile> files, KnownWork known, ProcessFile day) {
        var tasks = new TaskRules(known, byId.keySet());
        var flows = new FlowRules(known);
        for (var file : files) {
            tasks.check(file);
            EventRules.check(file);
            flows.check(file);
        }
        var steps = ApprovalSteps.check(files);
        new DayPaths(byId, known).check(day);
        return steps;
    }
}
