package dev.vesper.adapters.api.server;

import dev.vesper.basics.Secret;
import jakarta.servlet.Servlet;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;

/**
 * Something else that the same server answers, for example the console's pages. It minds its own access, and starts with the
 * first request for it.
 *
 * @param path what it answers, and all that lies under it, for example {@code /console}
 * @param servlet made with the token that the server wants to see
 * @param sessions how long a browser's session lasts unasked, or empty where there are none
 * @param files the paths to which files are sent: their bytes are read by the servlet, once it knows who sends them
 */
public record Mount(
        String path, Function<Secret, Servlet> servlet, Optional<Duration> sessions, Predicate<String> files) {
    /** The type of a body that is a file, and no form. */
    static final String FILE = "application/octet-stream";

    boolean takesFile(Request request) {
        return request.getMethod().equals("POST")
                && FILE.equals(request.getHeaders().get("Content-Type"))
                && files.test(request.getHttpURI().getPath());
    }

    boolean answers(String asked) {
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
