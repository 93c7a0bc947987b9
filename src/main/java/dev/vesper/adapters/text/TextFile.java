package dev.vesper.adapters.text;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens a text file that someone else wrote: plain or gzip, and nothing but a regular file. */
public final class TextFile {
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_BYTES = 4 << 20;

    /** Bytes, and characters, of a file that people edit with a tool: a table of some ten thousand rows. */
    public static final int LARGE = 16 << 20;

    private static final int MOST_FIRST_BYTES = 8;

    private static final String MARKUP =
            "it is a web page or XML, perhaps one that says why there is no file; look at it in a browser";

    private TextFile() {}

    /**
     * The one of several names that exists in a folder, or null where none does.
     *
     * @throws Problem where two of them exist, or where a link leads out of the folder
     */
    public static @Nullable Path find(Path folder, String... names) {
        Path found = null;
        for (String name : names) {
            Path file = folder.resolve(name).normalize();
            if (Files.exists(file) || Files.isSymbolicLink(file)) {
                if (found != null) {
                    throw Problem.input(
                            Place.of(name),
                            "Expected one of " + found.getFileName() + " and " + name
                                    + ", but both are there; remove the one that is out of date");
                }
                mustStayInside(folder, file, name);
                found = file;
            }
        }
        return found;
    }

    /**
     * Refuses a file or folder that leads out of a folder, or nowhere.
     *
     * @throws Problem of kind INPUT, naming it
     */
    public static void mustStayInside(Path folder, Path file, String name) {
        try {
            Path real = file.toRealPath();
            if (!real.startsWith(folder.toRealPath())) {
                throw Problem.input(
                        Place.of(name),
                        "Expected a file inside " + folder + ", but it is a link to " + real
                                + "; copy the file into the folder");
            }
        } catch (IOException broken) {
            throw Problem.input(Place.of(name), "Expected a file, but it is a link that leads nowhere or in a circle");
        }
    }

    /** A reader of checked UTF-8 text; its problems name the file by its last part. */
    public static Reader open(Path file) throws IOException {
        return new GuardedReader(unpacked(file), nameOf(file), packedBytes(file));
    }

