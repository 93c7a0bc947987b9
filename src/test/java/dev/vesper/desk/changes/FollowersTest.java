package dev.vesper.desk.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.audit.AuditAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who follows is told what changed, once each, by their rights, and costs nothing while they do not listen. */
class FollowersTest {
    private static final RunId RUN = new RunId("2018-04-11-001");
    private static final Supplier<Optional<Predicate<Permission>>> ANYTHING = () -> Optional.of(_ -> true);

    private final List<Changed> seen = new ArrayList<>();
    private final ChangeFeed feed = new ChangeFeed("a", () -> {
        Set<Changed> all = new LinkedHashSet<>(seen);
        seen.clear();
        return all;
    });
    private final Followers followers =
            new Followers(feed, new Followers.Limits(1, 2, Duration.ofHours(1), Duration.ofHours(1)), System::nanoTime);
    private final List<String> heard = new ArrayList<>();

    private void happen(Changed... changes) {
        seen.addAll(List.of(changes));
        feed.look();
    }

    /** Writes down what it hears, and closes the feed with the last. */
    private class Noted implements Followers.Reader {
        private final int most;

        Noted(int most) {
            this.most = most;
        }

        @Override
        public void began(String mark) {
            heard.add("began " + mark);
        }

        @Override
        public void changed(String mark, String word) {
            note(mark + " " + word);
        }

        @Override
        public void missed(String mark) {
            note("missed " + mark);
        }

        @Override
        public void quiet() {
            note("quiet");
        }

        private void note(String what) {
            heard.add(what);
            if (heard.size() >= most) {
                feed.close();
            }
        }
    }

    private Followers.Place in(String who) {
        return assertInstanceOf(Followers.Entered.In.class, followers.enter(who))
                .place();
    }

    private List<String> follow(String after, Wanted wanted, Predicate<Permission> may, int most) throws Exception {
        try (Followers.Place place = in("vera")) {
            place.follow(after, wanted, () -> Optional.of(may), new Noted(most));
        }
        return heard;
    }

    @Test
    void whoComesAgainIsToldWhatTheyMissedOnceEach() throws Exception {
        happen(Changed.of(Topic.VENUES), Changed.of(Topic.TASKS));
        happen(Changed.of(Topic.ORDERS, RUN), Changed.of(Topic.TASKS));
        assertEquals(
                List.of("began a-1", "a-3 orders/2018-04-11-001", "a-4 tasks"),
                follow("a-1", Wanted.EVERYTHING, _ -> true, 3));
    }

    @Test
    void aMarkOfAnotherVesperOrOneThatIsForgottenIsToldAsMissed() throws Exception {
        for (String mark : List.of("b-1", "a-7", "a-", "a-x", "a--1", "a-99999999999999999999", "rubbish")) {
            ChangeFeed.Since since = feed.since(mark);
            assertTrue(since.missed(), mark);
        }
        IntStream.range(1, 3_000)
                .forEach(number -> happen(Changed.of(Topic.RUNS, RunId.of(RUN.date(), number % 900 + 1))));
        assertEquals(List.of("began a-5", "missed a-2999"), follow("a-5", Wanted.EVERYTHING, _ -> true, 2));
    }

    @Test
    void nobodyHearsOfWhatTheyMayNotSeeOrDoNotWant() throws Exception {
        happen(
                Changed.of(Topic.USERS),
                Changed.of(Topic.AUDIT),
                Changed.of(Topic.ORDERS, RUN),
                Changed.of(Topic.TASKS));
        assertEquals(
                List.of("began a-0", "a-3 orders/2018-04-11-001"),
                follow("a-0", Wanted.of("users,audit,orders"), may -> may == Permission.SEE, 2));
    }

