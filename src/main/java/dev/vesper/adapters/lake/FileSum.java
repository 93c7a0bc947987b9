package dev.vesper.adapters.lake;

import dev.vesper.basics.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The check sum of a file or of a stream that is copied, whatever its size. */
final class FileSum {
    private static final int BUFFER_BYTES = 1 << 16;

    private FileSum() {}

    static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return whileCopied(in, OutputStream.nullOutputStream());
        }
    }

    /** Copies all of a stream and answers with the check sum of what was copied. */
    static String whileCopied(InputStream in, OutputStream out) throws IOException {
        Sha256 sum = new Sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            sum.add(buffer, n);
            out.write(buffer, 0, n);
        }
        return sum.hex();
    }
}
