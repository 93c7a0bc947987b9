package dev.vesper.adapters.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.data.Severity;
import dev.vesper.desk.checkdata.DataCheck;
import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotencyStore;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.idempotency.KnownRequest;
import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.Delivery;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.Notice;
import dev.vesper.desk.notify.NoticeKind;
import dev.vesper.desk.rebalance.AccountPlan;
import dev.vesper.desk.rebalance.DecisionSummary;
import dev.vesper.desk.rebalance.Rebalance;
import dev.vesper.desk.rebalance.RebalanceResult;
import dev.vesper.desk.run.DayInstance;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.run.RunStatus;
import dev.vesper.desk.run.ShownStage;
import dev.vesper.desk.run.StageRecord;
import dev.vesper.desk.run.StageState;
import dev.vesper.desk.schedule.AnsweredOccasion;
import dev.vesper.desk.schedule.OccasionState;
import dev.vesper.desk.schedule.WatchedSchedule;
import dev.vesper.limits.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs, their stages, instances, verdicts on data and decisions. */
abstract class RunStoreCases extends StoreCases {
    @Test
    void runsOfADateAreNumberedAndNewestComeFirst() {
        RunRecord first = open(false);
        RunRecord second = runs.open(Sample.DATE, Sample.FIRM, 42, true, Sample.NOON.plusSeconds(60));
        RunRecord earlier = runs.open(Sample.DATE.minusDays(1), "other", -1, false, Sample.NOON.plusSeconds(120));
        assertEquals(new RunId("2018-04-11-001"), first.id());
        assertEquals(new RunId("2018-04-11-002"), second.id());
        assertEquals(new RunId("2018-04-10-001"), earlier.id());
        assertEquals(List.of(earlier, second), runs.recent(2));
        assertEquals(List.of(second), runs.recent(earlier, 1));
        assertEquals(List.of(first), runs.recent(second, 5));
        assertEquals(List.of(), runs.recent(first, 5));
        RunRecord beside = runs.open(Sample.DATE, Sample.FIRM, 42, true, Sample.NOON.plusSeconds(60));
        assertEquals(List.of(second, first), runs.recent(beside, 5), "opened at one moment");
        runs.status(second.id(), RunStatus.FAILED);
        assertEquals(Map.of(RunStatus.RUNNING, 3L, RunStatus.FAILED, 1L), runs.counts(), "runs by status");
        assertEquals(Optional.of(first), runs.find(first.id()));
        assertEquals(Optional.empty(), runs.find(new RunId("2018-04-11-004")));
    }

    @Test
    void aScheduleIsKeptAndTheFirstAnswerOfAnOccasionStands() {
        var schedules = new HibernateScheduleStore(store.database());
        Instant due = Sample.NOON.plusSeconds(60);
        var watched = new WatchedSchedule(Sample.FIRM, "0 0 22 * * *", Sample.NOON, due.plusMillis(1), Instant.EPOCH);
        schedules.save(watched);
        RunId run = open(false).id();
        var answer = new AnsweredOccasion(Sample.FIRM, due, OccasionState.RUN, run, due.plusMillis(40));
        schedules.answer(answer);
        schedules.answer(new AnsweredOccasion(Sample.FIRM, due, OccasionState.WORKED, run, due.plusSeconds(1)));
        var next = new AnsweredOccasion(Sample.FIRM, due.plusSeconds(60), OccasionState.BUSY, run, due.plusSeconds(61));
        schedules.answer(next);
        schedules.answer(new AnsweredOccasion("other", due, OccasionState.WORKED, run, due));
        reopen();
        var again = new HibernateScheduleStore(store.database());
        assertEquals(Optional.of(watched), again.find(Sample.FIRM));
        assertEquals(List.of(answer, next), again.answers(Sample.FIRM, due));
        assertEquals(List.of(next), again.answers(Sample.FIRM, due.plusMillis(1)));
    }

