package dev.vesper.adapters.history;

import dev.vesper.adapters.Disk;
import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RuleHistory;
import dev.vesper.desk.workbench.RuleNames;
import dev.vesper.desk.workbench.RulesVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules' history as a bare Git repository, {@code rules.git} in the state folder; it is opened when it is first needed.
 * Each version is a commit whose tree is the rules folder. Several threads may use it.
 *
 * <p>Git's own sums prove nothing here, for whoever may write the folder may write them: what is read has the sum that the
 * store names, or is refused. The names of lines are for people: nothing is read by them.
 */
public final class GitRules implements RuleHistory, AutoCloseable {
    /** Below the state folder. */
    public static final String FOLDER = "rules.git";

    private static final Logger LOG = LoggerFactory.getLogger(GitRules.class);

    /** Bytes of the largest file that is read. */
    private static final int LARGEST = 64 * 1024 * 1024;

    /** Entries of the largest tree that is read, folders counted. */
    private static final int MOST_ENTRIES = 2_100;

    private static final int DEEPEST = 3;

    private final Path folder;
    private @Nullable Repository open;

    /** @param state the state folder */
    public GitRules(Path state) {
        this.folder = state.resolve(FOLDER);
    }

    @Override
    public synchronized RulesVersion keep(FileSet files, String parent, String author, Instant at, String message) {
        RuleNames.require(files);
        try (ObjectInserter objects = repository().newObjectInserter()) {
            DirCache tree = DirCache.newInCore();
            DirCacheBuilder entries = tree.builder();
            Set<String> written = new TreeSet<>();
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                DirCacheEntry entry = new DirCacheEntry(file.getKey());
                entry.setFileMode(FileMode.REGULAR_FILE);
                ObjectId id = objects.insert(Constants.OBJ_BLOB, file.getValue());
                entry.setObjectId(id);
                written.add(id.name());
                entries.add(entry);
            }
            entries.finish();
            CommitBuilder commit = new CommitBuilder();
            ObjectId root = tree.writeTree(objects);
            commit.setTreeId(root);
            if (!parent.isEmpty()) {
                commit.setParentId(ObjectId.fromString(parent));
            }
            commit.setAuthor(new PersonIdent(author, "", at, ZoneOffset.UTC));
            commit.setCommitter(new PersonIdent("vesper", "", at, ZoneOffset.UTC));
            commit.setMessage(message + "\n");
            ObjectId id = objects.insert(commit);
            objects.flush();
            written.add(id.name());
            written.addAll(trees(root));
            force(written);
            return new RulesVersion(id.name(), files.sha256());
        } catch (IOException e) {
            throw notTaken(e);
        }
    }

    /** The trees of one state. */
    private Set<String> trees(ObjectId root) throws IOException {
        Set<String> trees = new TreeSet<>(Set.of(root.name()));
        try (TreeWalk walk = new TreeWalk(repository())) {
            walk.addTree(root);
            while (walk.next()) {
                if (walk.isSubtree()) {
                    trees.add(walk.getObjectId(0).name());
                    walk.enterSubtree();
                }
            }
        }
        return trees;
    }

    /** Git forces the bytes of what it writes; their names are forced here. */
    private void force(Set<String> objects) throws IOException {
        Set<Path> folders = new TreeSet<>();
        for (String object : objects) {
            folders.add(folder.resolve("objects").resolve(object.substring(0, 2)));
        }
        for (Path one : folders) {
            if (Files.isDirectory(one)) {
                Disk.forceNames(one);
            }
        }
        Disk.forceNames(folder.resolve("objects"));
    }

    @Override
    public synchronized FileSet files(RulesVersion version) {
        FileSet files;
        try (ObjectReader objects = repository().newObjectReader();
                RevWalk commits = new RevWalk(objects)) {
            files = read(
                    objects,
                    commits.parseCommit(ObjectId.fromString(version.commit())).getTree());
        } catch (IOException | LargeObjectException | IllegalArgumentException e) {
            throw altered(version, "it cannot be read: " + e.getMessage());
        }
        if (!files.sha256().equals(version.sha256())) {
            throw altered(version, "its files have the sum " + files.sha256());
        }
        return files;
    }

    private FileSet read(ObjectReader objects, ObjectId tree) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (TreeWalk walk = new TreeWalk(objects)) {
            walk.addTree(tree);
            for (int entries = 1; walk.next(); entries++) {
                if (entries > MOST_ENTRIES) {
                    throw new IOException("it has more than " + MOST_ENTRIES + " entries");
                }
                if (walk.isSubtree() && walk.getDepth() < DEEPEST) {
                    walk.enterSubtree();
                } else if (walk.getFileMode(0).equals(FileMode.REGULAR_FILE)) {
                    files.put(
                            walk.getPathString(),
                            objects.open(walk.getObjectId(0), Constants.OBJ_BLOB)
                                    .getCachedBytes(LARGEST));
                } else {
                    throw new IOException(walk.getPathString() + " is no plain file");
                }
            }
        }
        FileSet set = new FileSet(files);
        try {
            RuleNames.require(set);
        } catch (Problem named) {
            throw new IOException(named.getMessage(), named);
        }
        return set;
    }

    @Override
    public synchronized void point(String line, String commit) {
        try {
            ObjectId target = ObjectId.fromString(commit);
            RefUpdate update = repository().updateRef(Constants.R_HEADS + line);
            if (!target.equals(update.getOldObjectId())) {
                update.setNewObjectId(target);
                update.disableRefLog();
                said(line, update.forceUpdate());
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The line {} of rules.git could not be moved to {}: {}", line, commit, e.getMessage());
        }
    }

    @Override
    public synchronized void drop(String line) {
        try {
            if (repository().exactRef(Constants.R_HEADS + line) != null) {
                RefUpdate update = repository().updateRef(Constants.R_HEADS + line);
                update.setForceUpdate(true);
                update.disableRefLog();
                said(line, update.delete());
            }
        } catch (IOException e) {
            LOG.warn("The line {} of rules.git could not be taken away: {}", line, e.getMessage());
        }
    }

    private static void said(String line, RefUpdate.Result result) {
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
            default -> LOG.warn("The line {} of rules.git could not be moved: {}", line, result);
        }
    }

    private Repository repository() throws IOException {
        if (open == null) {
            OwnSettings.use();
            open = Files.exists(folder) ? opened() : made();
        }
        return open;
    }

    private Repository opened() throws IOException {
        forget();
        return builder(folder).build();
    }

    /** Made beside its place: a crash leaves none, or a whole one. */
    private Repository made() throws IOException {
        Path part = folder.resolveSibling(FOLDER + ".part");
        clear(part);
        try (Repository made = builder(part).build()) {
            made.create(/* bare= */ true);
            made.getConfig().setBoolean("core", null, "fsyncObjectFiles", true);
            made.getConfig().setBoolean("core", null, "fsyncRefFiles", true);
            made.getConfig().setInt("gc", null, "auto", 0); // what nothing names yet may be named after a crash
            made.getConfig().save();
        }
        Disk.forceAll(part);
        Disk.move(part, folder);
        return builder(folder).build();
    }

    private static FileRepositoryBuilder builder(Path at) {
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.setGitDir(at.toFile());
            builder.setBare();
            builder.setInitialBranch(MAIN);
            return builder;
        } catch (org.eclipse.jgit.api.errors.InvalidRefNameException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes away what a process that was killed while it moved a line left. */
    private void forget() throws IOException {
        Path lines = folder.resolve("refs");
        if (Files.isDirectory(lines)) {
            try (Stream<Path> all = Files.walk(lines)) {
                for (Path lock :
                        all.filter(path -> path.toString().endsWith(".lock")).toList()) {
                    Files.delete(lock);
                }
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path :
                        all.sorted((one, other) -> other.compareTo(one)).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static Problem altered(RulesVersion version, String why) {
        return Problem.refused("Expected version " + version.brief() + " of the rules in " + FOLDER + " (commit "
                + version.commit() + ") as the store names it, but " + why
                + "; put the state folder's " + FOLDER + " back from its last copy");
    }

    private Problem notTaken(IOException e) {
        return Problem.unavailable(
                "Expected to keep the rules in " + folder + ", but " + e
                        + "; maybe the disk is full, or the folder belongs to somebody else",
                e);
    }

    @Override
    public synchronized void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
