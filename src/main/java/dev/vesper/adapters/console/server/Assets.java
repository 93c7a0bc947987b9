package dev.vesper.adapters.console.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What every page needs beside itself, open to everybody: it tells nothing. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "style.css", "text/css; charset=utf-8",
            "icon.svg", "image/svg+xml");

    private Assets() {}

    static Optional<Reply> find(String name) {
        return Optional.ofNullable(TYPES.get(name)).map(type -> Reply.of(200, type, read(name)));
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
