package dev.vesper.adapters.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.vesper.basics.Problem;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.RuleHistory;
import dev.vesper.desk.workbench.RulesVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules' history in a real repository, and what somebody could do to it. */
class GitRulesTest {
    private static final Instant NOON = Instant.parse("2018-04-11T12:00:00Z");
    private static final FileSet FIRST =
            files(Map.of("required.txt", "limits/a.dmn\n", "limits/a.dmn", "<a/>", "compliance/b.drl", "rule b"));
    private static final FileSet SECOND =
            files(Map.of("required.txt", "limits/a.dmn\n", "limits/a.dmn", "<a>2</a>", "compliance/b.drl", "rule b"));

    @TempDir
    Path state;

    private GitRules history;

    @BeforeEach
    void open() {
        history = new GitRules(state);
    }

    @AfterEach
    void close() {
        history.close();
    }

    static FileSet files(Map<String, String> texts) {
        return new FileSet(texts.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, text -> text.getValue().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatIsKeptIsReadAgainAfterARestart() {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion second = history.keep(SECOND, first.commit(), "Anna Müller", NOON, "limits/a.dmn: tighter");
        history.close();
        assertEquals(FIRST.sha256(), history.files(first).sha256());
        assertArrayEquals(
                "<a>2</a>".getBytes(StandardCharsets.UTF_8),
                history.files(second).files().get("limits/a.dmn"));
    }

    @Test
    void engineersSeeWhoWroteWhatWithTheToolsTheyKnow() throws IOException {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion second = history.keep(SECOND, first.commit(), "Anna <x@y>\nMüller", NOON, "tighter");
        history.point(RuleHistory.MAIN, first.commit());
        history.point(RuleHistory.draft("D-1"), second.commit());
        try (Repository seen = seen();
                RevWalk walk = new RevWalk(seen)) {
            assertEquals("main", seen.getBranch());
            RevCommit commit = walk.parseCommit(ref(seen, "drafts/D-1").getObjectId());
            assertEquals("tighter", commit.getFullMessage().strip());
            assertEquals(NOON, commit.getAuthorIdent().getWhenAsInstant());
            assertTrue(commit.getAuthorIdent().getName().startsWith("Anna"));
            assertEquals(first.commit(), commit.getParent(0).getName());
        }
        history.drop(RuleHistory.draft("D-1"));
        history.drop(RuleHistory.draft("D-1"));
        try (Repository seen = seen()) {
            assertEquals(null, seen.exactRef("refs/heads/drafts/D-1"));
        }
    }

    @Test
    void keepingTwiceIsKeepingOnce() {
        assertEquals(
                history.keep(FIRST, "", "vesper", NOON, "the folder"),
                history.keep(FIRST, "", "vesper", NOON, "the folder"));
    }

    @Test
    void aForgedCommitIsNotWhatTheStoreNames() {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion forged = history.keep(SECOND, first.commit(), "vesper", NOON, "the folder");
        refused(new RulesVersion(forged.commit(), first.sha256()), "its files have the sum");
        refused(new RulesVersion("0".repeat(40), first.sha256()), "cannot be read");
        refused(new RulesVersion("main", first.sha256()), "cannot be read");
    }

    @Test
    void anEditedLineLeadsNobodyAstray() throws IOException {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion second = history.keep(SECOND, first.commit(), "Eve", NOON, "no limit");
        history.point(RuleHistory.MAIN, first.commit());
        Files.writeString(state.resolve("rules.git/refs/heads/main"), second.commit() + "\n");
        assertEquals(FIRST.sha256(), history.files(first).sha256());
        history.point(RuleHistory.MAIN, first.commit());
        try (Repository seen = seen()) {
            assertEquals(first.commit(), ref(seen, "main").getObjectId().name());
        }
    }

    @Test
    void aLockThatAKilledProcessLeftIsNoObstacle() throws IOException {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion second = history.keep(SECOND, first.commit(), "Anna", NOON, "tighter");
        history.point(RuleHistory.MAIN, first.commit());
        history.close();
        Files.writeString(state.resolve("rules.git/refs/heads/main.lock"), "");
        history.point(RuleHistory.MAIN, second.commit());
        try (Repository seen = seen()) {
            assertEquals(second.commit(), ref(seen, "main").getObjectId().name());
        }
    }

    @Test
    void aRepositoryThatWasHalfMadeIsMadeAnew() throws IOException {
        Files.createDirectories(state.resolve("rules.git.part/objects"));
        Files.writeString(state.resolve("rules.git.part/HEAD"), "ref: refs/heads/x");
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        assertEquals(FIRST.sha256(), history.files(first).sha256());
        assertFalse(Files.exists(state.resolve("rules.git.part")));
    }

    @Test
    void whatIsGoneOrDamagedIsRefusedAndTheRestStays() throws IOException {
        RulesVersion first = history.keep(FIRST, "", "vesper", NOON, "the folder");
        RulesVersion second = history.keep(SECOND, first.commit(), "Anna", NOON, "tighter");
        history.close();
        Path object = state.resolve("rules.git/objects/" + second.commit().substring(0, 2) + "/"
                + second.commit().substring(2));
        Files.delete(object);
        Files.writeString(object, "not what Git writes");
        refused(second, "cannot be read");
        assertEquals(FIRST.sha256(), history.files(first).sha256());
    }

    @Test
    void aTreeWithALinkOrANameThatLeadsOutIsRefused() throws IOException {
        history.keep(FIRST, "", "vesper", NOON, "the folder");
        String sum = FIRST.sha256();
        refused(new RulesVersion(commit("a.dmn", FileMode.SYMLINK), sum), "no plain file");
        refused(new RulesVersion(commit("a.dmn", FileMode.EXECUTABLE_FILE), sum), "no plain file");
        refused(new RulesVersion(commit("..", FileMode.REGULAR_FILE), sum), "cannot be read");
        refused(new RulesVersion(commit("а.dmn", FileMode.REGULAR_FILE), sum), "cannot be read"); // a Cyrillic a
    }

    /** A commit as somebody could make one with tools of their own. */
    private String commit(String name, FileMode mode) throws IOException {
        try (Repository seen = seen();
                ObjectInserter objects = seen.newObjectInserter()) {
            ObjectId blob = objects.insert(Constants.OBJ_BLOB, "/etc/passwd".getBytes(StandardCharsets.UTF_8));
            TreeFormatter tree = new TreeFormatter();
            tree.append(name, mode, blob);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(objects.insert(tree));
            commit.setAuthor(new PersonIdent("vesper", "", NOON, ZoneOffset.UTC));
            commit.setCommitter(commit.getAuthor());
            ObjectId id = objects.insert(commit);
            objects.flush();
            return id.name();
        }
    }

    private void refused(RulesVersion version, String why) {
        Problem refused = assertThrows(Problem.class, () -> history.files(version));
        assertEquals(Problem.Kind.REFUSED, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains(why), refused.getMessage());
    }

    private Repository seen() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(state.resolve("rules.git").toFile())
                .build();
    }

    private static Ref ref(Repository seen, String line) throws IOException {
        return Objects.requireNonNull(seen.exactRef("refs/heads/" + line));
    }
}
