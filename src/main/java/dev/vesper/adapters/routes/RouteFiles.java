package dev.vesper.adapters.routes;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The route files that a day needs, as they were at one moment. */
public final class RouteFiles {
    private static final List<String> ROUTES = List.of("firm-files", "venue-orders", "venue");

    private final FileSet set;
    private final Map<String, RouteFile> files;

    private RouteFiles(FileSet set) {
        this.set = set;
        this.files = new TreeMap<>();
        set.files().forEach((name, bytes) -> files.put(name, RouteFile.of(name, TextFile.text(bytes, name))));
    }

    /**
     * Reads them with the guards of every text.
     *
     * @throws Problem of kind INPUT where one is missing, or no YAML of a sane size and depth
     */
    public static RouteFiles read(Path folder) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String route : ROUTES) {
            String name = RouteFile.name(route);
            files.put(name, TextFile.bytes(folder.resolve(name), name));
        }
        return new RouteFiles(new FileSet(files));
    }

    /**
     * Reads the file by which people are told: no part of a day, whose runs go on without it.
     *
     * @throws Problem of kind INPUT where it is missing, or no YAML of a sane size and depth
     */
    public static RouteFile notify(Path folder) {
        String name = RouteFile.name("notify");
        return RouteFile.of(name, TextFile.text(TextFile.bytes(folder.resolve(name), name), name));
    }

    /** As they were kept. */
    static RouteFiles kept(FileSet set) {
        return new RouteFiles(set);
    }

    /**
     * One of the files.
     *
     * @param route without {@code .camel.yaml}, for example {@code firm-files}
     */
    public RouteFile file(String route) {
        RouteFile found = files.get(RouteFile.name(route));
        if (found == null) {
            throw new IllegalArgumentException("Expected one of " + files.keySet() + ", but got " + route);
        }
        return found;
    }

    public FileSet set() {
        return set;
    }
}
