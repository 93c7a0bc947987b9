package dev.vesper.adapters.api.server;

import com.sun.net.httpserver.HttpHandler;
import dev.vesper.basics.Secret;
import java.util.function.Function;

/**
 * Something else that the same server answers, for example the console's pages. It minds its own access.
 *
 * @param path what it answers begins with, for example {@code /console}
 * @param handler made with the token that the server wants to see
 */
public record Mount(String path, Function<Secret, HttpHandler> handler) {}
