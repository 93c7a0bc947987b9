package dev.vesper.adapters.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.vesper.adapters.Disk;
import dev.vesper.adapters.GroupForce;
import dev.vesper.adapters.LockFile;
import dev.vesper.basics.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's database, H2 or PostgreSQL: migrated when it is opened, mapped by Hibernate when it is first used. Safe
 * for many threads. Closing it is quick and may be left out: what was committed stays.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    /** Transactions that write at the same time, beside the one that appends to the audit; most of their time they wait for the disk. */
    static final int AT_ONCE = 6;
    /** Those that only read: they wait for nobody, and none waits for those that write. */
    private static final int READ_AT_ONCE = 8;
    /** Connections for what transactions read in their midst, for the force, and for the one that appends to the audit. */
    private static final int BESIDE = 4;

    private static final int PATIENCE_MILLIS = 15_000;

    private final DatabaseSettings settings;
    private final Optional<LockFile> lock;
    private final HikariDataSource pool;
    private final GroupForce disk;
    /** Of those that nest in no other: one that reads in the midst of another never waits for a third to end. */
    private final Semaphore writing = new Semaphore(AT_ONCE, true);

    private final Semaphore reading = new Semaphore(READ_AT_ONCE, true);
    private final Semaphore chaining = new Semaphore(1, true);

    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    private final LongAdder read = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder forced = new LongAdder();

    /** Of who reads several things at one go. */
    private final ThreadLocal<Optional<StatelessSession>> looking = ThreadLocal.withInitial(Optional::empty);

    private volatile Runnable committed = () -> {};

    private @Nullable SessionFactory sessions;

    private Database(DatabaseSettings settings, Optional<LockFile> lock, HikariDataSource pool) {
        this.settings = settings;
        this.lock = lock;
        this.pool = pool;
        this.disk = new GroupForce(() -> {
            if (settings.isH2()) { // PostgreSQL does it by itself
                force(settings, pool);
                forced.increment();
            }
        });
    }

    /**
     * Opens the database and brings its schema up to the migrations.
     *
     * @throws Problem of kind UNAVAILABLE where it is held by another process, does not answer, refuses the password, or
     *     was made by other migrations
     */
    public static Database open(DatabaseSettings settings) {
        Optional<LockFile> lock = settings.file().map(Database::lock);
        try {
            DatabaseSettings opened = H2Password.given(settings);
            makeWhole(opened);
            return open(opened, lock);
        } catch (RuntimeException | Error e) {
            lock.ifPresent(LockFile::close);
            throw e;
        }
    }

    /** H2 ties the checks of a table to the connection that made it, until the file is opened the next time. */
    private static Database open(DatabaseSettings settings, Optional<LockFile> lock) {
        HikariDataSource pool = connect(settings);
        try {
            if (migrate(settings, pool) && settings.file().isPresent()) {
                pool.close();
                pool = connect(settings);
            }
            Database database = new Database(settings, lock, pool);
            database.guard();
            database.disk.writtenAndForced();
            LOG.debug("opened {}", settings.shown());
            return database;
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** H2 keeps two processes apart too, but does not say who the other one is. */
    private static LockFile lock(Path file) {
        return LockFile.take(
                file.resolveSibling(file.getFileName() + ".lock"),
                "the database file " + file,
                "use another database (VESPER_DB_URL=...) or state folder (VESPER_VAR=...)");
    }

    /** Builds the mapping now, so that the first use does not wait for it. */
    public void warm() {
        sessions();
    }

    /** Runs work in one transaction: all of it is kept, or none. It is on the disk when this returns. */
    <T extends @Nullable Object> T write(Function<StatelessSession, T> work) {
        written.increment();
        T answer = transaction(writing, work);
        disk.writtenAndForced();
        committed.run();
        return answer;
    }

    /** The same, for what is appended to the audit: nobody who writes anything else keeps it waiting. */
    <T extends @Nullable Object> T writeChain(Function<StatelessSession, T> work) {
        written.increment();
        T answer = transaction(chaining, work);
        disk.writtenAndForced();
        committed.run();
        return answer;
    }

    private <T extends @Nullable Object> T transaction(Semaphore turn, Function<StatelessSession, T> work) {
        int around = depth.get();
        if (around == 0) {
            await(turn);
        }
        depth.set(around + 1);
        try {
            return sessions().fromStatelessTransaction(work);
        } catch (RuntimeException e) {
            throw told(e);
        } finally {
            if (around == 0) {
                depth.remove();
                turn.release();
            } else {
                depth.set(around);
            }
        }
    }

    private RuntimeException told(RuntimeException e) {
        return DatabaseProblem.lost(settings, e)
                .map(RuntimeException.class::cast)
                .orElse(e);
    }

    /**
     * Waits for a connection that is free. A transaction that reads in its own midst needs a second one: were they all taken by
     * such, each would wait for another.
     */
    private void await(Semaphore turn) {
        boolean ours;
        try {
            ours = turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to wait for " + settings.shown() + ", but was interrupted", e);
        }
        if (!ours) {
            throw Problem.unavailable("Expected one of the transactions of " + settings.shown() + " to end within "
                    + PATIENCE_MILLIS / 1_000 + " s, but none did; try again");
        }
    }

    /**
     * From now on somebody is told of every transaction of this process that may have written, once it is on the disk; what other
     * processes write nobody is told.
     *
     * @param told by whoever wrote: it takes no time and throws nothing
     */
    public void whenCommitted(Runnable told) {
        committed = told;
    }

    /** Runs work that answers nothing in one transaction. */
    void change(Consumer<StatelessSession> work) {
        write(session -> {
            work.accept(session);
            return true;
        });
    }

    /** Reads on one connection. */
    <T extends @Nullable Object> T read(Function<StatelessSession, T> work) {
        Optional<StatelessSession> shared = looking.get();
        if (shared.isEmpty()) {
            read.increment();
            return transaction(reading, work);
        }
        looking.remove(); // what is read in the midst of this has a connection of its own, as its rows may still come
        try {
            return work.apply(shared.get());
        } catch (RuntimeException e) {
            throw told(e);
        } finally {
            looking.set(shared);
        }
    }

    /** Whatever this thread reads meanwhile, one after the other, it reads on one connection in one transaction. */
    <T extends @Nullable Object> T readAtOneGo(Supplier<T> reads) {
        if (looking.get().isPresent()) {
            return reads.get();
        }
        read.increment();
        return transaction(reading, session -> {
            looking.set(Optional.of(session));
            try {
                return reads.get();
            } finally {
                looking.remove();
            }
        });
    }

    /** How many transactions only read since it was opened. */
    public long reads() {
        return read.sum();
    }

    /** How many may have written. */
    public long writes() {
        return written.sum();
    }

    /** How often it was forced to the disk, which transactions share. */
    public long forces() {
        return forced.sum();
    }

    /** H2 hands its writes to the operating system unless it is told more. */
    private static void force(DatabaseSettings settings, HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute("checkpoint sync");
        } catch (SQLException e) {
            throw DatabaseProblem.lost(settings, e)
                    .orElseGet(() -> Problem.unavailable(
                            "Expected to force " + settings.shown() + " to the disk, but " + rootMessage(e), e));
        }
    }

    /** Puts the triggers of the tables that are only appended to back where they are missing. */
    void guard() {
        AppendOnly.guard(pool);
    }

    DatabaseSettings settings() {
        return settings;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (sessions != null) {
                sessions.close();
            }
        }
        pool.close();
        lock.ifPresent(LockFile::close);
    }

    private synchronized SessionFactory sessions() {
        if (sessions == null) {
            sessions = Mapping.sessionFactory(pool, settings);
        }
        return sessions;
    }

    /**
     * Makes a new H2 file under another name and gives it its own when the whole schema is in: H2 commits every statement
     * of a migration by itself, so a kill in between would leave half a schema that no start could mend.
     */
    private static void makeWhole(DatabaseSettings settings) {
        Path file = settings.home().resolve("vesper.mv.db").toAbsolutePath().normalize();
        String name = file.toString().replaceFirst("\\.mv\\.db$", "");
        if (!settings.jdbcUrl().startsWith("jdbc:h2:file:" + name + ";") || Files.exists(file)) {
            return;
        }
        requireUnused(settings, file);
        Path making = file.resolveSibling("making.mv.db");
        String url = settings.jdbcUrl().replace(name + ";", name.replaceFirst("vesper$", "making") + ";");
        DatabaseSettings fresh =
                new DatabaseSettings(url, settings.user(), settings.password(), settings.migrations(), settings.home());
        try {
            Disk.makeFolder(settings.home());
            Files.deleteIfExists(making);
            try (HikariDataSource pool = connect(fresh)) {
                migrate(fresh, pool);
            }
            Disk.force(making);
            Disk.move(making, file);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to make " + file + ", but " + e + "; maybe the disk is full", e);
        }
    }

    /** A file that is gone is not made again where the anchor vouches for rows: runs would get a second life by their ids. */
    private static void requireUnused(DatabaseSettings settings, Path file) {
        AuditAnchor anchor = new AuditAnchor(settings.home());
        anchor.read().filter(held -> held.kept().sequence() > 0).ifPresent(held -> {
            throw Problem.unavailable("Expected the database file " + file + ", whose audit log has "
                    + held.kept().sequence() + " rows by " + anchor.file()
                    + ", but it is gone; put it back from a backup together with the lake, the venues and the runs of the"
                    + " same moment, or begin anew in another state folder (VESPER_VAR=...)");
        });
    }

    private static HikariDataSource connect(DatabaseSettings settings) {
        if (!settings.isH2() && !settings.isPostgres()) {
            throw Problem.usage(
                    "Expected VESPER_DB_URL to begin with jdbc:h2: or jdbc:postgresql:, but got " + settings.shown());
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(AT_ONCE + READ_AT_ONCE + BESIDE);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(1); // one try: the message matters more than patience
        if (settings.isH2()) {
            // without it H2 writes every result of more than some thousand rows to the disk before it hands over the
            // first
            config.setConnectionInitSql("set lazy_query_execution true");
        }
        if (settings.isPostgres()) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("ApplicationName", "vesper");
        }
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw DatabaseProblem.opening(settings, e)
                    .orElseGet(() ->
                            Problem.unavailable("Expected to open " + settings.shown() + ", but " + rootMessage(e), e));
        }
    }

    /** Words that migrations hold in the place of what one engine alone is told: {@code ${on_postgresql}} begins such a line. */
    static Map<String, String> words(DatabaseSettings settings) {
        return Map.of("on_postgresql", settings.isPostgres() ? "" : "-- ");
    }

    /** Answers whether there was anything to do. */
    private static boolean migrate(DatabaseSettings settings, HikariDataSource pool) {
        if (!Files.isDirectory(settings.migrations())) {
            throw Problem.unavailable("Expected the schema's migrations in "
                    + settings.migrations().toAbsolutePath() + ", but there is no such folder");
        }
        try {
            int applied = Flyway.configure()
                    .dataSource(pool)
                    .loggers("slf4j")
                    .locations("filesystem:" + settings.migrations().toAbsolutePath())
                    .failOnMissingLocations(true)
                    .placeholders(words(settings))
                    .validateMigrationNaming(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            return applied > 0;
        } catch (FlywayValidateException e) {
            throw Problem.unavailable(
                    "Expected the schema of " + settings.shown() + " to come from " + settings.migrations()
                            + ", but it does not: " + rootMessage(e).strip()
                            + "; maybe an applied migration was edited: put it back and add a new one",
                    e);
        } catch (FlywayException e) {
            throw DatabaseProblem.opening(settings, e)
                    .orElseGet(() -> Problem.unavailable(
                            "Expected to bring " + settings.shown() + " up to the migrations of "
                                    + settings.migrations() + ", but " + rootMessage(e),
                            e));
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            root = t;
        }
        return String.valueOf(root.getMessage());
    }
}
