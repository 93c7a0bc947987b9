package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.rebalance.DecisionLog;
import dev.vesper.desk.workbench.replay.DecisionArchive;
import dev.vesper.desk.workbench.replay.DecisionColumns;
import dev.vesper.limits.measure.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The decisions of each run as one Parquet file in the lake. It is written by one thread in the order of deciding, so the same
 * decisions are the same bytes.
 */
public final class DecisionFiles implements DecisionLog, DecisionArchive {
    private final S3Store store;
    private final Path cache;

    /** @param cache a local folder to write in before the lake has it; it may be deleted at any time */
    public DecisionFiles(S3Store store, Path cache) {
        this.store = store;
        this.cache = cache.toAbsolutePath().normalize();
    }

    /** The object that holds the decisions of a run. */
    static String key(RunId run) {
        return "decisions/run=" + run + "/decisions.parquet";
    }

    @Override
    public Recording begin(RunId run, List<Fact<?>> facts) {
        Path work = cache.resolve("decisions").resolve(run.value());
        try {
            S3Lake.wipe(work);
            Files.createDirectories(work);
            return new DecisionWriter(run, facts, work, file -> store.put(key(run), file));
        } catch (SQLException e) {
            throw DecisionWriter.failed(run, e);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to work under " + work + ", but " + e + "; maybe the disk is full", e);
        }
    }

    @Override
    public Optional<DecisionColumns> of(RunId run, Collection<Fact<?>> facts) {
        Optional<StoredObject> found = store.find(key(run));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Path copy = cache.resolve("objects").resolve(found.get().sha256() + ".parquet");
        store.fetch(key(run), found.get().sha256(), copy);
        try {
            return Optional.of(new DecisionReader(copy, cache.resolve("spill")).read(facts));
        } catch (SQLException e) {
            throw unreadable(copy, e);
        }
    }

    static Problem unreadable(Path file, SQLException why) {
        return Problem.unavailable(
                "Expected DuckDB to read the decisions in " + file + ", but " + why.getMessage(), why);
    }
}
