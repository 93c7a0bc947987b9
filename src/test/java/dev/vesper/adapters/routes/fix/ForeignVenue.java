package dev.vesper.adapters.routes.fix;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A venue in another process that shares nothing with ours: {@code src/test/resources/venue/acceptor.py}. */
public final class ForeignVenue implements AutoCloseable {
    private final Process process;
    private final PrintStream commands;
    private final List<String> said = new CopyOnWriteArrayList<>();

    private ForeignVenue(Process process) {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread.ofVirtual().start(this::listen);
    }

    /** Starts it; skips the test where there is no Python. */
    public static ForeignVenue start(String venue, String house, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                Path.of("src", "test", "resources", "venue", "acceptor.py").toString(),
                venue,
                house));
        command.addAll(List.of(more));
        try {
            return new ForeignVenue(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            assumeTrue(false, "this test needs python3, a venue that shares no code with Vesper, but there is none");
            throw new IllegalStateException(e);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            said.add("ended: " + e.getMessage());
        }
    }

    public int port() {
        return Integer.parseInt(await("port ").substring("port ".length()));
    }

    /** Tells it a rule or a command, and waits until it has taken it in. */
    public void tell(String line) {
        commands.println(line);
        await("did " + line);
    }

    /** The first line that begins so, once it is there. */
    public String await(String beginning) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < end) {
            for (String line : said) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Expected the venue to say \"" + beginning + "\", but it said " + said);
    }

    /** All that it heard of an order: the kinds of our messages in their order, with their tags. */
    public List<String> heard(String clientOrderId) {
        return said.stream()
                .filter(line -> line.matches("[DFH] (11=[^|]*[|]41|11)=" + clientOrderId + "([|].*)?"))
                .toList();
    }

    public List<String> said() {
        return List.copyOf(said);
    }

    @Override
    public void close() {
        commands.println("! quit");
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                assertTrue(process.waitFor(5, TimeUnit.SECONDS), "the venue does not end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
