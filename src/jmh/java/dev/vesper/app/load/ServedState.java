package dev.vesper.app.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code ./vesper up} over a state folder, by the launcher, as people run it. */
final class ServedState implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final Path state;
    private final Process process;
    private final Path log;
    private final int port;
    private final String token;

    private ServedState(Path state, Process process, Path log) throws IOException {
        this.state = state;
        this.process = process;
        this.log = log;
        JsonNode control = JSON.readTree(state.resolve("control.json").toFile());
        this.port = control.get("port").asInt();
        this.token = control.get("token").asText();
    }

    static ServedState start(Path state, Path firm) throws Exception {
        Path log = state.resolveSibling("up.log");
        Process process = launcher(state, "up", "--firm", firm.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; i < 3000; i++) {
            if (Files.exists(log) && Files.readString(log).contains("Vesper is up")) {
                return new ServedState(state, process, log);
            }
            if (!process.isAlive()) {
                break;
            }
            Thread.sleep(100);
        }
        process.destroyForcibly();
        throw new IllegalStateException("Expected up to come up, but it said:\n" + Files.readString(log));
    }

    private static ProcessBuilder launcher(Path state, String... words) {
        ProcessBuilder builder =
                new ProcessBuilder(Path.of("vesper").toAbsolutePath().toString());
        builder.command().addAll(java.util.List.of(words));
        builder.environment().keySet().removeIf(name -> name.startsWith("VESPER_") && !name.equals("VESPER_JAVA_OPTS"));
        builder.environment()
                .putAll(Map.of(
                        "VESPER_VAR",
                        state.toString(),
                        "VESPER_HTTP_PORT",
                        "0",
                        "VESPER_NO_BUILD",
                        "1",
                        "VESPER_NO_WARM",
                        "1"));
        return builder;
    }

    int port() {
        return port;
    }

    /** Of the state folder. */
    String token() {
        return token;
    }

    /** What it said. */
    String said() throws IOException {
        return Files.readString(log);
    }

    long peakMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                / 1024;
    }

    /** Processor time that it has taken. */
    double cpuSeconds() {
        return process.toHandle()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1_000.0;
    }

    /** What {@code /metrics} says of one, given with its labels; 0 where it says nothing. */
    double metric(String name) {
        return new Caller(this, token)
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Asks it to end, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
    }

    /** Whether {@code ./vesper audit verify} finds nothing, once nobody holds the state folder. */
    boolean auditVerifies() throws Exception {
        Process verify =
                launcher(state, "audit", "verify").redirectErrorStream(true).start();
        verify.getOutputStream().close();
        String said = new String(verify.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        int code = verify.waitFor();
        LoadMain.say("audit verify: exit code %d, %s", code, said.strip());
        return code == 0;
    }

    Optional<String> trouble() throws IOException {
        return said().lines()
                .filter(line -> line.contains(" ERROR ") || line.contains("Exception"))
                .findFirst();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
