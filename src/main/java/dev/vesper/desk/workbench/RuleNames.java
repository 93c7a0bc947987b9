package dev.vesper.desk.workbench;

import dev.vesper.basics.NearestName;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Visible;
import dev.vesper.desk.run.FileSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a file of the rules folder may be called: as those that Vesper reads are, in letters that are what they look like, so
 * that no name leads out of the folder and no two can be mistaken for each other, on any disk.
 */
public final class RuleNames {
    /** Files of the rules folder, by how they end. */
    private static final List<String> ENDINGS = List.of(".dmn", ".drl", ".csv", ".txt");

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST = 120;
    private static final int DEEPEST = 3;
    private static final int MOST_FILES = 2_000;

    private RuleNames() {}

    /** Whether a file of the folder is one of the rules, by its ending; notes and backups of editors are not. */
    public static boolean isRule(String path) {
        return ENDINGS.stream().anyMatch(path::endsWith);
    }

    /**
     * Refuses what no file of the rules may be called.
     *
     * @param path below the rules folder, with forward slashes: {@code limits/position-weight.dmn}
     * @throws Problem of kind INPUT
     */
    public static void require(String path) {
        String[] parts = path.split("/", -1);
        boolean plain = path.length() <= LONGEST && parts.length <= DEEPEST;
        for (String part : parts) {
            plain &= PART.matcher(part).matches() && !part.contains("..");
        }
        if (!plain || !isRule(path)) {
            throw Problem.usage(
                    "Expected a file such as limits/position-weight.dmn: letters of a to z, digits, hyphens,"
                            + " dots and underlines, below the rules folder, ending in " + String.join(", ", ENDINGS)
                            + ", but got \"" + Problem.shortened(Visible.line(path)) + "\"");
        }
    }

    /**
     * Refuses files that cannot be a rules folder.
     *
     * @throws Problem of kind INPUT that names the first
     */
    public static void require(FileSet files) {
        if (files.files().size() > MOST_FILES) {
            throw Problem.usage("Expected at most " + MOST_FILES + " files of rules, but there are "
                    + files.files().size());
        }
        Map<String, String> folded = new HashMap<>();
        for (String path : files.files().keySet()) {
            require(path);
            String other = folded.put(path.toLowerCase(Locale.ROOT), path);
            if (other != null) {
                throw Problem.usage("Expected files whose names differ in more than capitals, but there are " + other
                        + " and " + path + "; maybe rename one");
            }
        }
    }

    /**
     * The bytes of one of the files.
     *
     * @throws Problem of kind INPUT where there is none of the name, with the nearest one
     */
    public static byte[] bytes(FileSet files, String path) {
        byte[] found = files.files().get(path);
        if (found == null) {
            throw Problem.unknown("Expected a file of the rules, but there is no \""
                    + Problem.shortened(Visible.line(path)) + "\""
                    + NearestName.hint(path, files.files().keySet()));
        }
        return found;
    }
}
