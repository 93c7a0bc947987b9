package dev.vesper.adapters.console.server;

import dev.vesper.adapters.console.help.Manual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What every page needs beside itself, open to everybody: it tells nothing. */
final class Assets {
    /** htmx with Idiomorph, which keep a page as it is now, and what the two cannot know. */
    static final List<String> LIVE_SCRIPTS = List.of("htmx/htmx.min.js", "idiomorph/idiomorph-ext.min.js", "live.js");

    /** The part of bpmn-js that shows and moves a diagram, and what draws with it. */
    static final List<String> DRAWING_SCRIPTS =
            List.of("bpmn-js/dist/bpmn-navigated-viewer.production.min.js", "diagram.js");

    static final List<String> DRAWING_STYLES =
            List.of("bpmn-js/dist/assets/diagram-js.css", "bpmn-js/dist/assets/bpmn-js.css");

    /** ECharts with the charts that are used, and what draws with it. */
    static final List<String> CHART_SCRIPTS = List.of("echarts/echarts.vesper.min.js", "charts.js");

    /** What makes a grid, the page of a rule of two of them, takes files that were edited elsewhere, and the grid of a list. */
    static final List<String> GRID_SCRIPTS = List.of("grid.js", "rule-table.js", "rule-file.js", "rule-list.js");

    /** The part of dmn-js that shows and edits a decision table, and what sends what it has. */
    static final List<String> MODELLER_SCRIPTS = List.of("dmn-js/dmn-table.min.js", "modeller.js");

    static final List<String> MODELLER_STYLES = List.of("dmn-js/dmn-table.css");

    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private static final String DRAWING = "image/svg+xml";
    private static final String HELP_PICTURES = "help/img/";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("style.css", CSS),
            Map.entry("icon.svg", DRAWING),
            Map.entry(LIVE_SCRIPTS.getFirst(), SCRIPT),
            Map.entry(LIVE_SCRIPTS.get(1), SCRIPT),
            Map.entry(LIVE_SCRIPTS.getLast(), SCRIPT),
            Map.entry(DRAWING_SCRIPTS.getFirst(), SCRIPT),
            Map.entry(DRAWING_SCRIPTS.getLast(), SCRIPT),
            Map.entry(CHART_SCRIPTS.getFirst(), SCRIPT),
            Map.entry(CHART_SCRIPTS.getLast(), SCRIPT),
            Map.entry(GRID_SCRIPTS.getFirst(), SCRIPT),
            Map.entry(GRID_SCRIPTS.get(1), SCRIPT),
            Map.entry(GRID_SCRIPTS.get(2), SCRIPT),
            Map.entry(GRID_SCRIPTS.getLast(), SCRIPT),
            Map.entry(MODELLER_SCRIPTS.getFirst(), SCRIPT),
            Map.entry(MODELLER_SCRIPTS.getLast(), SCRIPT),
            Map.entry(MODELLER_STYLES.getFirst(), CSS),
            Map.entry("dmn-js/dmn.woff2", "font/woff2"),
            Map.entry(DRAWING_STYLES.getFirst(), CSS),
            Map.entry(DRAWING_STYLES.getLast(), CSS));

    private Assets() {}

    static Optional<Reply> find(String name) {
        return name.startsWith(HELP_PICTURES)
                ? picture(name.substring(HELP_PICTURES.length()))
                : Optional.ofNullable(TYPES.get(name))
                        .map(type -> Reply.of(200, type, read(name)).tagged());
    }

    private static Optional<Reply> picture(String name) {
        String type = name.endsWith(".svg") ? DRAWING : "image/png";
        return Manual.picture(name).map(bytes -> Reply.of(200, type, bytes).tagged());
    }

    private static byte[] read(String name) {
        String path = "/console/assets/" + name;
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Expected " + path + " on the class path, but it is not there; maybe the"
                                + " build did not copy src/main/console");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
