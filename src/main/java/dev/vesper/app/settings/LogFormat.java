package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import java.util.Map;

/** How a line of the log is written. */
enum LogFormat {
    /** For people. */
    TEXT,
    /** For programs that collect logs: a JSON object a line. */
    JSON;

    private static final String NAME = "VESPER_LOG_FORMAT";

    /** @throws Problem of kind INPUT where the environment asks for another one */
    static LogFormat in(Map<String, String> environment) {
        String asked = environment.getOrDefault(NAME, "");
        return switch (asked) {
            case "", "text" -> TEXT;
            case "json" -> JSON;
            default ->
                throw Problem.usage(
                        "Expected " + NAME + " to be text or json, but it is \"" + Problem.shortened(asked) + "\"");
        };
    }
}
