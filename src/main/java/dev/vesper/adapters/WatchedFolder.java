package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A folder of the project that people edit while Vesper is up: a change that can be used is for the next run, one that
 * cannot is named while what was there before stays. Several threads may use it.
 *
 * @param <T> what is made of the files
 */
public final class WatchedFolder<T> {
    /**
     * How people are told.
     *
     * @param name of the folder, in the plural, for example {@code rules}
     * @param effect what a change does, for example {@code judge the next run}
     * @param without what does not happen before something can be used, for example {@code no run is judged}
     */
    public record Words(String name, String effect, String without) {}

    private final Words words;
    private final Supplier<T> reader;
    private final Function<T, SortedMap<String, String>> versions;
    private final Beside<T> beside;
    private final FolderState folder;
    /** Replaced as a whole: who asks does not wait for who looks. */
    private volatile State<T> state = new State<>(null, null, Optional.empty());
    /** What was found, and is still to be said to people. */
    private final List<String> unsaid = new ArrayList<>();

    /**
     * What else there is to say of files that can be used.
     *
     * @param unused which of them are not, though they could be read; empty where all are
     * @param outdated whether what was made of them is not what it would be now, though no file changed
     */
    public record Beside<T>(Function<T, Optional<String>> unused, Predicate<T> outdated) {
        static <T> Beside<T> nothing() {
            return new Beside<>(_ -> Optional.empty(), _ -> false);
        }
    }

    private record State<T>(@Nullable T current, @Nullable Problem cause, Optional<String> trouble) {}

    /**
     * Reads the folder. Where it cannot be used, there is nothing current.
     *
     * @param reader reads and checks the files, and throws a {@link Problem} where they cannot be used
     * @param versions a short check sum of each file, by its path
     * @param files the folder, and what else decides how it is read
     */
    public WatchedFolder(
            Words words, Supplier<T> reader, Function<T, SortedMap<String, String>> versions, List<Path> files) {
        this(words, reader, versions, Beside.nothing(), files);
    }

    /** As above, where not all that lies in the folder is used. */
    public WatchedFolder(
            Words words,
            Supplier<T> reader,
            Function<T, SortedMap<String, String>> versions,
            Beside<T> beside,
            List<Path> files) {
        this.words = words;
        this.reader = reader;
        this.versions = versions;
        this.beside = beside;
        this.folder = new FolderState(files);
        look();
    }

    /**
     * Looks, and hands over what there is to say to people, once: which files changed, and what that does.
     *
     * @return empty where nothing changed
     */
    public synchronized Optional<String> look() {
        refresh();
        Optional<String> said = unsaid.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", unsaid));
        unsaid.clear();
        return said;
    }

    /**
     * Looks whether the folder changed since the last time, and reads it where it did, or where what it needs was not
     * there then. For a run that is to go by what lies there now: {@link #look} says later what was found.
     */
    public synchronized void refresh() {
        refreshed().ifPresent(unsaid::add);
    }

    private Optional<String> refreshed() {
        State<T> was = state;
        boolean again = was.cause() != null && was.cause().kind() == Problem.Kind.UNAVAILABLE;
        T before = was.current();
        if (!folder.changed() && !again && (before == null || !beside.outdated().test(before))) {
            return Optional.empty();
        }
        try {
            T read = reader.get();
            Optional<String> unused = beside.unused().apply(read);
            state = new State<>(read, null, unused);
            return unused.isPresent() && !unused.equals(was.trouble())
                    ? unused
                    : said(before, read, was.trouble().isPresent() && unused.isEmpty());
        } catch (Problem invalid) {
            String said = "the " + words.name() + " on disk cannot be used: " + invalid.getMessage()
                    + (before == null
                            ? "; " + words.without() + " before they are mended"
                            : "; those before them stay");
            state = new State<>(before, invalid, Optional.of(said));
            return was.trouble().equals(Optional.of(said)) ? Optional.empty() : Optional.of(said);
        }
    }

    private Optional<String> said(@Nullable T before, T read, boolean mended) {
        if (before == null) {
            return mended ? Optional.of("the " + words.name() + " can be used again") : Optional.empty();
        }
        SortedMap<String, String> changes = changes(versions.apply(before), versions.apply(read));
        if (changes.isEmpty()) {
            return mended ? Optional.of("the " + words.name() + " are as they were before") : Optional.empty();
        }
        return Optional.of(
                "the " + words.name() + " changed and " + words.effect() + ": " + String.join(", ", changes.values()));
    }

    /** Of the folder, for example {@code rules}. */
    public String name() {
        return words.name();
    }

    /** What is wrong with the folder as it lies on disk now, or empty. */
    public Optional<String> trouble() {
        return state.trouble();
    }

    /** Why the folder as it lies on disk now cannot be used, or empty. */
    public Optional<Problem> cause() {
        return Optional.ofNullable(state.cause());
    }

    /** What the next run goes by; empty where nothing could be used since the start. */
    public Optional<T> current() {
        return Optional.ofNullable(state.current());
    }

    /**
     * What the next run goes by.
     *
     * @throws Problem of kind UNAVAILABLE where nothing could be used since the start
     */
    public T standing() {
        State<T> now = state;
        T found = now.current();
        if (found == null) {
            throw Problem.unavailable("Expected " + words.name() + " to go by, but "
                    + now.trouble().orElse("there are none"));
        }
        return found;
    }

    /**
     * Refuses a folder that could not be used since the start.
     *
     * @throws Problem what its reader said, naming the file and line that does not hold
     */
    public void require() {
        State<T> now = state;
        if (now.current() == null && now.cause() != null) {
            throw now.cause();
        }
    }

    private static SortedMap<String, String> changes(SortedMap<String, String> before, SortedMap<String, String> now) {
        SortedMap<String, String> changes = new TreeMap<>();
        now.forEach((path, version) -> {
            if (!before.containsKey(path)) {
                changes.put(path, path + " is new");
            } else if (!version.equals(before.get(path))) {
                changes.put(path, path + " is now " + version);
            }
        });
        before.keySet().stream()
                .filter(path -> !now.containsKey(path))
                .forEach(path -> changes.put(path, path + " is gone"));
        return changes;
    }
}
