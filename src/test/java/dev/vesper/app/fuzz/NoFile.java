package dev.vesper.app.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can lie where a file belongs. */
enum NoFile {
    NOTHING {
        @Override
        void make(Path path) {
            // the file is gone
        }
    },
    FOLDER {
        @Override
        void make(Path path) throws IOException {
            Files.createDirectory(path);
        }
    },
    LINK_TO_A_DEVICE {
        @Override
        void make(Path path) throws IOException {
            Files.createSymbolicLink(path, Path.of("/dev/zero"));
        }
    },
    LINK_OUTSIDE {
        @Override
        void make(Path path) throws IOException {
            Files.createSymbolicLink(path, Path.of("/etc/passwd"));
        }
    },
    LINK_TO_ITSELF {
        @Override
        void make(Path path) throws IOException {
            Files.createSymbolicLink(path, path);
        }
    },
    LINK_TO_NOTHING {
        @Override
        void make(Path path) throws IOException {
            Files.createSymbolicLink(path, Path.of("not-there"));
        }
    },
    PIPE {
        @Override
        void make(Path path) throws IOException {
            try {
                new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    },
    EMPTY {
        @Override
        void make(Path path) throws IOException {
            Files.createFile(path);
        }
    };

    abstract void make(Path path) throws IOException;

    void put(Path path) {
        try {
            Sandbox.delete(path);
            make(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
