package dev.vesper.adapters.api.server;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/**
 * Lets through what names this machine's loopback: a page of another site that had its name pointed at loopback sends that
 * name here (DNS rebinding).
 */
final class NamesUs extends Filter {
    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        int port = exchange.getLocalAddress().getPort();
        if (List.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port).contains(String.valueOf(host))) {
            chain.doFilter(exchange);
            return;
        }
        try (exchange) {
            Reply.message(421, "Expected the Host header to name this machine's loopback and port")
                    .send(exchange);
        }
    }

    @Override
    public String description() {
        return "the Host header names this machine's loopback";
    }
}
