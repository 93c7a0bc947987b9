package dev.vesper.adapters.console.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The documentation that travels in the jar: the Markdown files and pictures of {@code src/docs}. A topic is named as its
 * file is without its ending; {@link #INDEX} is the list of all, and a record of a decision has its number in front.
 */
public final class Manual {
    public static final String INDEX = "index";

    static final String FOLDER = "/docs/";
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]+");
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.(svg|png)");

    private final Map<String, Topic> rendered = new ConcurrentHashMap<>();

    /** The topic of that name, or empty where there is none. */
    public Optional<Topic> topic(String name) {
        Topic known = rendered.get(name);
        if (known != null || !TOPIC.matcher(name).matches()) {
            return Optional.ofNullable(known);
        }
        Optional<Topic> read = read(TopicFiles.file(name))
                .map(bytes -> Rendering.of(TopicFiles.file(name), new String(bytes, StandardCharsets.UTF_8)));
        read.ifPresent(topic -> rendered.put(name, topic));
        return read;
    }

    /** Where a topic lies in the console, for example {@code tasks}, or {@code tasks#whose-a-task-is}. */
    public static String href(String topic) {
        return TopicFiles.href(topic);
    }

    /** The picture of that file name, or empty where there is none. */
    public static Optional<byte[]> picture(String name) {
        return PICTURE.matcher(name).matches() ? read("img/" + name) : Optional.empty();
    }

    private static Optional<byte[]> read(String file) {
        try (InputStream in = Manual.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read " + FOLDER + file + " of the class path", e);
        }
    }
}
