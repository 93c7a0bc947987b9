package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.approvals.Answer;
import dev.vesper.approvals.DataEvent;
import dev.vesper.approvals.FourEyes;
import dev.vesper.approvals.FourEyesEvent;
import dev.vesper.approvals.FourEyesState;
import dev.vesper.approvals.GivenApproval;
import dev.vesper.approvals.ProposalEvent;
import dev.vesper.basics.BrokenHistory;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowCell;
import dev.vesper.data.rows.RowChange;
import dev.vesper.desk.access.OneTimePassword;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.access.TokenEvent;
import dev.vesper.desk.access.UserEvent;
import dev.vesper.desk.books.BookEvent;
import dev.vesper.desk.books.FlowEvent;
import dev.vesper.desk.breach.BreachEvent;
import dev.vesper.desk.repair.move.MoveEvent;
import dev.vesper.desk.repair.replay.ReplayEvent;
import dev.vesper.desk.review.Finding;
import dev.vesper.desk.review.ReviewEvent;
import dev.vesper.desk.review.ReviewSource;
import dev.vesper.desk.run.ReplayFrom;
import dev.vesper.desk.run.RunEvent;
import dev.vesper.desk.schedule.ScheduleEvent;
import dev.vesper.desk.waiver.WaiverEvent;
import dev.vesper.desk.waiver.WaiverTerms;
import dev.vesper.desk.workbench.ActiveEvent;
import dev.vesper.desk.workbench.ChangeEvent;
import dev.vesper.desk.workbench.ReplayEffect;
import dev.vesper.execution.breaker.BreakerCause;
import dev.vesper.execution.breaker.BreakerEvent;
import dev.vesper.execution.killswitch.KillEvent;
import dev.vesper.execution.killswitch.KillKind;
import dev.vesper.execution.killswitch.KillScope;
import dev.vesper.execution.routing.OddsEvent;
import dev.vesper.execution.sequence.SequenceEvent;
import dev.vesper.execution.sequence.SequenceNumbers;
import dev.vesper.limits.Breach;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.Fill;
import dev.vesper.orders.Side;
import dev.vesper.orders.slice.LessenedOrder;
import dev.vesper.orders.slice.RowSum;
import dev.vesper.orders.slice.RowSums;
import dev.vesper.orders.slice.SliceEvent;
import dev.vesper.orders.slice.SliceState;
import dev.vesper.orders.slice.SlicedOrders;
import dev.vesper.testing.TwoPeople;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event that was ever stored is read as it was meant: one file for each kind and version. */
class StreamKindTest {
    private static final Path FIXTURES = Path.of("src/test/resources/events");
    private static final StreamKind<FourEyesEvent> KIND = StreamKind.FOUR_EYES;
    private static final Map<String, StreamKind<?>> KINDS = kinds(
            "four-eyes",
            KIND,
            "orders",
            StreamKind.ORDERS,
            "run",
            StreamKind.RUN,
            "proposal",
            StreamKind.PROPOSAL,
            "books",
            StreamKind.BOOKS,
            "data",
            StreamKind.DATA,
            "flows",
            StreamKind.FLOWS,
            "schedule",
            StreamKind.SCHEDULE,
            "users",
            StreamKind.USERS,
            "tokens",
            StreamKind.TOKENS,
            "kills",
            StreamKind.KILLS,
            "sequences",
            StreamKind.SEQUENCES,
            "moves",
            StreamKind.MOVES,
            "replays",
            StreamKind.REPLAYS,
            "venue-breakers",
            StreamKind.VENUE_BREAKERS,
            "venue-odds",
            StreamKind.VENUE_ODDS,
            "rule-changes",
            StreamKind.RULE_CHANGES,
            "active-rules",
            StreamKind.ACTIVE_RULES,
            "waivers",
            StreamKind.WAIVERS,
            "breaches",
            StreamKind.BREACHES,
            "reviews",
            StreamKind.REVIEWS);

    private static String body(String folder, String name) throws IOException {
        return Files.readString(FIXTURES.resolve(folder).resolve(name + ".json"))
                .strip();
    }

    private static <E> E fixture(StreamKind<E> kind, String folder, String name) throws IOException {
        int version = name.lastIndexOf('-');
        return kind.read(new StreamKind.Written(
                name.substring(0, version), Integer.parseInt(name.substring(version + 1)), body(folder, name)));
    }