    @Test
    void aTopicStandsForAllRunsAndARunForItsOwn() {
        Changed other = Changed.of(Topic.ORDERS, new RunId("2018-04-11-002"));
        Wanted wanted = Wanted.of("runs,orders/2018-04-11-001");
        assertTrue(wanted.has(Changed.of(Topic.RUNS, RUN)));
        assertTrue(wanted.has(Changed.of(Topic.ORDERS, RUN)));
        assertTrue(wanted.has(Changed.of(Topic.ORDERS)), "it may be this one's");
        assertFalse(wanted.has(other));
        assertFalse(wanted.has(Changed.of(Topic.TASKS)));
        assertTrue(assertThrows(Problem.class, () -> Wanted.of("runs,ordrs"))
                .getMessage()
                .contains("orders"));
        assertThrows(Problem.class, () -> Wanted.of("orders/<script>"));
        assertThrows(Problem.class, () -> Wanted.of("runs,".repeat(60) + "runs"));
    }

    @Test
    void whoIsSlowHoldsNothingAndIsToldThatTheyMissedSomething() throws Exception {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch goesOn = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> {
            try (Followers.Place place = in("vera")) {
                place.follow("a-0", Wanted.EVERYTHING, ANYTHING, new Followers.Reader() {
                    @Override
                    public void began(String mark) {}

                    @Override
                    public void changed(String mark, String word) {
                        heard.add(mark + " " + word);
                        reads.countDown();
                        try {
                            goesOn.await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    @Override
                    public void missed(String mark) {
                        heard.add("missed " + mark);
                        feed.close();
                    }

                    @Override
                    public void quiet() {}
                });
            }
        });
        happen(Changed.of(Topic.TASKS));
        reads.await();
        IntStream.range(0, 100_000)
                .forEach(number -> happen(Changed.of(Topic.RUNS, RunId.of(RUN.date(), number % 900 + 1))));
        goesOn.countDown();
        slow.join();
        assertEquals(List.of("a-1 tasks", "missed a-100001"), heard);
    }

    @Test
    void whoMayNoLongerIsLetGoAsSoonAsUsersChange() throws Exception {
        AtomicReference<Boolean> may = new AtomicReference<>(true);
        Thread follows = Thread.ofVirtual().start(() -> {
            try (Followers.Place place = in("vera")) {
                place.follow(
                        "a-0",
                        Wanted.of("tasks"),
                        () -> may.get() ? Optional.of(_ -> true) : Optional.empty(),
                        new Noted(Integer.MAX_VALUE) {
                            @Override
                            public void changed(String mark, String word) {
                                super.changed(mark, word);
                                may.set(false);
                                happen(Changed.of(Topic.USERS), Changed.of(Topic.TASKS));
                            }
                        });
            }
        });
        happen(Changed.of(Topic.TASKS));
        follows.join();
        assertEquals(List.of("began a-0", "a-1 tasks"), heard, "nothing of what came with it");
    }

    @Test
    void placesAreBoundedForOneUserAndForAll() {
        Followers.Place vera = in("vera");
        assertTrue(assertInstanceOf(Followers.Entered.Full.class, followers.enter("vera"))
                .own());
        Followers.Place olga = in("olga");
        assertFalse(assertInstanceOf(Followers.Entered.Full.class, followers.enter("ben"))
                .own());
        vera.close();
        in("ben").close();
        olga.close();
        assertFalse(followers.any());
    }

    @Test
    void everyActOfTheAuditIsOfATopicOrOfTheAuditAlone() {
        List<AuditAction> alone = List.of(AuditAction.values()).stream()
                .filter(action -> Topic.of(action).isEmpty())
                .toList();
        assertEquals(
                List.of(
                        AuditAction.SIGNED_IN,
                        AuditAction.SIGN_IN_DENIED,
                        AuditAction.SUPPORT_BUNDLE_MADE,
                        AuditAction.ACT_DENIED,
                        AuditAction.AUDIT_ANCHORED,
                        AuditAction.ANCHOR_FAILED),
                alone);
    }
}
