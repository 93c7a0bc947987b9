package dev.vesper.adapters.firm;

import dev.vesper.adapters.Disk;
import dev.vesper.approvals.People;
import dev.vesper.basics.FieldSum;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.firm.BookKeeping;
import dev.vesper.desk.firm.Firm;
import dev.vesper.desk.firm.FirmReader;
import dev.vesper.desk.run.Inputs;
import dev.vesper.desk.run.OpeningBook;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.orders.slice.RowSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the firm's files as they were under {@code runs/<run>/input}. */
public final class FrozenInputs implements Inputs {
    private static final List<String> FILES =
            List.of("firm.yaml", "prices", "instruments", "accounts", "positions", "venues", "calendars");
    private static final String TAPES = "tape";
    /** {@code tape/<SYMBOL>.csv} and {@code tape/<date>/<SYMBOL>.csv}. */
    private static final int TAPE_DEPTH = 2;

    private static final int BUFFER = 1 << 16;

    private final FirmReader reader;
    private final Path runs;
    private final Set<String> products;

    /**
     * Inputs of the runs below a folder.
     *
     * @param runs where each run has a folder of its own
     * @param products the data products a firm may deliver, each in a file of its name
     */
    public FrozenInputs(FirmReader reader, Path runs, Collection<String> products) {
        this.reader = reader;
        this.runs = runs;
        this.products = Set.copyOf(products);
    }

    @Override
    public void freeze(RunRecord run, Optional<OpeningBook> opening) {
        Path target = input(run.id());
        if (Files.isDirectory(target)) {
            return;
        }
        Path partial = target.resolveSibling("input.partial");
        try {
            clear(partial);
            Disk.makeFolder(partial);
            Path firm = Path.of(run.firm());
            try (var files = Files.list(firm)) {
                for (Path file : files.sorted().toList()) {
                    if (belongs(file)) {
                        inside(firm, file);
                        Files.copy(file, partial.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            Path tapes = firm.resolve(TAPES);
            if (Files.isDirectory(tapes)) {
                try (var files = Files.walk(tapes, TAPE_DEPTH)) {
                    for (Path file : files.sorted().toList()) {
                        if (Files.isRegularFile(file)) {
                            inside(firm, file);
                            Path copy = partial.resolve(firm.relativize(file).toString());
                            Files.createDirectories(copy.resolveSibling("."));
                            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                        }
                    }
                }
            }
            if (opening.isPresent()) {
                Firm files = reader.read(partial);
                if (files.settings().books() instanceof BookKeeping.Vesper) {
                    OpeningFiles.write(partial, files, opening.get());
                    reader.read(partial);
                }
            }
            Disk.forceAll(partial);
            Disk.move(partial, target);
        } catch (IOException e) {
            throw unkept(run, target, e);
        }
    }

    @Override
    public void takeOver(RunRecord run, RunId from) {
        Path target = input(run.id());
        if (Files.isDirectory(target)) {
            return;
        }
        Path frozen = input(from);
        if (!Files.isDirectory(frozen)) {
            throw Problem.refused("Expected the frozen inputs of " + from + " in " + frozen
                    + ", but they are gone; put them back from a copy, or replay from check-data");
        }
        Path partial = target.resolveSibling("input.partial");
        try {
            clear(partial);
            Disk.makeFolder(partial);
            try (var files = Files.walk(frozen)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = partial.resolve(frozen.relativize(file).toString());
                    Files.createDirectories(copy.resolveSibling("."));
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Disk.forceAll(partial);
            Disk.move(partial, target);
        } catch (IOException e) {
            throw unkept(run, target, e);
        }
    }

    private static Problem unkept(RunRecord run, Path target, IOException e) {
        return Problem.unavailable(
                "Expected to keep the inputs of " + run.id() + " in " + target + ", but "
                        + e.getClass().getSimpleName() + ": " + e.getMessage() + "; maybe the disk is full",
                e);
    }

    @Override
    public Firm firm(RunId run) {
        return reader.read(input(run));
    }

    @Override
    public People people(RunId run) {
        return FirmFolder.people(input(run));
    }

    @Override
    public RowSum sum(RunId run) {
        Path input = input(run);
        if (!Files.isDirectory(input)) {
            return new RowSum(0, new FieldSum().hex());
        }
        try (var found = Files.walk(input)) {
            FieldSum sum = new FieldSum();
            List<Path> files = found.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> input.relativize(file).toString()))
                    .toList();
            for (Path file : files) {
                sum.add(input.relativize(file).toString());
                sum.add(content(file));
            }
            return new RowSum(files.size(), sum.hex());
        } catch (IOException | UncheckedIOException e) {
            throw Problem.unavailable("Expected to read the inputs of " + run + " in " + input + ", but " + e, e);
        }
    }

    private static String content(Path file) throws IOException {
        Sha256 sum = new Sha256();
        byte[] buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.add(buffer, read);
            }
        }
        return sum.hex();
    }

    private Path input(RunId run) {
        return runs.resolve(run.value()).resolve("input");
    }

    /** Refuses a link that leads out of the firm folder: its target is nobody's input. */
    private static void inside(Path firm, Path file) throws IOException {
        Path real = file.toRealPath();
        if (!real.startsWith(firm.toRealPath())) {
            throw Problem.input(
                    Place.of(firm.relativize(file).toString()),
                    "Expected a file inside " + firm + ", but it is a link to " + real);
        }
    }

    private boolean belongs(Path file) {
        String name = String.valueOf(file.getFileName());
        String stem = name.replaceFirst("\\.csv(\\.gz)?$", "");
        return Files.isRegularFile(file)
                && (FILES.contains(name) || (!stem.equals(name) && (FILES.contains(stem) || products.contains(stem))));
    }

    private static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
