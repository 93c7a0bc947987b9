package dev.vesper.adapters.processes;

import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.TaskKind;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.run.EntryPoints;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.run.StageResult;
import dev.vesper.desk.workbench.ProposalWay;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.camunda.zeebe.client.api.worker.JobWorker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One worker for each job type of the processes; once closed, they take no more and nothing is left under their hands. */
public final class Workers implements AutoCloseable {
    private static final Duration DISK_CHECK = Duration.ofSeconds(1);
    private static final Duration SILENCE_CHECK = Duration.ofSeconds(1);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);
    private static final Set<String> OURS =
            Set.of(Words.BEGIN_DAY, Words.END_DAY, Words.OPEN_RUN, Words.REMIND, Words.USER_TASK, Words.ACTIVATE_RULES);

    private final ZeebeClient client;
    private final CommandRetry retry;
    private final DayListener listener;
    private final JobMeters meters;
    private final DayInstances days;
    private final Admission admission;
    private final JobLeases jobs;
    private final Silence silence;
    private final DeployedProcesses deployed;
    private volatile Optional<DiskWatch> disk = Optional.empty();
    private volatile Optional<ChangeWork> changes = Optional.empty();
    private static final Duration CLOCK_KEPT = Duration.ofSeconds(1);

    /** The job types that are worked here; the schedule's as well, which another instance may open. */
    private final Set<String> served = ConcurrentHashMap.newKeySet();

    private final List<JobWorker> open = new CopyOnWriteArrayList<>();

    Workers(
            ZeebeClient client,
            CommandRetry retry,
            DayInstances days,
            DeployedProcesses deployed,
            Silence silence,
            DayListener listener,
            JobMeters meters) {
        this.client = client;
        this.retry = retry;
        this.listener = listener;
        this.meters = meters;
        this.days = days;
        this.deployed = deployed;
        this.admission = new Admission(days, deployed);
        this.silence = silence;
        this.jobs = new JobLeases(client, retry, silence, listener);
    }

    DayInstances days() {
        return days;
    }

    void open(List<Stage> stages, UserTasks tasks, EntryPoints entries) {
        jobs.renewRegularly();
        var moves = new TokenMoves(client, retry, entries, days, admission, listener);
        var day = new DayJobs(days, admission, moves, listener);
        worker(Words.BEGIN_DAY, day::beginDay);
        worker(Words.END_DAY, day::endDay);
        worker(Words.REMIND, day::remind);
        var ofDays = moves.before(new TaskWork(tasks, days, admission, listener, jobs, meters));
        worker(Words.USER_TASK, job -> {
            if (!job.process().equals(Words.CHANGE_PROCESS)) {
                ofDays.on(job);
            } else if (changes.isPresent()) { // else it waits for a Vesper that is up
                changes.get().check(job);
            }
        });
        var flights = new SingleFlight<StageResult>();
        served.addAll(OURS);
        for (var stage : stages) {
            if (!served.add(stage.name().job())) {
                throw new IllegalArgumentException(
                        "Expected stages of different names, but \"" + stage.name() + "\" is taken");
            }
            worker(stage.name().job(), moves.before(new StageWork(stage, days, admission, listener, flights, meters)));
        }
    }

    /** Hears the embedded engine's incidents, and its jobs of types that nobody here works. */
    void hear(EmbeddedEngine engine) {
        engine.listen(new EngineNews(days, listener, served::contains));
    }

    /** Says so where nothing is heard of a run any more: all that a cluster lets us see, and what an engine cannot tell of itself. */
    void watchSilence() {
        jobs.every(SILENCE_CHECK, () -> silence.silent().forEach(this::silent));
    }

    private void silent(RunId run) {
        if (disk.map(DiskWatch::low).orElse(false) || !answers()) {
            silence.expect(run); // it is the engine that is silent, and that is said elsewhere
            return;
        }
        var instance = days.find(run);
        days.stuck(run); // before it is told: a resume must find it
        if (instance.isPresent() && !instance.get().stuck()) {
            listener.standsStill(
                    run,
                    "Expected the process engine to go on with run " + run
                            + ", but it has handed out no work of it for "
                            + silence.patience().toSeconds()
                            + " s; maybe there is an incident, a job of a type that nobody"
                            + " works, somebody cancelled its instance, or the engine's timers stand still; a cluster's own"
                            + " tools tell which");
        }
    }

    private boolean answers() {
        try {
            client.newTopologyRequest().requestTimeout(ANSWERS_WITHIN).send().join();
            return true;
        } catch (ClientException e) {
            return false;
        }
    }

    void schedule(DayOpener opener) {
        worker(Words.OPEN_RUN, job -> {
            opener.open(job.instance())
                    .ifPresentOrElse(
                            run -> job.complete(Map.of(Words.RUN_ID, run.value(), Words.ROOT_KEY, job.instance())),
                            () -> days.cancel(job.instance()));
        });
    }

    /** Works the changes of the rules from now on. */
    void changes(ProposalWay way) {
        var work = new ChangeWork(way, client, retry, deployed, jobs, days::cancel, System::nanoTime);
        changes = Optional.of(work);
        worker(Words.ACTIVATE_RULES, work::activate);
        worker(Words.EXPIRE_PROPOSAL, work::expire);
    }

    /** Gives each proposal that is on its way an instance. */
    void beginChanges() {
        changes.ifPresent(ChangeWork::begin);
    }

    /** Says so once when the disk gets too full for the engine, which then hands out nothing. */
    void watchDisk(Path folder, long stopBelowMb) {
        var watch = new DiskWatch(folder, () -> DiskSpace.freeMb(folder), stopBelowMb, listener);
        disk = Optional.of(watch);
        jobs.every(DISK_CHECK, watch::look);
    }

    /** Keeps the latest time that the engine has seen, as often as loans are renewed. */
    void keepTime(ClockMark clock) {
        clock.write();
        jobs.every(CLOCK_KEPT, clock::write);
    }

    private void worker(String type, JobLeases.Work work) {
        if (type.equals(Words.USER_TASK)) {
            Arrays.stream(TaskKind.values())
                    .map(TaskKind::word)
                    .forEach(meters::declare); // each is counted by its kind
        } else {
            meters.declare(type);
        }
        open.add(client.newWorker()
                .jobType(type)
                .handler((_, job) -> jobs.take(job, work))
                .timeout(JobLeases.LOAN)
                .name("vesper")
                .maxJobsActive(16)
                .pollInterval(Duration.ofMillis(100))
                .fetchVariables(
                        Words.RUN_ID,
                        Words.ATTEMPT,
                        Words.DAY_KEY,
                        Words.ROOT_KEY,
                        Words.MOVE_TO,
                        Words.DRAFT,
                        Words.PROPOSAL)
                .open());
    }

    @Override
    public void close() {
        open.forEach(JobWorker::close);
        jobs.close(); // twice is once
    }
}
