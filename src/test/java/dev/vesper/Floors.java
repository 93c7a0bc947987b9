package dev.vesper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The floors, lowest first, and the packages that may stand on each. */
enum Floors {
    GROUND("basics", "maths"),
    MARKET("market", "data"),
    BOOK("orders", "portfolio"),
    RECORD("books"),
    BUSINESS("limits", "approvals", "execution", "risk", "rebalance", "learning"),
    DESK("desk"),
    /** Beside the desk, which does not know it. */
    EXCHANGE("simulation"),
    ADAPTERS("adapters"),
    APP("app");

    private static final Path SOURCES = Path.of("src/main/java/dev/vesper");
    private final List<String> packages;

    Floors(String... packages) {
        this.packages = List.of(packages);
    }

    String[] patterns() {
        return packages.stream().map(p -> "dev.vesper." + p + "..").toArray(String[]::new);
    }

    /** Names of the floors above, which alone may look down on this one. */
    String[] above() {
        return Stream.of(values())
                .filter(f -> f.ordinal() > ordinal())
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** The floors as a Mermaid flowchart, with the packages that exist. */
    static String picture() throws IOException {
        StringBuilder text = new StringBuilder("```mermaid\nflowchart TB\n");
        for (Floors floor : List.of(values()).reversed()) {
            String name = floor.name().toLowerCase(java.util.Locale.ROOT);
            List<String> rooms = floor == ADAPTERS ? folders(SOURCES.resolve("adapters")) : floor.built();
            text.append("    subgraph ").append(name).append('\n');
            text.append("        direction LR\n        ");
            text.append(rooms.stream()
                    .map(room -> name.charAt(0) + "_" + room + "[" + room + "]")
                    .collect(Collectors.joining(" ~~~ ")));
            text.append("\n    end\n");
        }
        text.append("    ")
                .append(List.of(values()).reversed().stream()
                        .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.joining(" --> ")));
        return text.append("\n```\n").toString();
    }

    private List<String> built() {
        return packages.stream()
                .filter(p -> Files.isDirectory(SOURCES.resolve(p)))
                .toList();
    }

    private static List<String> folders(Path parent) throws IOException {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory)
                    .map(p -> p.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
