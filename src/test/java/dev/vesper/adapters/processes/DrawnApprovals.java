package dev.vesper.adapters.processes;

import dev.vesper.approvals.DrawnStep;
import java.nio.file.Path;
import java.util.List;

/** The approvals that a folder of processes draws, for tests outside this package. */
public final class DrawnApprovals {
    private DrawnApprovals() {}

    public static List<DrawnStep> of(Path processes) {
        return ProcessFiles.read(processes, DayInTest.SERVED).approvals();
    }
}
