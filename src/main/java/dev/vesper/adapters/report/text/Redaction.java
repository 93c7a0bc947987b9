package dev.vesper.adapters.report.text;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Takes the machine out of a sentence: an absolute path becomes its last name, so a report can leave the house. */
public final class Redaction {
    private static final Pattern ABSOLUTE =
            Pattern.compile("(?<![\\w./:\\-])/(?:[^\\s/:\"'<>,;]+/)+([^\\s/:\"'<>,;]*)");

    private Redaction() {}

    public static String of(String text, Path firmFolder) {
        String folder = firmFolder.toString();
        String shorter = folder.length() < 2 ? text : text.replace(folder, name(firmFolder));
        return ABSOLUTE.matcher(shorter).replaceAll("$1");
    }

    /** The last name of a folder. */
    public static String name(Path folder) {
        Path last = folder.getFileName();
        return last == null ? "firm" : last.toString();
    }
}
