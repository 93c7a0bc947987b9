package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.limits.RuleVersion;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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

    /** All rules of a kind, ordered by name. */
    static List<RuleFile> all(FileSet files, RuleKind kind) {
        return all(files, kind.folder(), kind.ending());
    }

    /** All files of one ending directly in a folder, ordered by name. */
    static List<RuleFile> all(FileSet files, String folder, String ending) {
        return files.files().entrySet().stream()
                .filter(file -> file.getKey().startsWith(folder + "/")
                        && file.getKey().endsWith(ending)
                        && file.getKey().indexOf('/', folder.length() + 1) < 0)
                .map(file -> of(file.getKey(), file.getValue()))
                .toList();
    }

    static RuleFile read(Path root, Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        return of(path, TextFile.bytes(file, "rules/" + path, TextFile.LARGE));
    }

    /** @param path below the rules folder */
    static RuleFile of(String path, byte[] bytes) {
        String base = path.substring(path.lastIndexOf('/') + 1);
        return new RuleFile(
                path,
                new RuleVersion(base.substring(0, base.indexOf('.')), Sha256.shortOf(bytes)),
                Sha256.of(bytes),
                TextFile.text(utf8(bytes, "rules/" + path), "rules/" + path, TextFile.LARGE),
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
