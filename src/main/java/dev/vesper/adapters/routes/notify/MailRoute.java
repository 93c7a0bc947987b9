package dev.vesper.adapters.routes.notify;

import dev.vesper.adapters.routes.CamelRoutes;
import dev.vesper.adapters.routes.RouteFile;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.MailServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.mail.DefaultAuthenticator;

/** One mail server, reached by the route of a file. */
final class MailRoute implements AutoCloseable {
    private static final String MILLISECONDS = "10000";
    private static final int MOST_CAUSES = 20;

    private final MailServer server;
    private final CamelRoutes camel;

    MailRoute(RouteFile file, MailServer server, Secret password) {
        this.server = server;
        boolean tls = server.security() == MailServer.Security.TLS;
        var properties = new Properties();
        properties.setProperty("notify.mail.scheme", tls ? "smtps" : "smtp");
        properties.setProperty("notify.mail.host", server.host());
        properties.setProperty("notify.mail.port", String.valueOf(server.port()));
        Map<String, Object> beans = new HashMap<>();
        beans.put("mailProperties", properties(server, tls ? "mail.smtps." : "mail.smtp."));
        if (!server.user().isEmpty()) {
            beans.put("mailAuthenticator", new DefaultAuthenticator(server.user(), password.reveal()));
            properties.setProperty("notify.mail.authenticator", "#mailAuthenticator");
        }
        camel = CamelRoutes.start(file, beans, properties);
    }

    /** Nobody waits long for a server, and nothing is said in plain where it should be secret. */
    private static Properties properties(MailServer server, String prefix) {
        var properties = new Properties();
        for (String step : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
            properties.setProperty(prefix + step, MILLISECONDS);
        }
        properties.setProperty(prefix + "auth", String.valueOf(!server.user().isEmpty()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (server.security() == MailServer.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    boolean serves(MailServer other) {
        return server.equals(other);
    }

    void send(Delivery delivery) {
        send(
                Sha256.of(delivery.id()),
                delivery.to(),
                delivery.notice().subject(),
                delivery.notice().text());
    }

    /**
     * Sends a letter.
     *
     * @param id names it for good, of letters and digits
     */
    void send(String id, String to, String subject, String text) {
        try {
            camel.template()
                    .requestBodyAndHeaders(
                            "direct:notify-mail",
                            Visible.lines(text),
                            Map.of(
                                    "To",
                                    to,
                                    "From",
                                    server.from(),
                                    "Subject",
                                    "Vesper: " + Visible.line(subject),
                                    "Message-ID",
                                    "<" + id + "@vesper>"));
        } catch (CamelExecutionException e) {
            Throwable cause = e;
            for (int i = 0; cause.getCause() != null && i < MOST_CAUSES; i++) {
                cause = cause.getCause();
            }
            throw Problem.unavailable(
                    "Expected the mail server " + server.host() + ":" + server.port() + " to take a letter, but "
                            + cause.getMessage(),
                    e);
        }
    }

    @Override
    public void close() {
        camel.close();
    }
}
