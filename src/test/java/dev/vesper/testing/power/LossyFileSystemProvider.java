package dev.vesper.testing.power;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The real files, watched by a {@link LossyDisk}. As {@code -Djava.nio.file.spi.DefaultFileSystemProvider} it stands under a
 * whole program: H2, the journals, the lake and all of our own files go through it; what is written through {@code
 * java.io}, a map or native code does not.
 *
 * <p>{@code power.root}: the folder that is watched. {@code power.cut}: before which force the power goes: what would be left
 * is put into {@code power.left}, and the program halts. {@code power.deaf}: under which name below the root forces are not heard. {@code power.count}: a
 * file that is told at the end how many there were. {@code power.keep}: names under the root that are left as they are.
 */
public final class LossyFileSystemProvider extends FileSystemProvider {
    private final FileSystemProvider real;
    private final LossyFileSystem system;
    private final LossyDisk disk;
    private final long cutBefore;

    /** Under a whole program. */
    public LossyFileSystemProvider(FileSystemProvider real) {
        this(
                real,
                real.getFileSystem(URI.create("file:///")).getPath(System.getProperty("power.root", "/nowhere")),
                Long.getLong("power.cut", Long.MAX_VALUE));
        disk.deafen(System.getProperty("power.deaf", ""));
        String count = System.getProperty("power.count");
        if (count != null) {
            Path file = real.getFileSystem(URI.create("file:///")).getPath(count);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file)));
        }
    }

    private LossyFileSystemProvider(FileSystemProvider real, Path root, long cutBefore) {
        this.real = real;
        this.system = new LossyFileSystem(this, real.getFileSystem(URI.create("file:///")));
        this.disk = new LossyDisk(root);
        this.cutBefore = cutBefore;
    }

    /** Beside the real one: for what is given its paths. */
    public static LossyFileSystemProvider over(Path root) {
        return new LossyFileSystemProvider(root.getFileSystem().provider(), root, Long.MAX_VALUE);
    }

    /** A real path as one of this file system. */
    public Path path(Path path) {
        return system.wrap(path);
    }

    /** What is watched. */
    public LossyDisk disk() {
        return disk;
    }

    private void write(Path file) {
        try {
            Files.writeString(file, Long.toString(disk.forces()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void forced(LossyDisk.Node node, Path at) {
        synchronized (disk) {
            if (disk.forces() + 1 >= cutBefore) {
                cut();
            }
            disk.forced(node, at);
        }
    }

    private void cut() {
        try {
            disk.cut(
                    real.getFileSystem(URI.create("file:///")).getPath(System.getProperty("power.left", "")),
                    List.of(System.getProperty("power.keep", "").split(",")));
            Runtime.getRuntime().halt(99);
        } catch (IOException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(98);
        }
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = LossyPath.real(path);
        FileChannel channel = real.newFileChannel(file, options, attributes);
        if (!disk.watches(file)) {
            return channel;
        }
        LossyDisk.Node node = disk.node(file);
        return new LossyChannel(channel, () -> forced(node, file));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        Path made = LossyPath.real(folder);
        real.createDirectory(made, attributes);
        if (disk.watches(made)) {
            disk.node(made);
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Path file = LossyPath.real(path);
        real.delete(file);
        if (disk.watches(file)) {
            disk.removed(file);
        }
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Path copy = LossyPath.real(target);
        real.copy(LossyPath.real(source), copy, options);
        if (disk.watches(copy)) {
            disk.made(copy);
        }
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = LossyPath.real(source);
        Path to = LossyPath.real(target);
        synchronized (disk) {
            if (disk.watches(from)) {
                disk.node(from);
            }
            real.move(from, to, options);
            if (disk.watches(from) && disk.watches(to)) {
                disk.renamed(from, to);
            } else if (disk.watches(from)) {
                disk.removed(from);
            } else if (disk.watches(to)) {
                disk.made(to);
            }
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> found =
                real.newDirectoryStream(LossyPath.real(folder), path -> filter.accept(system.wrap(path)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> paths = found.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return paths.hasNext();
                    }

                    @Override
                    public Path next() {
                        return system.wrap(paths.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                found.close();
            }
        };
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(LossyPath.real(link), LossyPath.real(target), attributes);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return system.wrap(real.readSymbolicLink(LossyPath.real(link)));
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> settings) throws IOException {
        return real.newFileSystem(uri, settings);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return system.wrap(real.getPath(uri));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return real.isSameFile(LossyPath.real(path), LossyPath.real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(LossyPath.real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(LossyPath.real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(LossyPath.real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(LossyPath.real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(LossyPath.real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(LossyPath.real(path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(LossyPath.real(path), attribute, value, options);
    }
}
