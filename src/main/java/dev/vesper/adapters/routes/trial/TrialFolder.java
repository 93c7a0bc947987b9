package dev.vesper.adapters.routes.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/**
 * Stands for the firm folder in routes/firm-files.camel.yaml: three files, of which one is in the lake already and one is
 * sent in parts. Public because Camel calls it by reflection.
 */
public final class TrialFolder {
    static final List<String> FILES = List.of("there.csv", "small.csv", "large.csv");
    static final int PART_BYTES = 1_000;

    final AtomicInteger sent = new AtomicInteger();

    TrialFolder() {}

    public List<String> files(Path folder) {
        return FILES;
    }

    public void fingerprint(Exchange exchange) {
        String name = exchange.getMessage().getBody(String.class);
        exchange.getMessage().setHeader("name", name);
        exchange.getMessage().setHeader("key", "raw/" + name);
        exchange.getMessage().setHeader("sha256", "0".repeat(64));
        exchange.getMessage().setHeader("bytes", name.startsWith("large") ? 2L * PART_BYTES : 10L);
    }

    public boolean isInLake(Exchange exchange) {
        return "there.csv".equals(exchange.getMessage().getHeader("name"));
    }

    public void stored(Exchange exchange) {
        exchange.getMessage().setBody("stored " + exchange.getMessage().getHeader("name"));
    }

    /** What arrives at the lake. */
    void arrived(Exchange exchange) {
        if (("raw/" + exchange.getMessage().getHeader("name"))
                .equals(exchange.getMessage().getHeader("CamelAwsS3Key"))) {
            sent.incrementAndGet();
        }
    }
}
