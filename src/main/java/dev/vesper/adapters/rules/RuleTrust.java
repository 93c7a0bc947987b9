package dev.vesper.adapters.rules;

import dev.vesper.adapters.WholeFile;
import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Place;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import dev.vesper.basics.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which DRL an engineer has read: DRL is code and may do whatever Vesper may, so a file is compiled only where its SHA-256
 * is on a list that those who edit {@code rules/} do not write. There are two: the one that is delivered inside the program,
 * and the state folder's, to which {@code ./vesper rules trust FILE} appends.
 */
public final class RuleTrust {
    /** The state folder's list: {@code <SHA-256>  <file>  by <name> at <time>}, one a line. */
    public static final String LIST = "trusted-rules.txt";

    private static final String DELIVERED = "delivered-rules.txt";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  \\S.*");
    private static final int HASH = 64;

    /** Who trusts it, by hash. */
    private final Map<String, String> trusted;

    private RuleTrust(Map<String, String> trusted) {
        this.trusted = Map.copyOf(trusted);
    }

    /** What is delivered with the program, and nothing else. */
    public static RuleTrust delivered() {
        Map<String, String> trusted = new LinkedHashMap<>();
        try (InputStream in = RuleTrust.class.getResourceAsStream(DELIVERED)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + DELIVERED + " inside the program, but it is not there");
            }
            add(trusted, new String(in.readAllBytes(), StandardCharsets.UTF_8), DELIVERED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RuleTrust(trusted);
    }

    /**
     * What is delivered, and what the state folder's list adds.
     *
     * @throws Problem of kind INPUT where a line of the list is none
     */
    public static RuleTrust of(Path state) {
        Map<String, String> trusted = new LinkedHashMap<>(delivered().trusted);
        Path list = state.resolve(LIST);
        if (Files.exists(list)) {
            add(trusted, TextFile.text(list), list.toString());
        }
        return new RuleTrust(trusted);
    }

    /** Where the state folder's list is. */
    static Path list(Path state) {
        return state.resolve(LIST);
    }

    private static void add(Map<String, String> trusted, String text, String name) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!LINE.matcher(line).matches()) {
                throw Problem.input(
                        Place.of(name, i + 1),
                        "Expected a SHA-256 of 64 hexadecimal digits, two spaces and a file, but the line says \""
                                + line + "\"");
            }
            trusted.put(line.substring(0, HASH), line.substring(HASH + 2));
        }
    }

    /**
     * Lets a file through that is trusted.
     *
     * @throws Problem of kind REFUSED that says what to do
     */
    void require(RuleFile file) {
        if (!trusted.containsKey(file.sha256())) {
            throw Problem.refused("rules/" + file.path()
                    + ": Expected code that an engineer trusts, but nobody has signed this version (SHA-256 "
                    + file.sha256() + "). DRL is code and can do whatever Vesper can: have an engineer read it, then"
                    + " ./vesper rules trust rules/" + file.path());
        }
    }

    /**
     * Which version of a file it is: its SHA-256.
     *
     * @throws Problem of kind INPUT where it is no DRL
     */
    public static String version(Path file) {
        String name = TextFile.nameOf(file);
        if (!name.endsWith(RuleKind.COMPLIANCE.ending())) {
            throw Problem.input(
                    Place.of(file.toString()),
                    "Expected a *" + RuleKind.COMPLIANCE.ending()
                            + " file, which is code, but this is none; tables need no trust, they run no code");
        }
        if (!Files.isRegularFile(file)) {
            throw Problem.input(Place.of(file.toString()), "Expected a file, but there is none");
        }
        try {
            byte[] read = Files.readAllBytes(file);
            TextFile.text(read, name);
            return Sha256.of(read);
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + file + ", but " + e.getMessage(), e);
        }
    }

    /**
     * Puts a version of a file on the state folder's list.
     *
     * @param by the engineer who has read it
     * @return the line that was added
     * @throws Problem of kind UNAVAILABLE where the list cannot be written
     */
    public static String trust(Path state, String name, String version, String by, Instant at) {
        try {
            String line = version + "  " + Visible.line(name) + "  by " + by + " at " + at;
            Path list = state.resolve(LIST);
            String before = Files.exists(list) ? Files.readString(list) : "";
            WholeFile.write(
                    list,
                    out -> out.write((before + line + "\n").getBytes(StandardCharsets.UTF_8)),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return line;
        } catch (IOException e) {
            throw Problem.unavailable("Expected to read " + state.resolve(LIST) + ", but " + e.getMessage(), e);
        }
    }
}