    @Test
    void requestsWithAKeyAreNotedOnceAndForgottenAfterADay() throws Exception {
        var requests = new HibernateIdempotencyStore(store.database());
        var request = new KeyedRequest("user/\u00fcna", "k-1", "f".repeat(64));
        Instant day = Sample.NOON.plusSeconds(86_400);
        assertEquals(IdempotencyStore.Noted.FIRST, requests.begin(request, Sample.NOON, Instant.EPOCH, 2));
        assertEquals(IdempotencyStore.Noted.KNOWN, requests.begin(request, Sample.NOON, Instant.EPOCH, 2));
        assertEquals(
                Optional.of(new KnownRequest("f".repeat(64), Sample.NOON, false, Optional.empty())),
                requests.find("user/\u00fcna", "k-1"));
        var answer = new FirstAnswer(409, "application/problem+json", "{\"detail\":\"\u00fc\"}\n");
        requests.end("user/\u00fcna", "k-1", Optional.of(answer));
        reopen();
        var again = new HibernateIdempotencyStore(store.database());
        assertEquals(
                Optional.of(new KnownRequest("f".repeat(64), Sample.NOON, true, Optional.of(answer))),
                again.find("user/\u00fcna", "k-1"));
        var second = new KeyedRequest("user/\u00fcna", "k-2", "0".repeat(64));
        assertEquals(IdempotencyStore.Noted.FIRST, again.begin(second, Sample.NOON.plusSeconds(1), Sample.NOON, 2));
        again.end("user/\u00fcna", "k-2", Optional.empty());
        assertEquals(
                Optional.of(new KnownRequest("0".repeat(64), Sample.NOON.plusSeconds(1), true, Optional.empty())),
                again.find("user/\u00fcna", "k-2"));
        var third = new KeyedRequest("user/\u00fcna", "k-3", "0".repeat(64));
        assertEquals(IdempotencyStore.Noted.TOO_MANY, again.begin(third, day, Sample.NOON, 2));
        assertEquals(IdempotencyStore.Noted.FIRST, again.begin(third, day, Sample.NOON.plusMillis(1), 2));
        assertEquals(Optional.empty(), again.find("user/\u00fcna", "k-1"), "forgotten");
        AtomicInteger first = new AtomicInteger();
        atOnce(4, () -> {
            var race = new KeyedRequest("user/bob", "k", "0".repeat(64));
            if (again.begin(race, day, Sample.NOON, 9) == IdempotencyStore.Noted.FIRST) {
                first.incrementAndGet();
            }
            return race;
        });
        assertEquals(1, first.get(), "of four at once");
    }

    @Test
    void whatPeopleAreToldIsKeptOnceAndFoundWhenItIsDue() {
        var notices = new HibernateNoticeStore(store.database());
        var notice = new Notice("run-failed 1", NoticeKind.RUN_FAILED, Sample.NOON, "Run 1 stands still", "why\nü");
        var letter = new Delivery(
                notice, Channel.MAIL, "o@example.com", Sample.NOON, DeliveryState.WAITING, 0, Sample.NOON, "");
        notices.add(letter);
        var failed = new Delivery(
                notice,
                Channel.MAIL,
                "o@example.com",
                Sample.NOON,
                DeliveryState.WAITING,
                1,
                Sample.NOON.plusSeconds(30),
                "it is down");
        assertEquals(List.of(letter), notices.due(Sample.NOON, 10));
        notices.save(failed);
        notices.add(letter);
        reopen();
        var again = new HibernateNoticeStore(store.database());
        assertEquals(List.of(), again.due(Sample.NOON, 10), "the first one of an id stands");
        assertEquals(List.of(failed), again.due(Sample.NOON.plusSeconds(30), 10));
        assertEquals(List.of(failed), again.failed(Sample.NOON, 10));
        assertEquals(Map.of(DeliveryState.WAITING, 1L), again.counts());
        again.save(new Delivery(
                notice, Channel.MAIL, "o@example.com", Sample.NOON, DeliveryState.SENT, 2, Sample.NOON, ""));
        assertEquals(List.of(), again.failed(Sample.NOON, 10));
        assertEquals(Map.of(DeliveryState.SENT, 1L), again.counts());
    }

    @Test
    void twoWhoOpenARunAtOnceGetTwoNumbers() throws Exception {
        List<RunId> ids = atOnce(4, () -> open(false).id());
        assertEquals(4, ids.stream().distinct().count(), ids::toString);
    }

    @Test
    void theOpeningTimeIsTheSameAfterARestart() {
        RunRecord opened =
                runs.open(Sample.DATE, Sample.FIRM, 1, false, Instant.parse("2018-04-11T23:59:59.999999999Z"));
        assertEquals(Optional.of(opened), runs.find(opened.id()));
    }

