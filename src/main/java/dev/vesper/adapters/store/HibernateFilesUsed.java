package dev.vesper.adapters.store;

import dev.vesper.basics.RunId;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.StatelessSession;

/** The files that runs go by, in {@code kept_file} and {@code run_files}. */
public final class HibernateFilesUsed implements FilesUsed {
    private final Database database;

    public HibernateFilesUsed(Database database) {
        this.database = database;
    }

    @Override
    public void keep(FileSet files) {
        if (find(files.sha256()).isEmpty()) {
            database.change(session -> files.files()
                    .forEach((name, bytes) -> session.upsert(KeptFileRow.of(files.sha256(), name, bytes))));
        }
    }

    @Override
    public Optional<FileSet> find(String sha256) {
        Map<String, byte[]> files = new TreeMap<>();
        database.read(session -> session.createSelectionQuery(
                                "from KeptFileRow f where f.sum = :sum", KeptFileRow.class)
                        .setParameter("sum", sha256)
                        .list())
                .forEach(row -> files.put(row.name, row.content));
        return files.isEmpty() ? Optional.empty() : Optional.of(new FileSet(files));
    }

    @Override
    public String pin(RunId run, String folder, String sha256) {
        return database.write(session -> pinned(session, run, folder).orElseGet(() -> {
            session.insert(RunFilesRow.of(run.value(), folder, sha256));
            return sha256;
        }));
    }

    @Override
    public Optional<String> pinned(RunId run, String folder) {
        return database.read(session -> pinned(session, run, folder));
    }

    private static Optional<String> pinned(StatelessSession session, RunId run, String folder) {
        return session.createSelectionQuery(
                        "from RunFilesRow f where f.runId = :run and f.folder = :folder", RunFilesRow.class)
                .setParameter("run", run.value())
                .setParameter("folder", folder)
                .uniqueResultOptional()
                .map(row -> row.sum);
    }
}
