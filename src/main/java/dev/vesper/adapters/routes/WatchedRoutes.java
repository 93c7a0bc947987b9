package dev.vesper.adapters.routes;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FilesUsed;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The folder of routes as it stands: a run goes by what was current when its first file was taken in, also after a restart,
 * whatever lies there by then.
 */
public final class WatchedRoutes implements RunRoutes {
    private static final String FOLDER = "routes";
    private static final WatchedFolder.Words WORDS =
            new WatchedFolder.Words(FOLDER, "serve the next run", "no run is opened");

    private final WatchedFolder<RouteFiles> folder;
    private final Supplier<FilesUsed> used;

    private WatchedRoutes(WatchedFolder<RouteFiles> folder, Supplier<FilesUsed> used) {
        this.folder = folder;
        this.used = used;
    }

    /**
     * Reads and tries the folder.
     *
     * @param trial throws a Problem where routes do not do what they are for
     * @param used keeps the files that runs go by; asked with the first run
     */
    public static WatchedRoutes open(Path folder, Consumer<RouteFiles> trial, Supplier<FilesUsed> used) {
        return new WatchedRoutes(
                new WatchedFolder<>(
                        WORDS,
                        () -> {
                            RouteFiles files = RouteFiles.read(folder);
                            trial.accept(files);
                            return files;
                        },
                        files -> files.set().versions(),
                        List.of(folder)),
                used);
    }

    /** The folder, for whoever looks whether it changed. */
    public WatchedFolder<?> folder() {
        return folder;
    }

    @Override
    public RouteFiles of(RunId run) {
        Optional<String> pinned = used.get().pinned(run, FOLDER);
        if (pinned.isEmpty()) {
            folder.refresh();
            RouteFiles files = folder.standing();
            used.get().keep(files.set());
            pinned = Optional.of(used.get().pin(run, FOLDER, files.set().sha256()));
        }
        String sum = pinned.get();
        return folder.current()
                .filter(files -> files.set().sha256().equals(sum))
                .or(() -> used.get()
                        .find(sum)
                        .filter(kept -> kept.sha256().equals(sum)) // not those that somebody changed in the store
                        .map(RouteFiles::kept))
                .orElseThrow(() -> Problem.unavailable("Expected the routes that run " + run + " began with ("
                        + Sha256.shortened(sum) + "), but they are not kept; maybe the store was changed: put the files"
                        + " of routes/ back and go on with --resume"));
    }
}
