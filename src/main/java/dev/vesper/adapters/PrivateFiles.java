package dev.vesper.adapters;

import dev.vesper.basics.Problem;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files that their owner alone may read: a state folder holds positions, orders and the names of clients. What this process
 * makes from the moment it keeps something there is private whoever in it makes it: the process engine, the database, the
 * journals (umask(2)); what lay there before is made private once.
 */
public final class PrivateFiles {
    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";
    private static final int OWNER_ALONE = 0077;
    private static final int NOT_ASKED = -1;

    /** The mask before it was tightened. */
    private static int before = NOT_ASKED;

    private PrivateFiles() {}

    /**
     * Writes a file in the place of the one before: nobody else could read it at any moment.
     *
     * @throws IOException where it cannot be written; the one before is gone then
     */
    public static void replace(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
        Files.writeString(file, text);
    }

    /**
     * Makes a folder private, and all that this process makes from now on.
     *
     * @param folder made where it is missing; one that holds other people's things and nothing of Vesper's keeps its own mode
     * @param mark a file that shows that a folder is Vesper's, for example {@code lock}
     */
    public static void keep(Path folder, String mark) {
        tighten();
        try {
            boolean empty = !Files.exists(folder) || isEmpty(folder);
            Files.createDirectories(folder);
            if ((empty || Files.exists(folder.resolve(mark))) && open(folder)) {
                makePrivate(folder);
            }
        } catch (IOException e) {
            throw Problem.unavailable(
                    "Expected the state folder " + folder + " to be its owner's alone, but " + e
                            + "; maybe it belongs to somebody else",
                    e);
        }
    }

    /** Gives a result that a person asked for the mode it would have had. */
    public static void share(Path result) throws IOException {
        if (before == NOT_ASKED || !posix(result)) {
            return;
        }
        Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
        mode.addAll(PosixFilePermissions.fromString(FILE));
        if ((before & 0040) == 0) {
            mode.add(PosixFilePermission.GROUP_READ);
        }
        if ((before & 0004) == 0) {
            mode.add(PosixFilePermission.OTHERS_READ);
        }
        Files.setPosixFilePermissions(result, mode);
    }

    private static synchronized void tighten() {
        if (before == NOT_ASKED) {
            @Nullable Integer mask = umask();
            before = mask == null ? NOT_ASKED : mask;
        }
    }

    /** Answers the mask before; null where the system knows none. */
    @SuppressWarnings("restricted") // native access is what it is about
    private static @Nullable Integer umask() {
        Linker linker = Linker.nativeLinker();
        try {
            MethodHandle umask = linker.downcallHandle(
                    linker.defaultLookup().find("umask").orElseThrow(),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            return (int) umask.invokeExact(OWNER_ALONE);
        } catch (Throwable notHere) {
            return null; // not a POSIX system, or native access is forbidden: the folder's mode must do
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    private static boolean open(Path folder) throws IOException {
        return posix(folder)
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))
                        .equals(FOLDER);
    }

    private static boolean posix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    /** Once for a folder of an older Vesper; links are left alone. */
    private static void makePrivate(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(p -> !Files.isSymbolicLink(p))
                    .sorted(java.util.Comparator.reverseOrder())
                    .toList()) {
                boolean runs = Files.isDirectory(path) || Files.isExecutable(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? FOLDER : FILE));
            }
        }
    }
}
