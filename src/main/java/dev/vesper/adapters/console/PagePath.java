package dev.vesper.adapters.console;

import dev.vesper.adapters.text.PathTemplate;
import java.util.Map;
import java.util.Optional;

/** Where a page lies under {@code /console/}, for example {@code runs/{run}}; what stands in braces varies. */
public record PagePath(String text) {
    public static final String ROOT = "/console/";

    /** The whole path, for a link. */
    public String href() {
        return ROOT + text;
    }

    /** Whether a part of it varies, so that it cannot stand in the navigation. */
    public boolean varies() {
        return text.indexOf('{') >= 0;
    }

    /** The whole path with its variables. */
    public String fill(Map<String, String> variables) {
        return new PathTemplate(href()).fill(name -> variables.getOrDefault(name, ""));
    }

    /**
     * The variables' values in a raw path under the root, or empty where it is another path.
     *
     * @throws dev.vesper.basics.Problem of kind INPUT where it is not percent-encoded
     */
    public Optional<Map<String, String>> match(String raw) {
        return new PathTemplate(text).match(raw);
    }
}