    private static FourEyesEvent fixture(String name) throws IOException {
        return fixture(KIND, "four-eyes", name);
    }

    private static SliceEvent slice(String name) throws IOException {
        return fixture(StreamKind.ORDERS, "orders", name);
    }

    @Test
    void everyKindHasItsFolder() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            assertEquals(
                    KINDS.keySet(),
                    folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    /** The records of a sealed interface, and of those below it. */
    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(part -> part.isSealed() ? records(part) : Stream.of(part));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four-eyes",
                "orders",
                "run",
                "proposal",
                "books",
                "data",
                "flows",
                "schedule",
                "users",
                "tokens",
                "kills",
                "sequences",
                "moves",
                "replays",
                "venue-breakers",
                "venue-odds",
                "rule-changes",
                "active-rules"
            })
    void everyFormHasItsFixture(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES.resolve(folder))) {
            assertEquals(
                    KINDS.get(folder).forms().stream()
                            .map(form -> form.kind() + "-" + form.version() + ".json")
                            .collect(Collectors.toSet()),
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "four-eyes",
                "orders",
                "run",
                "proposal",
                "books",
                "data",
                "flows",
                "schedule",
                "users",
                "tokens",
                "kills",
                "sequences",
                "moves",
                "replays",
                "venue-breakers",
                "venue-odds",
                "rule-changes",
                "active-rules"
            })
    void everyEventHasAForm(String folder) {
        StreamKind<?> kind = KINDS.get(folder);
        assertEquals(
                records(kind.events()).collect(Collectors.toSet()),
                kind.forms().stream().map(StreamKind.Form::type).collect(Collectors.toSet()));
    }

    @Test
    void fixturesAreReadAndReplayed() throws IOException {
        FourEyes fourEyes = new FourEyes();
        assertEquals(
                TwoPeople.approvedBy("Anna Müller", "Ben", ""),
                fourEyes.replay(List.of(fixture("proposed-1"), fixture("approved-1"))));
        String proposal = ((ProposalEvent.Decided) fixture(StreamKind.PROPOSAL, "proposal", "proposal-decided-1"))
                .proposal()
                .sha256();
        assertEquals(
                TwoPeople.approvedBy("Anna Müller", "Ben", proposal),
                fourEyes.replay(List.of(fixture("proposed-2"), fixture("approved-2"))));
        ProposalEvent.Decided decided =
                (ProposalEvent.Decided) fixture(StreamKind.PROPOSAL, "proposal", "proposal-decided-2");
        assertEquals(decided.needed().sum(), decided.proposal().approvals(), "another program summed them");
        assertEquals(
                new FourEyesState.AwaitingChecker(
                        "Anna Müller",
                        decided.proposal().sha256(),
                        decided.needed().steps(),
                        List.of(new GivenApproval(2, "risk", "Ben"))),
                fourEyes.replay(List.of(fixture("proposed-3"), fixture("approved-3"))));
        assertEquals(
                new FourEyesState.Rejected("Anna Müller", "Ben", "stale price of \"IBM\""),
                fourEyes.replay(List.of(fixture("proposed-1"), fixture("rejected-1"))));
        assertEquals(new FourEyesState.Declined("Anna Müller", ""), fourEyes.replay(List.of(fixture("declined-1"))));
    }

    /** The sums and links of these files were made by another program. */
    @Test
    void theSlicesOfOrdersAreReadAndReplayed() throws IOException {
        SliceEvent sent = slice("slice-sent-1");
        SliceEvent booked = slice("slice-booked-1");
        assertEquals(new SliceState.Ready(1, booked.link()), new SlicedOrders().replay(List.of(sent, booked)));
        ChildOrder child = new ChildOrder(
                "2018-04-11-001-0001-0-XLIT",
                "2018-04-11-001-0001",
                0,
                "XLIT",
                "IBM",
                Side.SELL,
                Sample.n("100"),
                Sample.n("150.20"),
                36_000_000,
                36_900_000);
        assertEquals(new SliceEvent.SliceSent(0, RowSums.children(List.of(child)), sent.link()), sent);
        assertEquals(
                new SliceEvent.SliceBooked(
                        0,
                        RowSums.outcomes(List.of(Sample.filled(child))),
                        RowSums.fills(List.of(Sample.fill(child, "E1", "100", "150.2", "0.9", 36_000_500))),
                        booked.link()),
                booked);
        SliceEvent lessened = slice("orders-lessened-1");
        assertEquals(
                new SliceEvent.OrdersLessened(
                        0,
                        List.of(new LessenedOrder(
                                "2018-04-11-001-0001",
                                Sample.n("150.5"),
                                "sanctions, changed since it was approved: IBM is on the list.")),
                        lessened.link()),
                lessened);
        assertEquals(new SliceState.Ready(0, lessened.link()), new SlicedOrders().replay(List.of(lessened)));
        List<String> amendments = List.of("late-fill-booked-1", "fill-corrected-1", "fill-busted-1");
        List<SliceEvent> all = new ArrayList<>(List.of(sent, booked));
        for (String name : amendments) {
            all.add(slice(name));
            assertEquals(
                    body("orders", name), StreamKind.ORDERS.write(slice(name)).body());
        }
        assertEquals(
                List.of("L1.c"),
                new SlicedOrders()
                                .replay(all)
                                .amended()
                                .standing(
                                        List.of(Sample.fill(child, "E1", "100", "150.2", "0.9", 36_000_500)),
                                        Sample.DATE)
                                .stream()
                                .map(Fill::executionId)
                                .toList());
        for (String name : List.of("slice-sent-1", "slice-booked-1", "orders-lessened-1")) {
            assertEquals(
                    body("orders", name), StreamKind.ORDERS.write(slice(name)).body());
        }
    }

    @Test
    void theEntriesOfABookAreReadAsTheyWereVouchedFor() throws IOException {
        BookEvent.EntriesStored stored = new BookEvent.EntriesStored(4, new RowSum(2, "0123456789abcdef".repeat(4)));
        assertEquals(stored, fixture(StreamKind.BOOKS, "books", "entries-stored-1"));
        assertEquals(
                body("books", "entries-stored-1"),
                StreamKind.BOOKS.write(stored).body());
    }

    @Test
    void theFlowsOfABookAreReadAsTheyWereMeant() throws IOException {
        FlowEvent recorded =
                new FlowEvent.Recorded("D-1", Map.of("id", "D-1"), "Anna Müller", true, "0123456789abcdef".repeat(4));
        FlowEvent withdrawn = new FlowEvent.Withdrawn("D-1", "Ben", "no \"cover\"");
        for (Map.Entry<String, FlowEvent> stored : Map.of("flow-recorded-1", recorded, "flow-withdrawn-1", withdrawn)
                .entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.FLOWS, "flows", stored.getKey()));
            assertEquals(
                    body("flows", stored.getKey()),
                    StreamKind.FLOWS.write(stored.getValue()).body());
        }
    }

    @Test
    void whatPeopleSaidOfTheScheduleIsReadAsItWasMeant() throws IOException {
        Instant due = Instant.parse("2026-12-24T23:30:00Z");
        for (Map.Entry<String, ScheduleEvent> stored : Map.<String, ScheduleEvent>of(
                        "occasion-skipped-1",
                        new ScheduleEvent.Skipped(due, "Anna Müller", "half day, \"nobody\" here"),
                        "occasion-restored-1",
                        new ScheduleEvent.Restored(due, "Ben"))
                .entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.SCHEDULE, "schedule", stored.getKey()));
            assertEquals(
                    body("schedule", stored.getKey()),
                    StreamKind.SCHEDULE.write(stored.getValue()).body());
        }
    }

    @Test
    void whatTwoPeopleDecidedOfRowsIsReadAsItWasMeant() throws IOException {
        String sum = "0123456789abcdef".repeat(4);
        for (Map.Entry<String, DataEvent> stored : Map.<String, DataEvent>of(
                        "rows-asked-1",
                        new DataEvent.RowsAsked(
                                1,
                                List.of(new RowChange(
                                        "prices",
                                        "prices.csv",
                                        3,
                                        3,
                                        sum,
                                        RowAct.CORRECT,
                                        List.of(
                                                new RowCell("symbol", "IBM", "IBM"),
                                                new RowCell("close", "628,65", "628.65")))),
                                "1 row less set aside",
                                "Anna Müller",
                                "a comma, \"not\" a point"),
                        "rows-agreed-1",
                        new DataEvent.RowsAgreed(
                                1, "Ben", "seen at the source", new RowSum(1, sum), new RowSum(1, sum)),
                        "rows-refused-1",
                        new DataEvent.RowsRefused(1, "Ben", "no such price"))
                .entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.DATA, "data", stored.getKey()));
            assertEquals(
                    body("data", stored.getKey()),
                    StreamKind.DATA.write(stored.getValue()).body());
        }
    }

    private static Map<String, StreamKind<?>> kinds(Object... namesAndKinds) {
        Map<String, StreamKind<?>> kinds = new TreeMap<>();
        for (int i = 0; i < namesAndKinds.length; i += 2) {
            kinds.put((String) namesAndKinds[i], (StreamKind<?>) namesAndKinds[i + 1]);
        }
        return kinds;
    }

    @Test
    void whatPeopleDidWithTokensIsReadAsItWasMeant() throws IOException {
        Map<String, MoveEvent> all = Map.of(
                "token-move-asked-1",
                new MoveEvent.Asked(
                        "2018-04-11-001",
                        2,
                        1,
                        "call-execute-orders",
                        "execute-orders",
                        "execute-orders",
                        new TreeMap<>(Map.of("limitVerdict", "passed")),
                        "ab12",
                        "Anna Müller",
                        "the step before it is \"broken\""),
                "token-move-agreed-1",
                new MoveEvent.Agreed("2018-04-11-001", 2, "Ben", ""),
                "token-move-refused-1",
                new MoveEvent.Refused("2018-04-11-001", 1, "Ben", "not yet"),
                "token-move-lapsed-1",
                new MoveEvent.Lapsed("2018-04-11-001", 1));
        for (Map.Entry<String, MoveEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.MOVES, "moves", stored.getKey()));
            assertEquals(
                    body("moves", stored.getKey()),
                    StreamKind.MOVES.write(stored.getValue()).body());
        }
    }

    @Test
    void whatPeopleDecidedOfReplayedDaysIsReadAsItWasMeant() throws IOException {
        Map<String, ReplayEvent> all = Map.of(
                "replay-asked-1",
                new ReplayEvent.Asked(
                        "2018-04-11-001", 2, ReplayFrom.REBALANCE, "ab12", "Anna Müller", "the limit was \"wrong\""),
                "replay-agreed-1",
                new ReplayEvent.Agreed("2018-04-11-001", 2, "Ben", ""),
                "replay-refused-1",
                new ReplayEvent.Refused("2018-04-11-001", 1, "Ben", "not yet"),
                "replay-lapsed-1",
                new ReplayEvent.Lapsed("2018-04-11-001", 1));
        for (Map.Entry<String, ReplayEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.REPLAYS, "replays", stored.getKey()));
            assertEquals(
                    body("replays", stored.getKey()),
                    StreamKind.REPLAYS.write(stored.getValue()).body());
        }
    }

    @Test
    void whatPeopleDidWithDraftsOfTheRulesIsReadAsItWasMeant() throws IOException {
        Map<String, ChangeEvent> all = Map.of(
                "rule-draft-begun-1",
                new ChangeEvent.Begun("ETFs at \"30 %\"", "c0", "ab", "Anna Müller"),
                "rule-draft-edited-1",
                new ChangeEvent.Edited(List.of("limits/position-weight.dmn"), "c1", "cd", "Anna Müller", "row 2"),
                "rule-draft-undone-1",
                new ChangeEvent.Undone("c0", "ab", "Anna Müller"),
                "rule-draft-merged-1",
                new ChangeEvent.Merged("c2", "ef", "c3", "gh", "Anna Müller", "with version ef"),
                "rule-draft-discarded-1",
                new ChangeEvent.Discarded("Anna Müller", ""),
                "rule-change-proposed-3",
                proposed(REPLAYED, Instant.parse("2018-04-18T22:00:00Z")),
                "rule-change-expired-1",
                new ChangeEvent.Expired(2, Instant.parse("2018-04-18T22:00:00Z")),
                "rule-change-withdrawn-1",
                new ChangeEvent.Withdrawn(2, "Anna Müller", ""),
                "rule-change-approved-1",
                new ChangeEvent.Approved(2, "Ben", ""),
                "rule-change-rejected-1",
                new ChangeEvent.Rejected(2, "Ben", "too loose"));
        for (Map.Entry<String, ChangeEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.RULE_CHANGES, "rule-changes", stored.getKey()));
            assertEquals(
                    body("rule-changes", stored.getKey()),
                    StreamKind.RULE_CHANGES.write(stored.getValue()).body());
        }
    }

    private static final ReplayEffect REPLAYED = new ReplayEffect(
            5,
            4,
            200,
            1,
            1,
            2,
            3,
            4,
            5,
            6,
            List.of(new ReplayEffect.Traded("USD", new BigDecimal("1200.50"), BigDecimal.ZERO)),
            "");

    private static ChangeEvent.Proposed proposed(ReplayEffect effect, Instant until) {
        return new ChangeEvent.Proposed(
                2,
                "cd",
                "ab",
                "ef",
                effect,
                1,
                "row 3",
                Instant.parse("2018-04-11T16:00:00Z"),
                until,
                true,
                "Anna Müller",
                "the board decided");
    }

    /** Proposals of before. */
    @Test
    void aProposalThatWasNotReplayedOrHadNoTermSaysSo() throws IOException {
        assertEquals(
                proposed(ReplayEffect.none(0, "it was proposed before days were replayed"), ChangeEvent.NEVER),
                fixture(StreamKind.RULE_CHANGES, "rule-changes", "rule-change-proposed-1"));
        assertEquals(
                proposed(REPLAYED, ChangeEvent.NEVER),
                fixture(StreamKind.RULE_CHANGES, "rule-changes", "rule-change-proposed-2"));
    }

    @Test
    void whichRulesCameToJudgeIsReadAsItWasMeant() throws IOException {
        Map<String, ActiveEvent> all = Map.of(
                "rules-adopted-1",
                new ActiveEvent.Adopted("c0", "ab"),
                "rules-activated-2",
                activated(/* guarded= */ true),
                "rules-guarded-1",
                new ActiveEvent.Guarded("D-1", 39),
                "rules-rolled-back-1",
                new ActiveEvent.RolledBack("D-1", 2, "c0", "ab", "cd", List.of("the case \"Ümlaut\" gets deny")));
        for (Map.Entry<String, ActiveEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.ACTIVE_RULES, "active-rules", stored.getKey()));
            assertEquals(
                    body("active-rules", stored.getKey()),
                    StreamKind.ACTIVE_RULES.write(stored.getValue()).body());
        }
    }

    private static ActiveEvent activated(boolean guarded) {
        return new ActiveEvent.Activated(
                "D-1", 2, "c1", "cd", "ab", false, Instant.parse("2018-04-11T16:00:00Z"), "vesper", guarded);
    }

    /** What judged before rules were asked once more is not asked afterwards. */
    @Test
    void anActivationOfBeforeIsNotAsked() throws IOException {
        assertEquals(
                activated(/* guarded= */ false), fixture(StreamKind.ACTIVE_RULES, "active-rules", "rules-activated-1"));
    }

    @Test
    void whatADayBeganOverIsReadAsItWasMeant() throws IOException {
        Map<String, BreachEvent> all = Map.of(
                "breaches-seen-2",
                seen(Breach.Cause.ACTIVE),
                "breach-taken-1",
                new BreachEvent.Taken("P-1", "Ben", "sold by Friday", "Anna Müller"));
        for (Map.Entry<String, BreachEvent> stored : all.entrySet()) {
            assertEquals(
                    body("breaches", stored.getKey()),
                    StreamKind.BREACHES.write(stored.getValue()).body());
            assertEquals(stored.getValue(), fixture(StreamKind.BREACHES, "breaches", stored.getKey()));
        }
        assertEquals(
                seen(Breach.Cause.PASSIVE),
                fixture(StreamKind.BREACHES, "breaches", "breaches-seen-1"),
                "before it was told who made it");
    }

    @Test
    void whatShouldBeLookedAtIsReadAsItWasMeant() throws IOException {
        Map<String, ReviewEvent> all = Map.of(
                "reviews-told-1",
                new ReviewEvent.Told(
                        "2018-04-11-001",
                        ReviewSource.VENUE_FILE,
                        "LIT",
                        "real:/firms/small",
                        List.of(new Finding(
                                "LIT not-booked E4", "BUY 30 at 50.1 was never booked", new BigDecimal("1503.10")))),
                "review-answered-1",
                new ReviewEvent.Looked("E-1", Answer.REJECT, "Anna Müller", "LIT is asked"));
        for (Map.Entry<String, ReviewEvent> stored : all.entrySet()) {
            assertEquals(
                    body("reviews", stored.getKey()),
                    StreamKind.REVIEWS.write(stored.getValue()).body());
            assertEquals(stored.getValue(), fixture(StreamKind.REVIEWS, "reviews", stored.getKey()));
        }
    }

    private static BreachEvent.Seen seen(Breach.Cause cause) {
        return new BreachEvent.Seen(
                "2018-04-11-001",
                LocalDate.of(2018, 4, 11),
                "real:/firms/small",
                List.of(new BreachEvent.Over(
                        "position-weight",
                        "3fd80a1c22b7",
                        "ACC1",
                        "IBM",
                        new BigDecimal("0.25"),
                        new BigDecimal("0.271234"),
                        "W-1",
                        cause)));
    }

    @Test
    void whatIsWaivedIsReadAsItWasMeant() throws IOException {
        Map<String, WaiverEvent> all = Map.of(
                "waiver-asked-1",
                new WaiverEvent.Asked(
                        "W-1",
                        new WaiverTerms(
                                "position-weight", "ACC1", "IBM", new BigDecimal("0.30"), LocalDate.of(2018, 6, 29)),
                        "Anna Müller",
                        "transfer in kind"),
                "waiver-agreed-1",
                new WaiverEvent.Agreed("W-1", "Ben", ""),
                "waiver-refused-1",
                new WaiverEvent.Refused("W-2", "Ben", "too wide"),
                "waiver-revoked-1",
                new WaiverEvent.Revoked("W-1", "Carol", "sold"));
        for (Map.Entry<String, WaiverEvent> stored : all.entrySet()) {
            assertEquals(
                    body("waivers", stored.getKey()),
                    StreamKind.WAIVERS.write(stored.getValue()).body());
            assertEquals(stored.getValue(), fixture(StreamKind.WAIVERS, "waivers", stored.getKey()));
        }
    }

    @Test
    void whichRunTookWhosePlaceIsReadAsItWasMeant() throws IOException {
        Map<String, RunEvent> all = Map.of(
                "run-supersedes-1",
                new RunEvent.Supersedes("2018-04-11-001", ReplayFrom.REBALANCE),
                "run-superseded-1",
                new RunEvent.Superseded("2018-04-11-002", ReplayFrom.CHECK_DATA));
        for (Map.Entry<String, RunEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.RUN, "run", stored.getKey()));
            assertEquals(
                    body("run", stored.getKey()),
                    StreamKind.RUN.write(stored.getValue()).body());
        }
    }

    @Test
    void whatPeopleDidToTheKillSwitchesIsReadAsItWasMeant() throws IOException {
        Map<String, KillEvent> all = Map.of(
                "kill-pressed-1",
                new KillEvent.Pressed("K-1", new KillScope(KillKind.ACCOUNT, "A1"), "Anna Müller", "a \"wrong\" model"),
                "kill-release-asked-1",
                new KillEvent.ReleaseAsked("K-1", 2, "Ben", "it is right"),
                "kill-release-refused-1",
                new KillEvent.ReleaseRefused("K-1", 1, "Anna Müller", "not yet"),
                "kill-released-1",
                new KillEvent.Released("K-1", 2, "Anna Müller", ""),
                "kill-rest-given-up-1",
                new KillEvent.RestGivenUp("2018-04-11-001", "Ben", "too late"));
        for (Map.Entry<String, KillEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.KILLS, "kills", stored.getKey()));
            assertEquals(
                    body("kills", stored.getKey()),
                    StreamKind.KILLS.write(stored.getValue()).body());
        }
    }

    @Test
    void whatHappenedToBreakersIsReadAsItWasMeant() throws IOException {
        Map<String, BreakerEvent> all = Map.of(
                "breaker-tripped-1",
                new BreakerEvent.Tripped(
                        "LIT",
                        7,
                        BreakerCause.REJECTS_IN_A_ROW,
                        "20 orders in a row, 20 at most, the last rejected: unknown symbol \"S02\""),
                "breaker-half-opened-1",
                new BreakerEvent.HalfOpened("LIT", 9),
                "breaker-recovered-1",
                new BreakerEvent.Recovered("LIT", 10),
                "breaker-opened-by-hand-1",
                new BreakerEvent.OpenedByHand("LIT", 11, "Änna", "they asked for it"),
                "breaker-closed-by-hand-1",
                new BreakerEvent.ClosedByHand("LIT", 12, "Ben", "they are back"));
        for (Map.Entry<String, BreakerEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.VENUE_BREAKERS, "venue-breakers", stored.getKey()));
            assertEquals(
                    body("venue-breakers", stored.getKey()),
                    StreamKind.VENUE_BREAKERS.write(stored.getValue()).body());
        }
    }

    @Test
    void whatWasLearnedOfVenuesIsReadAsItWasMeant() throws IOException {
        OddsEvent learned =
                new OddsEvent.Learned("1f0c2b7e9a4d5c6f8e0b1a2d3c4f5e6b7a8d9c0f1e2d3b4a5c6f7e8d9b0a1c2e", 9, 4_210);
        assertEquals(learned, fixture(StreamKind.VENUE_ODDS, "venue-odds", "venue-odds-learned-1"));
        assertEquals(
                body("venue-odds", "venue-odds-learned-1"),
                StreamKind.VENUE_ODDS.write(learned).body());
    }

    @Test
    void whatPeopleAskedOfSequenceNumbersIsReadAsItWasMeant() throws IOException {
        Map<String, SequenceEvent> all = Map.of(
                "sequence-numbers-asked-1",
                new SequenceEvent.Asked(
                        "S-1",
                        "2018-04-11-001",
                        "LIT",
                        new SequenceNumbers(17, 12),
                        new SequenceNumbers(20, 12),
                        "Anna Müller",
                        "they \"say\" so"),
                "sequence-numbers-agreed-1",
                new SequenceEvent.Agreed("S-1", "Ben", ""),
                "sequence-numbers-refused-1",
                new SequenceEvent.Refused("S-1", "Ben", "not so"));
        for (Map.Entry<String, SequenceEvent> stored : all.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.SEQUENCES, "sequences", stored.getKey()));
            assertEquals(
                    body("sequences", stored.getKey()),
                    StreamKind.SEQUENCES.write(stored.getValue()).body());
        }
    }

    @Test
    void theUsersAndTheirTokensAreReadAsTheyWereMeant() throws IOException {
        String sum = "0123456789abcdef".repeat(4);
        Instant until = Instant.parse("2018-04-14T12:00:00Z");
        assertEquals(
                new UserEvent.Added(
                        "Anna Müller", List.of(Role.TRADER, Role.RISK_OFFICER), sum, OneTimePassword.ENDLESS),
                fixture(StreamKind.USERS, "users", "user-added-1"));
        assertEquals(
                new UserEvent.PasswordReset("Anna Müller", sum, OneTimePassword.ENDLESS),
                fixture(StreamKind.USERS, "users", "password-reset-1"));
        Map<String, UserEvent> users = Map.ofEntries(
                Map.entry(
                        "user-added-2",
                        new UserEvent.Added("Anna Müller", List.of(Role.TRADER, Role.RISK_OFFICER), sum, until)),
                Map.entry("roles-changed-1", new UserEvent.RolesChanged("Anna Müller", List.of(Role.APPROVER))),
                Map.entry("user-let-out-1", new UserEvent.LetOut("Anna Müller")),
                Map.entry("user-let-in-1", new UserEvent.LetIn("Anna Müller")),
                Map.entry("password-reset-2", new UserEvent.PasswordReset("Anna Müller", sum, until)),
                Map.entry("password-changed-1", new UserEvent.PasswordChanged("Anna Müller", sum)),
                Map.entry("password-rehashed-1", new UserEvent.PasswordRehashed("Anna Müller", sum)),
                Map.entry(
                        "identity-linked-1",
                        new UserEvent.IdentityLinked("Anna Müller", "https://id.example.com", "248289761001")),
                Map.entry("identity-unlinked-1", new UserEvent.IdentityUnlinked("Anna Müller")));
        for (Map.Entry<String, UserEvent> stored : users.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.USERS, "users", stored.getKey()));
            assertEquals(
                    body("users", stored.getKey()),
                    StreamKind.USERS.write(stored.getValue()).body());
        }
        Map<String, TokenEvent> tokens = Map.of(
                "token-issued-1",
                new TokenEvent.Issued(
                        "0123456789abcdef",
                        "export \"night\"",
                        List.of(Permission.SEE, Permission.ANSWER_TASKS),
                        Instant.parse("2018-04-11T12:00:00.123456Z"),
                        Instant.parse("2018-04-12T12:00:00Z"),
                        sum,
                        2),
                "token-revoked-1",
                new TokenEvent.Revoked("0123456789abcdef"));
        for (Map.Entry<String, TokenEvent> stored : tokens.entrySet()) {
            assertEquals(stored.getValue(), fixture(StreamKind.TOKENS, "tokens", stored.getKey()));
            assertEquals(
                    body("tokens", stored.getKey()),
                    StreamKind.TOKENS.write(stored.getValue()).body());
        }
    }

    @Test
    void anEventOfOrdersWithoutItsSumsIsRefused() {
        for (String wrong : List.of(
                "{\"slice\":0,\"link\":\"\"}",
                "{\"slice\":0,\"children\":{\"rows\":1},\"link\":\"\"}",
                "{\"slice\":0,\"children\":{\"sha256\":\"\"},\"link\":\"\"}",
                "{\"slice\":0.5,\"children\":{\"rows\":1,\"sha256\":\"\"},\"link\":\"\"}")) {
            assertThrows(
                    BrokenHistory.class,
                    () -> StreamKind.ORDERS.read(new StreamKind.Written("slice-sent", 1, wrong)),
                    wrong);
        }
    }

    @Test
    void theNewestFormIsWrittenLetterForLetter() throws IOException {
        for (String name : List.of(
                "proposed-3",
                "approved-3",
                "rejected-1",
                "declined-1",
                "task-claimed-1",
                "task-given-back-1",
                "task-asked-1",
                "task-replied-1",
                "task-delegated-1",
                "task-shown-1")) {
            assertEquals(body("four-eyes", name), KIND.write(fixture(name)).body());
        }
        assertEquals(
                body("run", "run-opened-1"),
                StreamKind.RUN
                        .write(fixture(StreamKind.RUN, "run", "run-opened-1"))
                        .body());
        assertEquals(
                body("data", "data-checked-1"),
                StreamKind.DATA
                        .write(fixture(StreamKind.DATA, "data", "data-checked-1"))
                        .body());
        assertEquals(
                body("proposal", "proposal-decided-2"),
                StreamKind.PROPOSAL
                        .write(fixture(StreamKind.PROPOSAL, "proposal", "proposal-decided-2"))
                        .body());
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertBroken("approved", 4, "{\"checker\":\"Ben\"}", "approved 1");
        assertBroken("approved", 3, "{\"checker\":\"Ben\",\"proposal\":\"\",\"group\":\"risk\"}", "step");
        assertBroken("proposed", 3, "{\"maker\":\"Anna\",\"proposal\":\"\"}", "needed");
        assertBroken("approved", 2, "{\"checker\":\"Ben\"}", "proposal");
        assertBroken("aproved", 1, "{\"checker\":\"Ben\"}", "aproved");
        assertBroken("approved", 1, "{}", "checker");
        assertBroken("approved", 1, "{\"checker\":null}", "checker");
        assertBroken("approved", 1, "{\"checker\":\"Ben\",\"amount\":1}", "amount");
        assertBroken("approved", 1, "{\"checker\":\"Ben\"} {}", "Trailing token");
        assertBroken("approved", 1, "Ben", "Ben");
    }

    private static void assertBroken(String kind, int version, String body, String part) {
        BrokenHistory broken =
                assertThrows(BrokenHistory.class, () -> KIND.read(new StreamKind.Written(kind, version, body)));
        assertTrue(broken.getMessage().contains(part), broken.getMessage());
    }
}
