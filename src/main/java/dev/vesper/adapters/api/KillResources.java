package dev.vesper.adapters.api;

import dev.vesper.basics.RunId;
import dev.vesper.desk.killswitch.KillRecord;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.execution.killswitch.KillKind;
import java.util.List;

/** The kill switches, over HTTP. */
public final class KillResources {
    /** All of them. */
    public record All() {}

    /** What is to be stopped, and why. */
    public record Press(KillKind kind, @Otherwise("") String name, String reason) {}

    /** Which switch, and why it may be released. */
    public record Release(String id, String reason) {}

    /** Which run, and why it does not wait any more. */
    public record GiveUp(RunId run, String reason) {}

    public static final Resource<All, List<KillRecord>> ALL_SWITCHES = Resource.get(
            "/api/v1/kill-switches",
            "Every kill switch that was ever pressed, newest first.",
            All.class,
            Answers.list(KillRecord.class),
            (operations, _) -> operations.kills().all());

    public static final Resource<All, List<KillRecord>> ON = Resource.get(
            "/api/v1/kill-switches/on",
            "The kill switches that stop something now, oldest first.",
            All.class,
            Answers.list(KillRecord.class),
            (operations, _) -> operations.kills().on());

    public static final Resource<Press, KillRecord> PRESS = Resource.post(
            "/api/v1/kill-switches",
            "Stops the child orders of an account, a strategy, a venue, or all: once it is answered none of them leaves.",
            Press.class,
            Answers.one(KillRecord.class),
            (operations, q) -> operations.kills().press(q.kind(), q.name(), q.reason()));

    public static final Resource<Release, KillRecord> RELEASE = Resource.post(
            "/api/v1/kill-switches/{id}/release",
            "Asks that it may be sent again; another person agrees by answering the task that this raises.",
            Release.class,
            Answers.one(KillRecord.class),
            (operations, q) -> operations.kills().release(q.id(), q.reason()));

    public static final Resource<GiveUp, RunRecord> GIVE_UP = Resource.post(
            "/api/v1/runs/{run}/give-up-rest",
            "Lets a run go on to its close without what kill switches stop, which stays unfilled.",
            GiveUp.class,
            Answers.one(RunRecord.class),
            (operations, q) -> operations.kills().giveUpRest(q.run(), q.reason()));

    static final List<Resource<?, ?>> ALL = List.of(ALL_SWITCHES, ON, PRESS, RELEASE, GIVE_UP);

    private KillResources() {}
}