    @Test
    void anotherEngineKnowsNoInstanceOfTheOneBefore() {
        var keys = new HibernateInstanceKeys(store.database());
        RunId worked = open(false).id();
        RunId waiting = open(false).id();
        var first = DayInstance.first("a".repeat(64));
        assertTrue(keys.replace(worked, Optional.empty(), first.claimedBy(4711).gotStuck()));
        assertTrue(keys.replace(waiting, Optional.empty(), first));
        keys.forget();
        keys.forget();
        assertEquals(Optional.of(first.next()), keys.find(worked));
        assertEquals(Optional.of(first), keys.find(waiting), "it was never begun there");
    }

    @Test
    void theFilesOfARunAreKeptWholeAndPinnedOnce() {
        var used = new HibernateFilesUsed(store.database());
        RunId run = open(false).id();
        var files = new FileSet(Map.of("a.bpmn", new byte[] {0, -1, 13, 10, 60}, "b.bpmn", new byte[200_000]));
        assertEquals(Optional.empty(), used.find(files.sha256()));
        used.keep(files);
        used.keep(files);
        FileSet kept = used.find(files.sha256()).orElseThrow();
        assertEquals(files.sha256(), kept.sha256(), "byte for byte");
        assertEquals(files.versions(), kept.versions());
        assertEquals(Optional.empty(), used.pinned(run, "routes"));
        assertEquals(files.sha256(), used.pin(run, "routes", files.sha256()));
        assertEquals(files.sha256(), used.pin(run, "routes", "0".repeat(64)), "what it began with");
        assertEquals(Optional.of(files.sha256()), used.pinned(run, "routes"));
        assertEquals(Optional.empty(), used.pinned(run, "rules"));
    }

    @Test
    void aRunChangesItsStatus() {
        RunId run = open(false).id();
        runs.status(run, RunStatus.WAITING);
        assertEquals(RunStatus.WAITING, runs.find(run).orElseThrow().status());
        assertThrows(IllegalArgumentException.class, () -> runs.status(new RunId("2000-01-01-001"), RunStatus.DONE));
    }

    @Test
    void stagesStayInTheOrderTheyWereStarted() {
        ShownStage rebalance = new ShownStage("rebalance");
        ShownStage approve = new ShownStage("approve-trades");
        RunId run = open(false).id();
        runs.stage(run, new StageRecord(rebalance, StageState.RUNNING, Sample.NOON, null, "{}", ""));
        runs.stage(run, new StageRecord(approve, StageState.RUNNING, Sample.NOON, null, "{}", ""));
        StageRecord done = new StageRecord(
                rebalance,
                StageState.DONE,
                Sample.NOON,
                Sample.NOON.plusMillis(1500),
                "{\"orders\":2}",
                "größer \u0001 ok");
        runs.stage(run, done);
        assertEquals(
                List.of(done, new StageRecord(approve, StageState.RUNNING, Sample.NOON, null, "{}", "")),
                runs.stages(run));
    }

    @Test
    void oneProcessInstanceWorksARun() {
        RunId run = open(false).id();
        var keys = new HibernateInstanceKeys(store.database());
        DayInstance first = DayInstance.first("5".repeat(64));
        assertEquals(Optional.empty(), keys.find(run));
        assertTrue(keys.replace(run, Optional.empty(), first));
        assertFalse(keys.replace(run, Optional.empty(), first.claimedBy(7)), "nothing was expected, but it is there");
        assertTrue(keys.replace(run, Optional.of(first), first.claimedBy(2251799813685251L)));
        assertFalse(keys.replace(run, Optional.of(first), first.next()), "another one has claimed it meanwhile");
        assertEquals(Optional.of(first.claimedBy(2251799813685251L)), keys.find(run));
    }

    @Test
    void theVerdictOfTheContractComesBackEqual() {
        RunId run = open(false).id();
        var check = new DataCheck(
                "0123456789abcdef",
                100,
                2,
                Sample.DATE.minusDays(9),
                Sample.DATE,
                List.of(new DataCheck.Breach(
                        "positive-price", Severity.ERROR, 2, "2 prices are not positive", "prices.csv:7")),
                true,
                "quarantine/x.csv");
        assertEquals(Optional.empty(), runs.data(run));
        runs.saveData(run, check);
        runs.saveData(run, check);
        assertEquals(Optional.of(check), runs.data(run));
    }

