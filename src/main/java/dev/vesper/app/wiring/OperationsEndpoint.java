package dev.vesper.app.wiring;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vesper.adapters.console.ControlServer;
import dev.vesper.app.settings.Settings;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.approval.UserTask;
import dev.vesper.desk.audit.AuditLog;
import dev.vesper.desk.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the running Vesper answers on loopback, and the file through which other commands find it. */
public final class OperationsEndpoint implements ControlServer.House {
    static final String FILE = "control.json";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final EngineWiring engine;
    private final StoreWiring store;
    private final DeskWiring desk;
    private final MetersWiring meters;

    OperationsEndpoint(EngineWiring engine, StoreWiring store, DeskWiring desk, MetersWiring meters) {
        this.engine = engine;
        this.store = store;
        this.desk = desk;
        this.meters = meters;
    }

    ControlServer serve(Settings settings, int port) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        Secret token = new Secret(HexFormat.of().formatHex(random));
        ControlServer server = ControlServer.start(port, token, this);
        write(settings.folder(FILE), server.port(), token);
        return server;
    }

    /** Removes the file: nobody answers any more. */
    static void forget(Settings settings) {
        try {
            Files.deleteIfExists(settings.folder(FILE));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to remove " + settings.folder(FILE) + ", but " + e.getMessage(), e);
        }
    }

    private static void write(Path file, int port, Secret token) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
            Files.writeString(
                    file, new ObjectMapper().writeValueAsString(Map.of("port", port, "token", token.reveal())));
        } catch (IOException e) {
            throw Problem.unavailable("Expected to write " + file + ", but " + e.getMessage(), e);
        }
    }

    @Override
    public Map<String, String> health() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("processes", ask(() -> engine.engine.get().versions()));
        parts.put("store", ask(() -> store.store.get().runs().recent(1)));
        return parts;
    }

    private static String ask(Supplier<?> question) {
        try {
            Objects.requireNonNull(question.get());
            return "up";
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public String metrics() {
        return meters.meters.get().scrape();
    }

    @Override
    public List<UserTask> tasks() {
        return store.store.get().tasks().recent(OperationsAccess.SHOWN);
    }

    @Override
    public List<RunRecord> runs() {
        return store.store.get().runs().recent(OperationsAccess.SHOWN);
    }

    @Override
    public List<AuditLog.Row> audit() {
        return store.store.get().audit().rows();
    }

    @Override
    public List<AuditLog.Fault> verifyAudit() {
        return store.store.get().audit().verify();
    }

    @Override
    public UserTask decide(String id, Answer answer, String by, String reason) {
        return desk.approvals.get().decide(id, answer, by, reason);
    }
}
