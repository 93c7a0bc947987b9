package dev.vesper.adapters.routes.notify;

import dev.vesper.adapters.routes.RouteFile;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Visible;
import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.MailServer;
import dev.vesper.desk.notify.NoticeSender;
import dev.vesper.desk.notify.Notifications;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells people by every channel; a mail server is reached with the first letter. */
public final class TellPeople implements NoticeSender, AutoCloseable {
    private final Path routes;
    private final Secret password;
    private final Webhook webhook;
    private final Consumer<String> log;
    private @Nullable MailRoute mail;
    private @Nullable RouteFile file;

    /**
     * Opens nothing yet.
     *
     * @param routes the folder of route files
     * @param password of the mail server's user
     * @param secret with which requests are signed
     * @param log writes a line
     */
    public TellPeople(Path routes, Secret password, Secret secret, InstantSource clock, Consumer<String> log) {
        this.routes = routes;
        this.password = password;
        this.webhook = new Webhook(secret, clock);
        this.log = log;
    }

    @Override
    public void send(Delivery delivery, Notifications by) {
        switch (delivery.channel()) {
            case LOG ->
                log.accept("notice " + delivery.notice().kind().word() + ": "
                        + Visible.line(delivery.notice().subject()));
            case MAIL ->
                by.mail()
                        .map(this::mail)
                        .orElseThrow(() ->
                                Problem.unavailable("Expected mail: in notifications.yaml, but it is there no more"))
                        .send(delivery);
            case WEBHOOK -> {
                if (by.webhook().isEmpty()) {
                    throw Problem.unavailable("Expected webhook: in notifications.yaml, but it is there no more");
                }
                webhook.send(delivery, by.webhook());
            }
        }
    }

    private synchronized MailRoute mail(MailServer server) {
        RouteFile now = RouteFiles.notify(routes);
        MailRoute open = mail;
        if (open == null || !open.serves(server) || !now.equals(file)) {
            close(open);
            mail = null;
            open = new MailRoute(now, server, password);
            mail = open;
            file = now;
        }
        return open;
    }

    private static void close(@Nullable MailRoute open) {
        if (open != null) {
            open.close();
        }
    }

    @Override
    public synchronized void close() {
        close(mail);
        mail = null;
        webhook.close();
    }
}