    @Test
    void theDecisionComesBackEqual() {
        RunId run = open(false).id();
        assertEquals(Optional.empty(), runs.rebalance(run));
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, Stream.of(decided), Sample.lots());
        assertEquals(Optional.of(decided), runs.rebalance(run));
    }

    @Test
    void verdictsAreHandedOverOneByOneInTheirOrder() {
        RunId run = open(false).id();
        List<Verdict> none = new ArrayList<>();
        runs.eachVerdict(run, none::add);
        assertEquals(List.of(), none);
        List<Verdict> many = new ArrayList<>();
        for (int i = 0; i < 2500; i++) { // more than are fetched at once
            many.addAll(Sample.rebalance(run).verdicts());
        }
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, Stream.of(new RebalanceResult(decided.plans(), decided.orders(), many)), Sample.lots());
        List<Verdict> read = new ArrayList<>();
        runs.eachVerdict(run, read::add);
        assertEquals(many, read);
    }

    @Test
    void aDecisionInPartsIsThatOfOnePiece() {
        RunId run = open(false).id();
        assertEquals(Optional.empty(), runs.figures(run));
        RebalanceResult all = Sample.rebalance(run);
        RebalanceResult one = new RebalanceResult(
                all.plans().subList(0, 1), all.orders(), all.verdicts().subList(0, 1));
        RebalanceResult two = new RebalanceResult(
                all.plans().subList(1, 2), List.of(), all.verdicts().subList(1, 2));
        runs.saveRebalance(run, Stream.of(one, two), Sample.lots());
        assertEquals(Optional.of(all), runs.rebalance(run));
        assertEquals(Optional.of(new Rebalance.Result(2, 2, 2, 1)), runs.figures(run));
    }

    @Test
    void theSummaryIsThatOfTheWholeDecision() {
        RunId run = open(false).id();
        assertEquals(Optional.empty(), runs.summary(run, 15));
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, Stream.of(decided), Sample.lots());
        for (int shown : new int[] {1, 2, 15}) {
            assertEquals(Optional.of(DecisionSummary.of(decided, shown)), runs.summary(run, shown));
        }
    }

    @Test
    void whereAPartFailsNothingIsStored() {
        RunId run = open(false).id();
        RebalanceResult good = Sample.rebalance(run);
        Stream<RebalanceResult> failing = Stream.of(1, 2).map(part -> {
            if (part == 2) {
                throw Problem.refused("the second account cannot be planned");
            }
            return good;
        });
        assertThrows(Problem.class, () -> runs.saveRebalance(run, failing, Sample.lots()));
        assertEquals(Optional.empty(), runs.rebalance(run));
        assertEquals(Optional.empty(), runs.figures(run));
    }

    @Test
    void theFirstDecisionStands() {
        RunId run = open(false).id();
        RebalanceResult decided = Sample.rebalance(run);
        runs.saveRebalance(run, Stream.of(decided), Sample.lots());
        runs.saveRebalance(run, Stream.of(new RebalanceResult(List.of(), List.of(), List.of())), List.of());
        runs.saveRebalance(run, Stream.of(decided), Sample.lots());
        assertEquals(Optional.of(decided), runs.rebalance(run));
    }

    @Test
    void aDecisionToDoNothingIsADecision() {
        RunId run = open(false).id();
        RebalanceResult nothing = new RebalanceResult(List.of(), List.of(), List.of());
        runs.saveRebalance(run, Stream.of(nothing), Sample.lots());
        assertEquals(Optional.of(nothing), runs.rebalance(run));
    }

    @Test
    void aBrokenDecisionLeavesNothingBehind() {
        RunId run = open(false).id();
        RebalanceResult good = Sample.rebalance(run);
        AccountPlan twice = good.plans().getFirst();
        RebalanceResult broken = new RebalanceResult(List.of(twice, twice), good.orders(), good.verdicts());
        assertThrows(RuntimeException.class, () -> runs.saveRebalance(run, Stream.of(broken), Sample.lots()));
        assertEquals(Optional.empty(), runs.rebalance(run));
        runs.saveRebalance(run, Stream.of(good), Sample.lots());
        assertEquals(Optional.of(good), runs.rebalance(run));
    }
}