    /** The bytes of a text file, unpacked where it is gzip; what they say is not looked at. */
    static InputStream unpacked(Path file) throws IOException {
        String name = nameOf(file);
        mustBeAFile(file, name);
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            refuseForeign(raw, name);
            if (!packed(file)) {
                return raw;
            }
            InputStream text = new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16);
            refuseWithin(text, name);
            return text;
        } catch (ZipException | EOFException damaged) {
            raw.close();
            throw damaged(name, damaged);
        } catch (IOException | RuntimeException failed) {
            raw.close();
            throw failed;
        }
    }

    /** Size of a compressed file on disk, 0 of a plain one. */
    static long packedBytes(Path file) throws IOException {
        return packed(file) ? Files.size(file) : 0;
    }

    private static boolean packed(Path file) {
        return nameOf(file).endsWith(".gz");
    }

    /** All of a small text file, opened as {@link #open} does; a YAML file larger than this is a mistake. */
    public static String text(Path file) {
        try (Reader in = open(file)) {
            return text(in, nameOf(file));
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    /**
     * All bytes of a small file that is no link, device or pipe; its problems begin with the name.
     *
     * @throws Problem of kind INPUT where it is larger than any text that people edit
     */
    public static byte[] bytes(Path file, String name) {
        return bytes(file, name, MOST_BYTES);
    }

    /**
     * All bytes of a file that is no link, device or pipe; its problems begin with the name.
     *
     * @param most bytes that such a file may have
     * @throws Problem of kind INPUT where it is larger
     */
    public static byte[] bytes(Path file, String name, int most) {
        mustBeAFile(file, name);
        if (Files.isSymbolicLink(file)) {
            mustStayInside(Objects.requireNonNull(file.toAbsolutePath().getParent()), file, name);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw Problem.input(
                        Place.of(name),
                        "Expected at most " + most + " bytes, but there are more; maybe it is another file");
            }
            return bytes;
        } catch (IOException failed) {
            throw unreadable(file, failed);
        }
    }

    private static void mustBeAFile(Path file, String name) {
        if (!Files.exists(file)) {
            throw Problem.input(
                    Place.of(name),
                    Files.isSymbolicLink(file)
                            ? "Expected a file, but it is a link that leads nowhere or in a circle"
                            : "Expected a file, but " + file.toAbsolutePath() + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.input(Place.of(name), "Expected a regular file, but it is a folder or a device");
        }
        if (!Files.isReadable(file)) {
            throw Problem.input(Place.of(name), "Expected a file we may read, but its permissions forbid it");
        }
    }

    /** The bytes of a small text file as text, with the same guards; its problems begin with the name. */
    public static String text(byte[] bytes, String name) {
        return text(bytes, name, MOST_CHARACTERS);
    }

    /** The same of a file that may have so many characters. */
    public static String text(byte[] bytes, String name, int most) {
        try (Reader in = new GuardedReader(new ByteArrayInputStream(bytes), name, 0)) {
            return text(in, name, most);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(Reader in, String name) throws IOException {
        return text(in, name, MOST_CHARACTERS);
    }

    private static String text(Reader in, String name, int most) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[1 << 14];
        for (int n = in.read(buffer); n >= 0 && text.length() <= most; n = in.read(buffer)) {
            text.append(buffer, 0, n);
        }
        if (text.length() > most) {
            throw Problem.input(
                    Place.of(name),
                    "Expected at most " + most + " characters, but there are more; maybe it is another file");
        }
        return text.toString();
    }

    /** What a file can be instead of text, by its first bytes, and what to do then. */
    private enum Foreign {
        ZIP("it is a zip or a spreadsheet; save it as CSV in UTF-8", 'P', 'K', 3, 4),
        EMPTY_ZIP("it is a zip or a spreadsheet; save it as CSV in UTF-8", 'P', 'K', 5, 6),
        BZIP2("it is compressed by bzip2; unpack it, or compress it by gzip", 'B', 'Z', 'h'),
        XZ("it is compressed by xz; unpack it, or compress it by gzip", 0xFD, '7', 'z', 'X', 'Z', 0),
        ZSTD("it is compressed by zstd; unpack it, or compress it by gzip", 0x28, 0xB5, 0x2F, 0xFD),
        PARQUET("it is Parquet; save it as CSV in UTF-8", 'P', 'A', 'R', '1'),
        EXCEL("it is an old spreadsheet; save it as CSV in UTF-8", 0xD0, 0xCF, 0x11, 0xE0),
        PDF("it is a PDF; save the table as CSV in UTF-8", '%', 'P', 'D', 'F', '-'),
        PAGE(MARKUP, '<', '!', 'D', 'O', 'C'),
        SMALL_PAGE(MARKUP, '<', '!', 'd', 'o', 'c'),
        BARE_PAGE(MARKUP, '<', 'h', 't', 'm', 'l');

        private final String what;
        private final String beginning;

        Foreign(String what, int... beginning) {
            this.what = what;
            this.beginning = new String(beginning, 0, beginning.length);
        }

        private boolean begins(byte[] first) {
            boolean same = first.length >= beginning.length();
            for (int i = 0; same && i < beginning.length(); i++) {
                same = (first[i] & 0xFF) == beginning.charAt(i);
            }
            return same;
        }
    }

    /** Recognises by the first bytes what is not what its name says. */
    private static void refuseForeign(InputStream raw, String name) throws IOException {
        byte[] first = firstBytes(raw);
        if (first.length == 0) {
            throw Problem.input(Place.of(name), "Expected a table, but the file is empty");
        }
        refuseKnown(first, name, "");
        if (gzip(first) && !name.endsWith(".gz")) {
            throw Problem.input(Place.of(name), "Expected text, but it is compressed; name it " + name + ".gz");
        }
        if (!gzip(first) && name.endsWith(".gz")) {
            throw Problem.input(Place.of(name), "Expected gzip, but the first bytes are not gzip's; maybe it is plain");
        }
    }

    /** What came out of a gzip file must be text: people compress twice, or give a zip the name. */
    private static void refuseWithin(InputStream text, String name) throws IOException {
        byte[] first = firstBytes(text);
        if (gzip(first)) {
            throw Problem.input(
                    Place.of(name), "Expected text inside the gzip file, but it is gzip again; unpack it once");
        }
        refuseKnown(first, name, " inside the gzip file");
    }

    private static void refuseKnown(byte[] first, String name, String where) {
        for (Foreign foreign : Foreign.values()) {
            if (foreign.begins(first)) {
                throw Problem.input(Place.of(name), "Expected text" + where + ", but " + foreign.what);
            }
        }
    }

    private static byte[] firstBytes(InputStream in) throws IOException {
        in.mark(MOST_FIRST_BYTES);
        byte[] first = in.readNBytes(MOST_FIRST_BYTES);
        in.reset();
        return first;
    }

    private static boolean gzip(byte[] first) {
        return first.length >= 2 && (first[0] & 0xFF) == 0x1F && (first[1] & 0xFF) == 0x8B;
    }

    /** What a failed read means to the user. */
    static Problem unreadable(Path file, IOException failed) {
        if (failed instanceof ZipException || failed instanceof EOFException) {
            return damaged(nameOf(file), failed);
        }
        return Problem.unavailable("Expected to read " + file + ", but " + failed.getMessage(), failed);
    }

    private static Problem damaged(String name, IOException failed) {
        return Problem.input(
                Place.of(name),
                "Expected a whole gzip file, but it is damaged or cut off (" + failed.getMessage()
                        + "); copy it again");
    }

    public static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
