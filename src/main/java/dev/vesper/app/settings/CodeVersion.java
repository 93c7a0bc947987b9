package dev.vesper.app.settings;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Sha256;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Names the code by what it is: the version and the first 12 hex digits of the jar's SHA-256. */
public final class CodeVersion {
    private static final String VERSION = "0.1.0";

    private CodeVersion() {}

    public static String text() {
        try {
            Path code = Path.of(CodeVersion.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (!Files.isRegularFile(code)) {
                return VERSION + "+classes";
            }
            return VERSION + "+" + Sha256.shortOf(Files.readAllBytes(code));
        } catch (IOException | URISyntaxException e) {
            throw Problem.unavailable("Expected to read the program's own jar, but " + e.getMessage(), e);
        }
    }
}
