package dev.vesper.adapters.firm;

import dev.vesper.adapters.Disk;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.books.reconcile.Statement;
import dev.vesper.desk.books.StatementShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Statements under {@code statements/<sum>}, each with positions.csv and accounts.csv, or .csv.gz, as they came. */
public final class StatementFolder implements StatementShelf {
    private static final int SUM = 64;
    private static final int MOST_MEGABYTES = 200;

    private final Path folder;

    public StatementFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public String keep(Path firm) {
        return keep(find(firm, "positions"), find(firm, "accounts"));
    }

    @Override
    public String keep(Path positions, Path accounts) {
        StatementCsv.read(positions, accounts); // complaints name the files as people do
        try {
            byte[] held = bytes(positions);
            byte[] cash = bytes(accounts);
            String sum = sum(held, cash);
            Path target = folder.resolve(sum);
            if (!Files.isDirectory(target)) {
                Disk.makeFolder(folder);
                Path partial = Files.createTempDirectory(folder, "partial");
                Files.write(partial.resolve("positions" + ending(positions)), held);
                Files.write(partial.resolve("accounts" + ending(accounts)), cash);
                Disk.forceAll(partial);
                Disk.move(partial, target);
            }
            return sum;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to keep the statement in " + folder + ", but " + e, e);
        }
    }

    @Override
    public Statement read(String name) {
        boolean digits =
                name.length() == SUM && name.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        Path kept = digits ? folder.resolve(name) : folder;
        if (!digits || !Files.isDirectory(kept)) {
            throw Problem.usage("Expected the name of a kept statement, 64 hex digits, but got \"" + name + "\"");
        }
        Path positions = find(kept, "positions");
        Path accounts = find(kept, "accounts");
        try {
            if (!sum(bytes(positions), bytes(accounts)).equals(name)) {
                throw Problem.refused("Expected the statement " + Sha256.shortened(name)
                        + " as it was kept, but its files were altered; bring them again with ./vesper books reconcile"
                        + " --file POSITIONS --accounts ACCOUNTS after removing " + kept);
            }
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read the statement in " + kept + ", but " + e, e);
        }
        return StatementCsv.read(positions, accounts);
    }

    private static Path find(Path folder, String name) {
        Path file = TextFile.find(folder, name + ".csv", name + ".csv.gz");
        if (file == null) {
            throw Problem.input(
                    Place.of(name + ".csv"),
                    "Expected " + name + ".csv or " + name + ".csv.gz in " + folder + ", but neither is there");
        }
        return file;
    }

    private static String ending(Path file) {
        return TextFile.nameOf(file).endsWith(".gz") ? ".csv.gz" : ".csv";
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > MOST_MEGABYTES * 1_000_000L) {
            throw Problem.input(
                    Place.of(TextFile.nameOf(file)),
                    "Expected at most " + MOST_MEGABYTES + " MB, but the file is larger");
        }
        return Files.readAllBytes(file);
    }

    private static String sum(byte[] positions, byte[] accounts) {
        Sha256 sum = new Sha256();
        for (byte[] part : Arrays.asList(positions, accounts)) {
            byte[] length = (part.length + "\n").getBytes(StandardCharsets.US_ASCII);
            sum.add(length);
            sum.add(part);
        }
        return sum.hex();
    }
}
