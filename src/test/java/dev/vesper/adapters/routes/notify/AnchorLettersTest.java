package dev.vesper.adapters.routes.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.vesper.adapters.store.AuditAnchor;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.audit.anchor.AnchorMark;
import dev.vesper.desk.notify.MailServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter that an auditor keeps, taken by a real SMTP server. */
class AnchorLettersTest {
    private static final AnchorMark MARK =
            new AnchorMark(12, "5b0c9e1f".repeat(8), Instant.parse("2018-04-11T12:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void itsFirstLineIsWhatVerifyTakes() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var mail = new MailServer(
                    "127.0.0.1", server.getSmtp().getPort(), MailServer.Security.NONE, "", "vesper@example.com");
            var letters = new AnchorLetters(
                    "auditor@example.com", Path.of("routes"), new Secret(""), () -> Optional.of(mail));
            assertEquals("sent; the server took it", letters.keep(MARK));
            assertEquals(Optional.empty(), letters.read());
            var got = server.getReceivedMessages();
            assertEquals(1, got.length);
            assertEquals("Vesper: audit anchor, row 12", got[0].getSubject());
            String first = GreenMailUtil.getBody(got[0]).lines().findFirst().orElseThrow();
            assertEquals(
                    new AuditAnchor.Mark(12, MARK.hash()),
                    AuditAnchor.copy(Files.writeString(folder.resolve("letter"), first + "\n")));
        } finally {
            server.stop();
        }
    }

    @Test
    void withoutAMailServerNothingIsPretended() {
        var letters = new AnchorLetters("auditor@example.com", Path.of("routes"), new Secret(""), Optional::empty);
        Problem problem = assertThrows(Problem.class, () -> letters.keep(MARK));
        assertTrue(problem.getMessage().contains("notifications.yaml"), problem::getMessage);
    }
}
