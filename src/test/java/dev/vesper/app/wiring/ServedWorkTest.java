package dev.vesper.app.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.vesper.adapters.processes.KnownWork;
import dev.vesper.desk.run.ProcessVariable;
import dev.vesper.desk.run.StageName;
import dev.vesper.desk.workbench.ProposalWay;
import dev.vesper.testing.Declared;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedWorkTest {
    @Test
    void everyStageThatIsDeclaredMayBeAskedFor() {
        assertEquals(
                Declared.stages(),
                ServedWork.ALL.stages().stream()
                        .sorted(Comparator.comparing(StageName::job))
                        .toList());
    }

    /** But for that of a change of the rules, whose process is no part of a day. */
    @Test
    void everyVariableThatIsDeclaredIsTold() {
        assertEquals(
                names(Declared.variables().stream()
                        .filter(variable -> !variable.equals(ProposalWay.CHANGE))
                        .toList()),
                names(ServedWork.ALL.told().stream()
                        .<ProcessVariable<?>>map(KnownWork.Told::variable)
                        .toList()));
    }

    private static List<String> names(List<ProcessVariable<?>> variables) {
        return variables.stream().map(ProcessVariable::name).sorted().toList();
    }
}
