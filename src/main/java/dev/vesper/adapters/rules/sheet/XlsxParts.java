package dev.vesper.adapters.rules.sheet;

import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a workbook, unpacked within bounds; what runs, or reaches outside, is refused by its part's name. */
final class XlsxParts {
    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_UNPACKED = 192 << 20;
    private static final int MOST_PARTS = 500;
    private static final int PIECE = 1 << 16;
    private static final int OLE = 0xD0CF11E0;

    /** What a part's name has in it, and what it is. */
    private static final Map<String, String> REFUSED = Map.of(
            "vbaproject", "macros",
            "macrosheets", "macros",
            "dialogsheets", "dialogs",
            "activex", "controls that run code",
            "externallinks", "links to other workbooks",
            "embeddings", "files within the file",
            "connections.xml", "connections to a database or the web",
            "querytables", "a query to a database or the web",
            "customui", "commands of its own",
            "webextensions", "extensions from the web");

    private final Map<String, byte[]> parts = new HashMap<>();

    /**
     * Unpacks a workbook.
     *
     * @param faults takes each part that is refused
     * @throws Problem of kind INPUT where it is none, or larger than any table
     */
    XlsxParts(String name, byte[] bytes, List<SheetFault> faults) {
        beginning(name, bytes);
        Set<String> seen = new HashSet<>();
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String part = entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
                if (!seen.add(part) || seen.size() > MOST_PARTS) {
                    throw Problem.input(
                            Place.of(name),
                            "Expected at most " + MOST_PARTS + " parts, each once, but there are more, or \"" + part
                                    + "\" is there twice");
                }
                byte[] content = content(zip, name, part, MOST_UNPACKED - unpacked);
                unpacked += content.length;
                Optional<String> what = REFUSED.entrySet().stream()
                        .filter(refused -> part.contains(refused.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (what.isPresent()) {
                    SheetGrid.fault(
                            faults,
                            name + ":" + part,
                            "Expected rows and nothing more, but there are " + what.get()
                                    + "; copy the values into an empty workbook");
                }
                if (part.startsWith("xl/") || part.startsWith("[content_types]")) {
                    parts.put(part, content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a whole workbook, but it is damaged or cut off (" + broken.getMessage() + ")");
        }
        if (!parts.containsKey("xl/workbook.xml")) {
            throw Problem.input(
                    Place.of(name),
                    "Expected a workbook (*.xlsx), but it is another kind of zip"
                            + (parts.isEmpty() ? "" : " (*.xlsb?)") + "; save it as \"Excel Workbook (*.xlsx)\"");
        }
    }

    private static void beginning(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw Problem.input(
                    Place.of(name), "Expected at most " + MOST_BYTES + " bytes, but there are " + bytes.length);
        }
        boolean zip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        if (!zip) {
            int first =
                    bytes.length < Integer.BYTES ? 0 : ByteBuffer.wrap(bytes).getInt();
            throw Problem.input(
                    Place.of(name),
                    "Expected a workbook (*.xlsx), but "
                            + (first == OLE
                                    ? "it is an old one (*.xls) or has a password; save it as *.xlsx without one"
                                    : "its first bytes are not those of one"));
        }
    }

    private static byte[] content(ZipInputStream zip, String name, String part, long most) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int n = zip.read(piece); n >= 0; n = zip.read(piece)) {
            content.write(piece, 0, n);
            if (content.size() > most) {
                throw Problem.input(
                        Place.of(name),
                        "Expected at most " + MOST_UNPACKED + " bytes when unpacked, but \"" + part
                                + "\" has more; maybe it is made to fill a disk");
            }
        }
        return content.toByteArray();
    }

    Optional<byte[]> find(String part) {
        return Optional.ofNullable(parts.get(part.toLowerCase(Locale.ROOT)));
    }
}
