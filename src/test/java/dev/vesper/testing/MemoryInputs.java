package dev.vesper.testing;

import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.slice.RowSum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The inputs of runs in memory: what was frozen once stays as it is. */
public final class MemoryInputs implements Inputs {
    private final Map<RunId, Firm> frozen = new LinkedHashMap<>();

    /** The runs whose firm was read, once for each time it was. */
    public final List<RunId> read = new ArrayList<>();

    /** The firm folder as it is now; what is frozen does not follow it. */
    public Firm folder;

    /** Why the folder cannot be frozen. */
    public Optional<Problem> unusable = Optional.empty();

    public MemoryInputs(Firm folder) {
        this.folder = folder;
    }

    @Override
    public void freeze(RunRecord run) {
        unusable.ifPresent(problem -> {
            throw problem;
        });
        frozen.putIfAbsent(run.id(), folder);
    }

    @Override
    public Firm firm(RunId run) {
        read.add(run);
        return Optional.ofNullable(frozen.get(run)).orElseThrow();
    }

    /** What somebody did to a frozen file; each change gives another sum. */
    public int edits;

    @Override
    public RowSum sum(RunId run) {
        FieldSum sum = new FieldSum();
        sum.add(String.valueOf(frozen.get(run)));
        sum.add(Integer.toString(edits));
        return new RowSum(frozen.containsKey(run) ? 1 : 0, sum.hex());
    }

    public List<RunId> frozen() {
        return List.copyOf(frozen.keySet());
    }
}
