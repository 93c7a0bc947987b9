package dev.vesper.adapters.api.server;

import dev.vesper.basics.Secret;
import jakarta.servlet.Servlet;
import java.util.function.Function;

/**
 * Something else that the same server answers, for example the console's pages. It minds its own access, and starts with the
 * first request for it.
 *
 * @param path what it answers, and all that lies under it, for example {@code /console}
 * @param servlet made with the token that the server wants to see
 */
public record Mount(String path, Function<Secret, Servlet> servlet) {
    boolean answers(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
