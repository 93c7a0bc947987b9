package dev.vesper.app.run;

import dev.vesper.adapters.firm.NotificationsYaml;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.desk.health.HealthCheck;
import dev.vesper.desk.notify.Notifications;
import dev.vesper.desk.notify.SendNotices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people while Vesper is up, on a thread of its own: a mail server that does not answer holds up nothing else. Reads who is
 * told of what again when the file changes; one that cannot be used is said, and what was read before stays.
 */
public final class NoticeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final SendNotices send;
    private final Console console;
    private final Path folder;
    private Notifications by = Notifications.standard();
    private String seen = "nothing yet";
    private volatile String wrong = "";

    public NoticeWatch(SendNotices send, Console console, Path folder) {
        this.send = send;
        this.console = console;
        this.folder = folder;
    }

    /** What keeps people from being told, for operators. */
    public List<HealthCheck> checks() {
        return List.of(
                HealthCheck.watched("notifications", () -> wrong.isEmpty() ? Optional.empty() : Optional.of(wrong)),
                HealthCheck.watched("notifications", send::trouble));
    }

    /** Tells from now on, every few seconds, until the program ends. */
    public void start() {
        Thread.ofPlatform().name("notices").daemon().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    look();
                    Thread.sleep(EVERY);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (RuntimeException e) {
                    LOG.debug("people could not be told", e); // the store is down or closing
                    pause();
                }
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. */
    void look() {
        String now = stamp(NotificationsYaml.FILE) + stamp("firm.yaml");
        if (!now.equals(seen)) {
            seen = now;
            try {
                by = NotificationsYaml.read(folder);
                wrong = "";
            } catch (Problem problem) {
                wrong = String.valueOf(problem.getMessage());
                console.say("  ! " + wrong);
            }
        }
        send.look(by);
    }

    private String stamp(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Files.size(file) + " " + Files.getLastModifiedTime(file) + ";" : "none;";
        } catch (IOException e) {
            return e + ";";
        }
    }
}
