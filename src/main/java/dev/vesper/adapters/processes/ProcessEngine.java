package dev.vesper.adapters.processes;

import dev.vesper.adapters.WatchedFolder;
import dev.vesper.approvals.DrawnStep;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.desk.approval.UserTasks;
import dev.vesper.desk.run.EntryPoints;
import dev.vesper.desk.run.FilesUsed;
import dev.vesper.desk.run.InstanceKeys;
import dev.vesper.desk.run.Stage;
import dev.vesper.desk.workbench.ProposalWay;
import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The processes on Zeebe: in this JVM, or on a cluster where the settings hold an address. Opening starts
 * or connects it and deploys the processes; {@link #work} gives it hands.
 */
public final class ProcessEngine implements AutoCloseable {
    /** Between two jobs an engine needs milliseconds; one of our own, which tells of its incidents, may be on a busy machine. */
    private static final Duration SILENT_AT_MOST = Duration.ofSeconds(15);

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(3);

    private final ProcessSettings settings;
    private final @Nullable EmbeddedEngine embedded;
    private final ZeebeClient client;
    private final CommandRetry retry;
    private final KnownWork known;
    private final DeployedProcesses deployed;
    private final WatchedProcesses files;
    private final @Nullable ClockMark clock;
    private volatile @Nullable ProcessSets processes;
    private volatile @Nullable Workers workers;

    private ProcessEngine(
            ProcessSettings settings, KnownWork known, @Nullable EmbeddedEngine embedded, ZeebeClient client) {
        this.settings = settings;
        this.known = known;
        this.embedded = embedded;
        this.client = client;
        this.clock = embedded == null ? null : ClockMark.of(settings.folder(), settings.clock());
        this.retry = new CommandRetry(settings.timeout());
        this.deployed = new DeployedProcesses(client, retry, embedded == null);
        this.files = new WatchedProcesses(settings.processes(), known, deployed);
    }

    /**
     * Looks at the process files without starting anything, as {@link #open} does again.
     *
     * @throws Problem INPUT where a file cannot be read, or asks for what nobody serves
     */
    public static void check(ProcessSettings settings, KnownWork known) {
        ProcessFiles.read(settings.processes(), known);
    }

    /**
     * Starts or connects the engine and deploys every process but the scheduled one. Where a file of the folder cannot be
     * used, runs that began earlier go on by the files they began with, and none is begun: {@link #files} says so.
     *
     * @param known what the processes may ask for
     * @throws Problem UNAVAILABLE where the folder is in use, the disk is full or nobody answers
     */
    public static ProcessEngine open(ProcessSettings settings, KnownWork known) {
        var embedded = settings.cluster().isPresent() ? null : EmbeddedEngine.start(settings);
        try {
            var client = embedded == null
                    ? Gateway.connect(settings.cluster().orElseThrow(), settings.timeout())
                    : Gateway.connect(embedded.channel(), settings.timeout());
            try {
                return new ProcessEngine(settings, known, embedded, client);
            } catch (RuntimeException | Error e) {
                client.close();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e;
        }
    }

    /**
     * Opens the workers: from now on jobs are done, also those of days that were under way.
     *
     * @param used keeps the files that runs go by
     * @param stages by job type; each may be called again after a crash
     * @return the workers: closed before what they work with, and at the latest with the engine
     */
    public Workers work(
            InstanceKeys keys,
            FilesUsed used,
            List<Stage> stages,
            UserTasks tasks,
            DayListener listener,
            Optional<MeterRegistry> meters) {
        return work(keys, used, EntryPoints.NONE, stages, tasks, listener, meters);
    }

    /**
     * The same, where people may move tokens.
     *
     * @param entries where instances take up their work
     */
    public synchronized Workers work(
            InstanceKeys keys,
            FilesUsed used,
            EntryPoints entries,
            List<Stage> stages,
            UserTasks tasks,
            DayListener listener,
            Optional<MeterRegistry> meters) {
        if (workers != null) {
            throw new IllegalStateException("Expected the workers to be opened once, but they are open");
        }
        var sets = new ProcessSets(files, deployed, used, known);
        processes = sets;
        var silence = new Silence(embedded == null ? SILENT_AT_MOST : SILENT_AT_MOST.multipliedBy(4), System::nanoTime);
        var opened = new Workers(
                client,
                retry,
                new DayInstances(client, retry, keys, sets, silence, clock != null && clock.putBack()),
                deployed,
                silence,
                listener,
                new JobMeters(meters));
        workers = opened;
        if (embedded != null && embedded.isNew()) {
            keys.forget();
            embedded.known();
        }
        if (clock != null) {
            opened.keepTime(clock); // before the first loan
        }
        opened.open(stages, tasks, entries);
        if (embedded != null) {
            opened.watchDisk(settings.folder(), settings.stopBelowMb());
            opened.hear(embedded);
        }
        opened.watchSilence();
        return opened;
    }

    /** Starts a day; twice is once. */
    public void start(RunId run) {
        working().days().start(run);
    }

    /** Brings a run on that has not ended, from wherever a crash, a failure or a lost engine left it. */
    public void resume(RunId run) {
        working().days().resume(run);
    }

    /** Brings a run on whose token was moved: a new instance takes it up there. */
    public void takeUp(RunId run) {
        working().days().takeUp(run);
    }

    /** Works no more for a run that is closed: its instance ends. */
    public void letGo(RunId run) {
        working().days().letGo(run);
    }

    /**
     * Deploys the scheduled day with the firm's hour and answers its occasions.
     *
     * @param cron six fields with seconds, as in firm.yaml; local time of the engine's machine
     */
    public void schedule(String cron, DayOpener opener) {
        working().schedule(opener);
        files.schedule(cron);
    }

    /**
     * Deploys the process by which rules change, and works it. {@link #beginChanges} gives proposals their instances.
     *
     * @throws Problem INPUT where it is not there
     */
    public void changes(ProposalWay way) {
        files.changes();
        working().changes(way);
    }

    /** Gives each proposal that is on its way an instance; twice is once. */
    public void beginChanges() {
        working().beginChanges();
    }

    /** The folder of process files, for whoever looks whether it changed. */
    public WatchedFolder<?> files() {
        return files.folder();
    }

    /** The steps in which people approve by the processes of a run, in the order of their numbers. */
    public List<DrawnStep> approvalSteps(RunId run) {
        return of(run).approvals();
    }

    /** The processes that a run goes by, by process id. */
    public SortedMap<String, ProcessVersion> versions(RunId run) {
        return deployed.versions(of(run).day().sha256());
    }

    /** The processes that the next run goes by, by process id. */
    public SortedMap<String, ProcessVersion> versions() {
        return deployed.versions(files.standing().day().sha256());
    }

    private ProcessFiles of(RunId run) {
        var sum = working().days().requirePinned(run);
        return Objects.requireNonNull(processes).find(sum).orElseThrow();
    }

    /** What keeps the engine from answering, or empty where it answers. */
    public Optional<String> trouble() {
        try {
            client.newTopologyRequest().requestTimeout(ANSWERS_WITHIN).send().join();
            return Optional.empty();
        } catch (ClientException e) {
            return Optional.of("Expected the process engine to answer, but " + e.getMessage());
        }
    }

    private Workers working() {
        var opened = workers;
        if (opened == null) {
            throw new IllegalStateException("Expected work() to be called before, but it was not");
        }
        return opened;
    }

    /** Lets the jobs go, then the client, then the engine, in under a second. */
    @Override
    public void close() {
        try {
            if (workers != null) {
                workers.close();
            }
            client.close();
        } finally {
            if (embedded != null) {
                embedded.close();
            }
        }
    }
}
