package dev.vesper.adapters.processes;

import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskDesk;
import dev.vesper.desk.run.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/** A desk for tests: stages and answers to tasks that a test sets, and a diary of what happened. */
final class DayInTest implements TaskDesk, DayListener {
    private static final List<String> NAMES =
            List.of("check-data", "close-refused", "execute-orders", "rebalance", "report", "settle-approval");

    final List<String> diary = new CopyOnWriteArrayList<>();
    final Map<String, Function<RunId, Map<String, Object>>> stages = new ConcurrentHashMap<>();
    /** Answers by task kind; a kind without one waits. */
    final Map<String, String> decisions = new ConcurrentHashMap<>();

    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    final BlockingQueue<String> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    DayInTest() {
        for (var name :
                List.of("check-data", "rebalance", "settle-approval", "execute-orders", "report", "close-refused")) {
            stages.put(name, run -> Map.of());
        }
        stages.put("check-data", run -> Map.of("dataVerdict", "clean"));
        stages.put("settle-approval", run -> Map.of("approval", approval()));
        decisions.put("propose-trades", "approve");
        decisions.put("approve-trades", "approve");
    }

    private String approval() {
        return "approve".equals(decisions.get("propose-trades")) && "approve".equals(decisions.get("approve-trades"))
                ? "approved"
                : "rejected";
    }

    List<Stage> stages() {
        return stages(() -> this);
    }

    /** Stages that do what the day of the moment says, so that one engine can serve many tests. */
    static List<Stage> stages(Supplier<DayInTest> current) {
        var list = new ArrayList<Stage>();
        for (var name : NAMES) {
            list.add(new Stage() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public Map<String, Object> run(RunId run) {
                    var day = current.get();
                    var answer = day.stages.get(name).apply(run);
                    day.diary.add(name);
                    return answer;
                }
            });
        }
        return list;
    }

    @Override
    public Optional<Map<String, Object>> ask(RunId run, String kind) {
        if (!diary.contains("ask " + kind)) {
            diary.add("ask " + kind);
            asked.add(kind);
        }
        return Optional.ofNullable(decisions.get(kind)).map(decision -> Map.of("decision", decision));
    }

    @Override
    public void stageRefused(RunId run, String stage, Problem why) {
        diary.add(stage + " refused");
    }

    @Override
    public void stageFailed(RunId run, String stage, Throwable why, int retriesLeft) {
        failures.add(stage + " " + retriesLeft + " " + why.getMessage());
    }

    @Override
    public void reminded(RunId run, String about) {
        diary.add("reminded of " + about);
    }

    @Override
    public void dayEnded(RunId run, boolean refused) {
        ends.add(run + (refused ? " refused" : " done"));
    }

    String end() throws InterruptedException {
        return ends.poll(60, TimeUnit.SECONDS);
    }
}
