package dev.vesper.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.app.terminal.Console;
import dev.vesper.desk.health.Health;
import dev.vesper.desk.notify.FindNotices;
import dev.vesper.desk.notify.SendNotices;
import dev.vesper.desk.run.Incidents;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryNotices;
import dev.vesper.testing.MemoryOperations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeWatchTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");

    @TempDir
    Path folder;

    private final Memory memory = new Memory();
    private final List<String> sent = new ArrayList<>();
    private String missed = "the first";

    /** What is wrong is said once and by /health, what was read before tells on, and the mended file counts at once. */
    @Test
    void aFileThatIsSpoiltWhileVesperIsUpIsSaidAndTheOneBeforeStays() throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8), false, null);
        SendNotices send = new SendNotices(
                new FindNotices(
                        memory,
                        memory,
                        memory,
                        new Incidents(memory, memory, () -> NOON),
                        List.of(),
                        MemoryOperations.breakers(memory, () -> NOON),
                        () -> Optional.of(missed),
                        _ -> List.of(),
                        () -> NOON),
                new MemoryNotices(),
                (delivery, _) -> sent.add(
                        delivery.channel().word() + " " + delivery.notice().text()),
                () -> NOON);
        NoticeWatch watch = new NoticeWatch(send, console, folder);
        Files.writeString(folder.resolve("firm.yaml"), "name: Small\n");
        Path file = folder.resolve("notifications.yaml");
        Files.writeString(file, "webhook: {url: https://h.example.com}\nwebhook_of: [all]\nlog_of: [breach]\n");
        watch.look();
        assertEquals(List.of("webhook the first"), sent);
        assertEquals("up", Health.of(watch.checks()).status());

        Files.writeString(file, "webhok: {}\n");
        missed = "the second";
        watch.look();
        watch.look();
        assertEquals(List.of("webhook the first", "webhook the second"), sent);
        Health health = Health.of(watch.checks());
        assertEquals("degraded", health.status());
        assertTrue(health.parts().get("notifications").startsWith("notifications.yaml:1:"), health::toString);
        String told = said.toString(StandardCharsets.UTF_8);
        assertEquals(1, told.lines().filter(line -> line.contains("webhok")).count(), told);

        Files.delete(file);
        missed = "the third";
        watch.look();
        assertEquals("log the third", sent.getLast());
        assertEquals("up", Health.of(watch.checks()).status());
    }
}
