package dev.vesper.adapters.routes.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.vesper.adapters.routes.RouteFiles;
import dev.vesper.adapters.routes.trial.RouteTrial;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.MailServer;
import dev.vesper.desk.notify.Notice;
import dev.vesper.desk.notify.NoticeKind;
import dev.vesper.desk.notify.Notifications;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters to a real SMTP server, requests to a real HTTP server. */
class TellPeopleTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final Path ROUTES = Path.of("routes");
    private static final String FROM = "vesper@example.com";

    private final List<String> lines = new ArrayList<>();
    private final TellPeople people =
            new TellPeople(ROUTES, new Secret("s3cret"), new Secret("shared"), () -> NOON, lines::add);

    @AfterEach
    void close() {
        people.close();
    }

    private static Delivery delivery(Channel channel, String to, String subject, String text) {
        return new Delivery(
                new Notice("run-failed 2018-04-11-001", NoticeKind.RUN_FAILED, NOON, subject, text),
                channel,
                to,
                NOON,
                DeliveryState.WAITING,
                0,
                NOON,
                "");
    }

    private static Notifications by(MailServer mail, String webhook) {
        return new Notifications(Duration.ofHours(1), Optional.of(mail), webhook, List.of());
    }

    private static GreenMail smtp() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @Test
    void aLetterArrivesAsItWasWritten() throws Exception {
        GreenMail server = smtp();
        try {
            var mail = new MailServer("127.0.0.1", server.getSmtp().getPort(), MailServer.Security.NONE, "", FROM);
            people.send(
                    delivery(
                            Channel.MAIL,
                            "olga@example.com",
                            "Run für „Anna“ stands still\r\nBcc: eve@example.com",
                            "the disk is full ü\n.\nMend it \u001b[2J"),
                    by(mail, ""));
            people.send(delivery(Channel.MAIL, "ben@example.com", "again", "x"), by(mail, ""));
            MimeMessage[] got = server.getReceivedMessages();
            assertEquals(2, got.length);
            assertEquals("olga@example.com", got[0].getAllRecipients()[0].toString());
            assertEquals(1, got[0].getAllRecipients().length);
            assertEquals(FROM, got[0].getFrom()[0].toString());
            assertEquals("Vesper: Run für „Anna“ stands still\\u000d\\u000aBcc: eve@example.com", got[0].getSubject());
            assertEquals(1, got[0].getHeader("Message-ID").length);
            assertTrue(got[0].getHeader("Message-ID")[0].matches("<[0-9a-f]{64}@vesper>"), got[0].getMessageID());
            assertEquals(
                    0,
                    Optional.ofNullable(got[0].getHeader("Bcc"))
                            .map(x -> x.length)
                            .orElse(0));
            String text =
                    String.valueOf(got[0].getContent()).replace("\r\n", "\n").strip();
            assertEquals("the disk is full ü\n.\nMend it \\u001b[2J", text);
            assertFalse(GreenMailUtil.getWholeMessage(got[0]).contains("s3cret"));
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatWantsAPasswordIsGivenIt() {
        GreenMail server = smtp();
        try {
            server.setUser("vesper", "vesper", "s3cret");
            server.getUserManager().setAuthRequired(true);
            int port = server.getSmtp().getPort();
            people.send(
                    delivery(Channel.MAIL, "olga@example.com", "s", "t"),
                    by(new MailServer("127.0.0.1", port, MailServer.Security.NONE, "vesper", FROM), ""));
            assertEquals(1, server.getReceivedMessages().length);
            Problem refused = assertThrows(
                    Problem.class,
                    () -> people.send(
                            delivery(Channel.MAIL, "olga@example.com", "s", "t"),
                            by(new MailServer("127.0.0.1", port, MailServer.Security.NONE, "eve", FROM), "")));
            assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
        } finally {
            server.stop();
        }
    }

    @Test
    void nothingIsSaidInPlainToAServerThatCannotBeSecret() {
        GreenMail server = smtp();
        try {
            var mail = new MailServer("127.0.0.1", server.getSmtp().getPort(), MailServer.Security.STARTTLS, "", FROM);
            assertThrows(
                    Problem.class,
                    () -> people.send(delivery(Channel.MAIL, "olga@example.com", "s", "t"), by(mail, "")));
            assertEquals(0, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSoAndServesLater() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var mail = new MailServer("127.0.0.1", port, MailServer.Security.NONE, "", FROM);
        Delivery letter = delivery(Channel.MAIL, "olga@example.com", "s", "t");
        Problem down = assertThrows(Problem.class, () -> people.send(letter, by(mail, "")));
        assertEquals(Problem.Kind.UNAVAILABLE, down.kind());
        assertTrue(
                down.getMessage().startsWith("Expected the mail server 127.0.0.1:" + port + " to take a letter, but "),
                down.getMessage());
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            people.send(letter, by(mail, ""));
            assertEquals(1, server.getReceivedMessages().length);
        } finally {
            server.stop();
        }
    }

    @Test
    void aRequestIsSignedOverItsTimeAndBody() throws Exception {
        List<String> got = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            got.add(exchange.getRequestHeaders().getFirst(Webhook.SIGNATURE));
            got.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = exchange.getRequestURI().getPath().equals("/good") ? 204 : 302;
            exchange.getResponseHeaders().add("Location", "/good");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort();
            var mail = new MailServer("127.0.0.1", 25, MailServer.Security.NONE, "", FROM);
            people.send(delivery(Channel.WEBHOOK, "", "s ü", "t"), by(mail, url + "/good"));
            assertEquals(2, got.size());
            assertEquals(Webhook.signature(new Secret("shared"), NOON, got.get(1)), got.get(0));
            assertTrue(got.get(0).startsWith("t=1523448000,v1="), got.get(0));
            assertTrue(got.get(1).contains("\"id\":\"run-failed 2018-04-11-001 webhook\""), got.get(1));
            assertTrue(got.get(1).contains("\"subject\":\"s ü\""), got.get(1));
            Problem moved = assertThrows(
                    Problem.class,
                    () -> people.send(delivery(Channel.WEBHOOK, "", "s", "t"), by(mail, url + "/moved?key=hidden")));
            assertTrue(moved.getMessage().contains("answered 302"), moved.getMessage());
            assertFalse(moved.getMessage().contains("hidden"), moved.getMessage());
            assertEquals(4, got.size(), "a redirection is not followed");
        } finally {
            server.stop(0);
        }
    }

    /** RFC 4231 has no such text; the sum was made by another program: printf '1523448000.{}' | openssl dgst -sha256 -hmac shared. */
    @Test
    void theSignatureIsWhatOtherProgramsMake() {
        assertEquals(
                "t=1523448000,v1=3f03919bf452cdc53654700fa95f6c5d024feb4cf43f0d832db6537022d64064",
                Webhook.signature(new Secret("shared"), NOON, "{}"));
    }

    @Test
    void withoutASecretNothingIsSent() {
        try (TellPeople unsigned = new TellPeople(ROUTES, new Secret(""), new Secret(""), () -> NOON, lines::add)) {
            var mail = new MailServer("127.0.0.1", 25, MailServer.Security.NONE, "", FROM);
            Problem unset = assertThrows(
                    Problem.class,
                    () -> unsigned.send(delivery(Channel.WEBHOOK, "", "s", "t"), by(mail, "http://127.0.0.1:1/")));
            assertTrue(unset.getMessage().contains("VESPER_WEBHOOK_SECRET"), unset.getMessage());
        }
    }

    @Test
    void aLineSaysWhatItIs() {
        people.send(delivery(Channel.LOG, "", "Run\nstands still", "t"), Notifications.standard());
        assertEquals(List.of("notice run-failed: Run\\u000astands still"), lines);
    }

    @Test
    void theRouteIsTriedBeforeItIsNeeded(@TempDir Path folder) throws Exception {
        RouteTrial.check(RouteFiles.notify(ROUTES));
        String good = Files.readString(ROUTES.resolve("notify.camel.yaml"));
        for (String broken : List.of(
                good.replace("direct:notify-mail", "direct:notify-mial"),
                good.replace("{{notify.mail.scheme}}:", "smpt:"),
                good.substring(0, good.indexOf("      steps:")) + "      steps: []\n")) {
            Files.writeString(folder.resolve("notify.camel.yaml"), broken);
            Problem wrong = assertThrows(Problem.class, () -> RouteTrial.check(RouteFiles.notify(folder)), broken);
            assertTrue(wrong.getMessage().startsWith("notify.camel.yaml"), wrong.getMessage());
        }
    }
}
