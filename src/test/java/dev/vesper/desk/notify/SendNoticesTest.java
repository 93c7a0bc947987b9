package dev.vesper.desk.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.approval.Question;
import dev.vesper.desk.approval.Questions;
import dev.vesper.desk.approval.TaskCard;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.run.Incidents;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.execution.breaker.BreakerCommand;
import dev.vesper.execution.breaker.BreakerLimits;
import dev.vesper.execution.breaker.VenueAnswer;
import dev.vesper.testing.AskedAbout;
import dev.vesper.testing.Memory;
import dev.vesper.testing.MemoryNotices;
import dev.vesper.testing.MemoryOperations;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SendNoticesTest {
    private static final LocalDate DAY = LocalDate.of(2018, 4, 11);

    private final Memory memory = new Memory();
    private final MemoryNotices notices = new MemoryNotices();
    private final List<Question> asked = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private Instant now = Instant.parse("2018-04-11T18:30:00Z");
    /** When questions are late, as the process draws it. */
    private Optional<Instant> due = Optional.empty();

    private Optional<String> missed = Optional.empty();
    private List<Notice> others = List.of();
    private Optional<String> down = Optional.empty();
    private Optional<String> mailDown = Optional.empty();
    private Notifications by = Notifications.standard();
    private SendNotices send = program();

    /** What a start of the program makes, over what is stored. */
    private SendNotices program() {
        return new SendNotices(
                new FindNotices(
                        memory,
                        memory,
                        memory,
                        new Incidents(memory, memory, () -> now),
                        List.of(new Questions() {
                            @Override
                            public TaskCard card(Question asked) {
                                return due.map(at -> new TaskCard(
                                                asked,
                                                "checkers",
                                                Permission.ANSWER_TASKS,
                                                List.of(),
                                                List.of(),
                                                at,
                                                false,
                                                null,
                                                null,
                                                0,
                                                "",
                                                true,
                                                true,
                                                false,
                                                List.of()))
                                        .orElse(TaskCard.plain(asked, "checkers"));
                            }

                            @Override
                            public List<Question> newest(int most) {
                                return List.copyOf(asked);
                            }

                            @Override
                            public Optional<Question> find(String id) {
                                return Optional.empty();
                            }

                            @Override
                            public Question answer(
                                    Question question, Answer answer, String who, String reason, String shown) {
                                throw new AssertionError("nobody answers here");
                            }
                        }),
                        MemoryOperations.breakers(memory, () -> now),
                        () -> missed,
                        _ -> others,
                        () -> now),
                notices,
                (delivery, _) -> {
                    mailDown.filter(_ -> delivery.channel() == Channel.MAIL).ifPresent(why -> {
                        throw Problem.unavailable(why);
                    });
                    down.ifPresent(why -> {
                        throw Problem.unavailable(why);
                    });
                    sent.add(delivery.channel().word() + " " + delivery.to() + " "
                            + delivery.notice().key());
                },
                () -> now);
    }

    private List<String> look() {
        sent.clear();
        send.look(by);
        return List.copyOf(sent);
    }

    private void ask(String id) {
        asked.add(new Question(id, "approve-trades", null, "Go on?", "", now, null, null, null, ""));
    }

    private void letters(NoticeKind kind, String... to) {
        by = new Notifications(
                Duration.ofMinutes(45),
                Optional.of(new MailServer("localhost", 25, MailServer.Security.NONE, "", "vesper@example.com")),
                "",
                Stream.of(to)
                        .map(address -> new Subscription(kind, Channel.MAIL, address))
                        .toList());
    }

    @Test
    void aQuestionIsToldOnceOverdueOnceMoreAndNotAfterARestart() {
        ask("D-1/approve-flow");
        assertEquals(List.of("log  task-waiting D-1/approve-flow"), look());
        assertEquals(List.of(), look());
        send = program();
        assertEquals(List.of(), look(), "a restart tells nothing twice");
        now = now.plus(Duration.ofMinutes(61));
        assertEquals(List.of("log  task-overdue D-1/approve-flow"), look());
        asked.clear();
        assertEquals(List.of(), look());
        assertEquals(2L, send.counts().get(DeliveryState.SENT));
    }

    @Test
    void whatTheProcessDrawsSaysWhenAQuestionIsOverdue() {
        due = Optional.of(now.plus(Duration.ofMinutes(30)));
        ask("D-1/approve-flow");
        assertEquals(List.of("log  task-waiting D-1/approve-flow"), look());
        now = now.plus(Duration.ofMinutes(31));
        assertEquals(List.of("log  task-overdue D-1/approve-flow"), look());
        now = now.plus(Duration.ofMinutes(61));
        assertEquals(List.of(), look(), "once");
    }

    /** Two spellings of one name are one person, who is told once however many lists they stand on, also after a restart. */
    @Test
    void whoeverItIsAboutIsWrittenTo() {
        by = new Notifications(
                Duration.ofHours(1),
                5,
                3,
                Optional.of(new MailServer("localhost", 25, MailServer.Security.NONE, "", "vesper@example.com")),
                "",
                List.of(new Subscription(NoticeKind.PROPOSAL_EXPIRED, Channel.MAIL, "olga@example.com")),
                Set.of(NoticeKind.PROPOSAL_EXPIRED),
                Map.of("ANNA", "anna@example.com", "olga", "olga@example.com", "ben", "ben@example.com"));
        others = List.of(new Notice(
                "proposal-expired 7", NoticeKind.PROPOSAL_EXPIRED, now, "Over", "", List.of("Anna", "Olga", "Nobody")));
        List<String> told =
                List.of("mail olga@example.com proposal-expired 7", "mail anna@example.com proposal-expired 7");
        assertEquals(Set.copyOf(told), Set.copyOf(look()));
        send = program();
        assertEquals(List.of(), look());
    }

    @Test
    void aRunThatStandsStillIsToldEachTimeItDoes() {
        RunId run = memory.open(DAY, "/firms/oak", 7, false, now).id();
        Incidents incidents = new Incidents(memory, memory, () -> now);
        incidents.raise(run, "report: the disk is full");
        assertEquals(List.of("log  run-failed " + run + " 2018-04-11T18:30:00Z"), look());
        memory.status(run, RunStatus.RUNNING);
        assertEquals(List.of(), look());
        now = now.plusSeconds(60);
        incidents.raise(run, "report: the disk is full");
        assertEquals(List.of("log  run-failed " + run + " 2018-04-11T18:31:00Z"), look());
    }

    @Test
    void quarantineAndBreachesOfARunAreTold() {
        RunId run = memory.open(DAY, "/firms/oak", 7, false, now).id();
        assertEquals(List.of(), look());
        memory.saveData(
                run,
                new DataCheck(
                        "s",
                        10,
                        2,
                        DAY,
                        DAY,
                        List.of(new DataCheck.Breach(
                                "positive-close", Severity.ERROR, 2, "2 closes are below zero", "")),
                        true,
                        "q"));
        assertEquals(List.of("log  quarantine " + run), look());
        memory.saveRebalance(run, Stream.of(AskedAbout.of(run)), List.of());
        assertEquals(List.of("log  breach " + run), look());
        assertEquals(
                "Run " + run + " has 1 order cut or denied",
                notices.all.get("breach " + run + " log").notice().subject(),
                "a warning is the approver's");
        assertEquals(List.of(), look());
        assertTrue(notices.all.get("quarantine " + run + " log").notice().text().contains("2 closes are below zero"));
        now = now.plus(Duration.ofDays(9));
        RunId old = memory.open(DAY, "/firms/oak", 7, false, now.minus(Duration.ofDays(8)))
                .id();
        memory.saveRebalance(old, Stream.of(AskedAbout.of(old)), List.of());
        assertEquals(List.of(), look(), "of old runs nobody wants to hear");
    }

    @Test
    void aVenueThatGetsNoMoreOrdersIsToldLikeABreach() {
        RunRecord run = memory.open(DAY, "/firms/oak", 7, false, now);
        letters(NoticeKind.BREACH, "risk@example.com");
        assertEquals(List.of(), look());
        MemoryOperations.breakers(memory, () -> now)
                .of(run, _ -> {})
                .judge(new BreakerCommand.Judge(
                        3, BreakerLimits.STANDARD, Collections.nCopies(20, new VenueAnswer("LIT", 2, true, "halted"))));
        assertEquals(List.of("mail risk@example.com venue-breaker " + run.id() + " LIT 3"), look());
        assertEquals(List.of(), look(), "once");
    }

    @Test
    void aMissedOccasionIsTold() {
        missed = Optional.of("Expected the schedule to open a day at 2018-04-10 18:30, but it did not");
        assertEquals(1, look().size());
        assertEquals(List.of(), look());
        missed = Optional.of("Expected the schedule to open a day at 2018-04-11 18:30, but it did not");
        assertEquals(1, look().size(), "the next one is another");
    }

    @Test
    void whoIsNotSubscribedIsNotTold() {
        letters(NoticeKind.RUN_FAILED, "olga@example.com");
        ask("D-1/approve-flow");
        assertEquals(List.of(), look());
        letters(NoticeKind.TASK_WAITING, "olga@example.com", "ben@example.com");
        assertEquals(
                List.of(
                        "mail olga@example.com task-waiting D-1/approve-flow",
                        "mail ben@example.com task-waiting D-1/approve-flow"),
                look());
    }

    @Test
    void whatCannotBeSentIsTriedAgainLaterAndLaterAndSaid() {
        letters(NoticeKind.TASK_WAITING, "olga@example.com");
        ask("D-1/approve-flow");
        down = Optional.of("Expected the mail server to answer, but it is down");
        List<Long> waits = new ArrayList<>();
        Instant last = now;
        for (int i = 0; i < 9; i++) {
            look();
            Instant next = notices.all.values().iterator().next().next();
            waits.add(Duration.between(now, next).toSeconds());
            assertEquals(List.of(), look(), "not before its time");
            now = next;
        }
        assertEquals(List.of(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L), waits);
        assertEquals(
                "Expected people to be told, but 1 notification was not sent: Expected the mail server to answer, but it is"
                        + " down",
                send.trouble().orElseThrow());
        down = Optional.empty();
        assertEquals(1, look().size());
        assertEquals(Optional.empty(), send.trouble());
        assertTrue(last.isBefore(now));
    }

    /** A server that is down is waited for once in a look; another channel is not kept by it. */
    @Test
    void aServerThatIsDownKeepsNobodyElse() {
        by = new Notifications(
                Duration.ofMinutes(45),
                Optional.of(new MailServer("localhost", 25, MailServer.Security.NONE, "", "vesper@example.com")),
                "",
                List.of(
                        new Subscription(NoticeKind.TASK_WAITING, Channel.MAIL, "olga@example.com"),
                        new Subscription(NoticeKind.TASK_WAITING, Channel.MAIL, "ben@example.com"),
                        new Subscription(NoticeKind.TASK_WAITING, Channel.LOG, "")));
        ask("D-1/approve-flow");
        mailDown = Optional.of("550 <olga@example.com> is unknown");
        assertEquals(List.of("log  task-waiting D-1/approve-flow"), look());
        assertEquals(
                1,
                notices.all.values().stream()
                        .filter(one -> one.attempts() > 0 && one.channel() == Channel.MAIL)
                        .count());
        assertTrue(send.trouble().orElseThrow().endsWith("550 <the address> is unknown"), "every local user may ask");
        mailDown = Optional.empty();
        assertEquals(List.of("mail ben@example.com task-waiting D-1/approve-flow"), look());
    }

    @Test
    void afterThreeDaysItIsGivenUpAndSaidForOneMore() {
        letters(NoticeKind.TASK_WAITING, "olga@example.com");
        ask("D-1/approve-flow");
        down = Optional.of("no route to host");
        Instant begun = now;
        while (send.counts().getOrDefault(DeliveryState.GIVEN_UP, 0L) == 0) {
            look();
            now = now.plus(Duration.ofMinutes(30));
            assertTrue(now.isBefore(begun.plus(Duration.ofDays(4))));
        }
        assertTrue(now.isAfter(begun.plus(Duration.ofDays(2))));
        assertTrue(send.trouble().isPresent());
        down = Optional.empty();
        assertEquals(List.of(), look(), "given up for good");
        now = now.plus(Duration.ofDays(2));
        assertEquals(Optional.empty(), send.trouble());
    }
}
