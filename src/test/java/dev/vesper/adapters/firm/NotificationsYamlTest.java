package dev.vesper.adapters.firm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.MailServer;
import dev.vesper.desk.notify.NoticeKind;
import dev.vesper.desk.notify.Notifications;
import dev.vesper.desk.notify.Subscription;
import dev.vesper.testing.HowToPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example of the page is read as it stands there, and spoilt a line at a time. */
class NotificationsYamlTest {
    private static final HowToPage PAGE = HowToPage.of("notifications.md");

    @TempDir
    Path folder;

    @BeforeEach
    void people() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), "people: {checkers: [ben]}\n");
    }

    private Notifications read(String text) throws IOException {
        Files.writeString(folder.resolve(NotificationsYaml.FILE), text);
        return NotificationsYaml.read(folder);
    }

    @Test
    void theExampleOfThePageIsRead() throws IOException {
        Notifications read = read(PAGE.block("yaml"));
        assertEquals(Duration.ofMinutes(45), read.overdue());
        assertEquals(
                new MailServer("smtp.example.com", 587, MailServer.Security.STARTTLS, "vesper", "vesper@example.com"),
                read.mail().orElseThrow());
        assertEquals("https://hooks.example.com/vesper", read.webhook());
        assertEquals(5, read.endsWithinDays());
        assertEquals(3, read.unownedDays());
        assertEquals(Set.of(NoticeKind.PROPOSAL_EXPIRED), read.concerned());
        assertEquals("ben@example.com", read.addresses().get("ben"));
        assertEquals(
                List.of(
                        new Subscription(NoticeKind.TASK_WAITING, Channel.MAIL, "ben@example.com"),
                        new Subscription(NoticeKind.TASK_OVERDUE, Channel.MAIL, "ben@example.com"),
                        new Subscription(NoticeKind.TASK_OVERDUE, Channel.MAIL, "olga@example.com"),
                        new Subscription(NoticeKind.RUN_FAILED, Channel.MAIL, "olga@example.com"),
                        new Subscription(NoticeKind.PROPOSAL_EXPIRED, Channel.MAIL, "olga@example.com"),
                        new Subscription(NoticeKind.RUN_FAILED, Channel.WEBHOOK, ""),
                        new Subscription(NoticeKind.SCHEDULE_MISSED, Channel.WEBHOOK, "")),
                read.subscriptions().stream()
                        .filter(one -> one.channel() != Channel.LOG)
                        .toList());
        assertEquals(
                NoticeKind.values().length,
                read.subscriptions().stream()
                        .filter(one -> one.channel() == Channel.LOG)
                        .count());
    }

    @Test
    void withoutAFileEverythingIsALine() {
        assertEquals(Notifications.standard(), NotificationsYaml.read(folder));
    }

    @Test
    void everyKindIsExplained() {
        for (NoticeKind kind : NoticeKind.values()) {
            assertTrue(
                    PAGE.rows().stream().anyMatch(row -> row.getFirst().equals("`" + kind.word() + "`")), kind.word());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            host: smtp.example.com                | host: smtp.example.com/?to=me        | the name of a mail server
            host: smtp.example.com                | host: SMTP.example.com               | the name of a mail server
            security: starttls                    | security: none                       | the password would be read
            security: starttls                    | security: ssl                        | one of starttls, tls, none
            from: vesper@example.com              | from: vesper                         | an address like
            from: vesper@example.com              | from: "a@b.com, c@d.com"             | an address like
            olga: olga@example.com                | olga: "olga@example.com\\nBcc: x@y.z" | an address like
            url: https://hooks.example.com/vesper | url: http://hooks.example.com/vesper | begins with https://
            url: https://hooks.example.com/vesper | url: https://a:b@hooks.example.com/  | without a user in it
            url: https://hooks.example.com/vesper | url: file:///etc/passwd              | begins with https://
            url: https://hooks.example.com/vesper | url: "https://hooks example.com"     | begins with https://
            task-waiting: [checkers]              | task-waiting: [chekers]              | maybe "checkers" is meant
            task-waiting: [checkers]              | task-wating: [checkers]              | maybe "task-waiting" is meant
            ben: ben@example.com                  | benno: ben@example.com               | Expected an address of ben
            log_of: [all]                         | log_off: [all]                       | maybe "log_of" is meant
            webhook_of: [run-failed               | webhook_of: [run-faild               | maybe "run-failed" is meant
            overdue_minutes: 45                   | overdue_minutes: 0                   | from 1 to 100000
            """)
    void whatIsSpoiltIsNamedWithItsLine(String was, String is, String told) throws IOException {
        String text = PAGE.block("yaml");
        assertTrue(text.contains(was), was);
        String spoilt = text.replace(was, is);
        Problem problem = assertThrows(Problem.class, () -> read(spoilt));
        assertEquals(Problem.Kind.INPUT, problem.kind());
        assertTrue(problem.getMessage().contains(told), problem.getMessage());
        assertTrue(problem.getMessage().startsWith("notifications.yaml:"), problem.getMessage());
    }

    @Test
    void lettersNeedAServerAndRequestsAnAddress() {
        assertThrows(Problem.class, () -> read("addresses: {olga: o@example.com}\nmail_to: {all: [olga]}\n"));
        assertThrows(Problem.class, () -> read("webhook_of: [all]\n"));
    }
}
