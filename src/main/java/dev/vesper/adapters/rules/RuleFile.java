package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.RuleVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One file of the rules folder as it was read.
 *
 * @param path relative to the rules folder, with forward slashes, for example {@code limits/position-weight.dmn}
 * @param rule its name, which is the file's without its ending, and the first 12 hex digits of the SHA-256 of its bytes
 * @param sha256 of its bytes, 64 hex digits
 * @param text its content, UTF-8
 * @param kept its bytes as they lay on disk, by its path
 */
record RuleFile(String path, RuleVersion rule, String sha256, String text, FileSet kept) {

    /** Reads all rules of a kind, ordered by name; a folder that is missing is refused. */
    static List<RuleFile> readAll(Path root, RuleKind kind) {
        return readAll(root, kind.folder(), kind.ending());
    }

    /** Reads all files of one ending in a folder, ordered by name; a folder that is missing is refused. */
    static List<RuleFile> readAll(Path root, String folder, String ending) {
        Path directory = root.resolve(folder);
        if (!Files.isDirectory(directory)) {
            throw Problem.input(
                    Place.of(directory.toString()),
                    "Expected a folder of *" + ending + " files, but there is none; maybe the rules folder is another");
        }
        List<Path> found;
        try (Stream<Path> listed = Files.list(directory)) {
            found = listed.filter(p -> p.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw Problem.unavailable("Expected to list " + directory + ", but " + e.getMessage(), e);
        }
        List<RuleFile> files = new ArrayList<>();
        for (Path file : found) {
            files.add(read(root, file));
        }
        return files;
    }

    static RuleFile read(Path root, Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return of(path, TextFile.bytes(file, "rules/" + path));
    }

    /** All rules of a kind among files, ordered by name. */
    static List<RuleFile> among(FileSet files, RuleKind kind) {
        return files.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(kind.folder() + "/")
                        && file.getKey().endsWith(kind.ending())
                        && file.getKey().indexOf('/') == file.getKey().lastIndexOf('/'))
                .map(file -> of(file.getKey(), file.getValue()))
                .toList();
    }

    /** @param path relative to the rules folder */
    static RuleFile of(String path, byte[] bytes) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        return new RuleFile(
                path,
                new RuleVersion(base.substring(0, base.indexOf('.')), Sha256.shortOf(bytes)),
                Sha256.of(bytes),
                TextFile.text(utf8(bytes, "rules/" + path), "rules/" + path),
                new FileSet(Map.of(path, bytes)));
    }

    /** XML may be UTF-16, which begins with a byte order mark or with an angle bracket of two bytes. */
    private static byte[] utf8(byte[] bytes, String name) {
        if (!name.endsWith(RuleKind.LIMIT.ending()) || bytes.length < 2) {
            return bytes;
        }
        int begin = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        Charset charset = switch (begin) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
        if (charset.equals(StandardCharsets.UTF_8)) {
            return bytes;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException broken) {
            throw Problem.input(
                    Place.of(name), "Expected UTF-16, as the file begins, but it goes on otherwise; save it as UTF-8");
        }
    }

    Problem problem(int line, String message) {
        return Problem.input(Place.of("rules/" + path, line), message);
    }
}
