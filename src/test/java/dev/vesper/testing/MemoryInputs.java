package dev.vesper.testing;

import dev.vesper.approvals.People;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.OpeningBook;
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

    /** Who belongs to which group. */
    public People people = People.UNKNOWN;

    /** The same firm for whatever run, as if each had been frozen. */
    public static Inputs always(Firm folder) {
        MemoryInputs inputs = new MemoryInputs(folder);
        inputs.unfrozen = true;
        return inputs;
    }

    private boolean unfrozen;

    public MemoryInputs(Firm folder) {
        this.folder = folder;
    }

    /** Freezes the folder as it is. */
    public void freeze(RunRecord run) {
        freeze(run, Optional.empty());
    }

    @Override
    public void freeze(RunRecord run, Optional<OpeningBook> opening) {
        unusable.ifPresent(problem -> {
            throw problem;
        });
        frozen.putIfAbsent(run.id(), opening.map(this::opened).orElse(folder));
    }

    @Override
    public void takeOver(RunRecord run, RunId from) {
        if (!frozen.containsKey(from)) {
            throw Problem.refused("Expected the frozen inputs of " + from + ", but they are gone");
        }
        frozen.putIfAbsent(run.id(), frozen.get(from));
    }

    @Override
    public Firm firm(RunId run) {
        read.add(run);
        return Optional.ofNullable(unfrozen ? folder : frozen.get(run)).orElseThrow();
    }

    /** What somebody did to a frozen file; each change gives another sum. */
    public int edits;

    @Override
    public People people(RunId run) {
        return people;
    }

    @Override
    public RowSum sum(RunId run) {
        FieldSum sum = new FieldSum();
        sum.add(String.valueOf(frozen.get(run)));
        sum.add(Integer.toString(edits));
        return new RowSum(frozen.containsKey(run) ? 1 : 0, sum.hex());
    }

    private Firm opened(OpeningBook opening) {
        return new Firm(
                folder.folder(),
                folder.pricesFile(),
                folder.settings(),
                folder.calendars(),
                folder.instruments(),
                folder.accounts().stream()
                        .map(a -> a.withCash(opening.cash().getOrDefault(a.id(), a.cash()), opening.onItsWay(a.id())))
                        .toList(),
                opening.lots(),
                folder.venues(),
                folder.warnings());
    }

    public List<RunId> frozen() {
        return List.copyOf(frozen.keySet());
    }
}
