package dev.vesper.adapters.lake;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The reports of the runs as the lake keeps them: what lies beside the runs can be compared with them, and brought back. */
public final class ReportCopies {
    private final S3Store store;

    public ReportCopies(S3Store store) {
        this.store = store;
    }

    /**
     * Brings back what is missing of a run's report or is not as it was written, verified. What lay in its place is kept
     * beside it, under the name with {@code .changed} behind it.
     *
     * @param folder the run's own
     * @return what was brought back and why, for example {@code fills.csv (missing)}; empty where all is as it was written,
     *     or the lake has no whole report of the run
     */
    public List<String> restore(RunId run, Path folder) {
        List<String> restored = new ArrayList<>();
        if (!has(run)) {
            return restored;
        }
        String prefix = "runs/" + run + "/";
        for (String key : store.list(prefix)) {
            String name = key.substring(prefix.length());
            Path file = folder.resolve(name);
            String written = store.find(key).orElseThrow().sha256();
            try {
                if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                    store.fetch(key, written, file);
                    restored.add(name + " (missing)");
                } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        || !FileSum.of(file).equals(written)) {
                    Path aside = file.resolveSibling(file.getFileName() + ".changed");
                    Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
                    store.fetch(key, written, file);
                    restored.add(name + " (changed; what lay there is " + aside.getFileName() + " now)");
                }
            } catch (IOException e) {
                throw Problem.unavailable("Expected to compare " + file + " with the lake, but " + e, e);
            }
        }
        return restored;
    }

    /** Whether the lake has a whole report of the run. */
    public boolean has(RunId run) {
        return store.find("tags/" + run + ".json").isPresent();
    }
}
