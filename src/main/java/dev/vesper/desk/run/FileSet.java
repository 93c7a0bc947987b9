package dev.vesper.desk.run;

import dev.vesper.basics.Sha256;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files of one folder as they were at one moment: what a run goes by, whatever lies there later. */
public final class FileSet {
    private final SortedMap<String, byte[]> files;
    private final String sha256;

    /** @param files by name; not to be changed afterwards */
    public FileSet(Map<String, byte[]> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.sha256 = Sha256.of(this.files.entrySet().stream()
                .map(file -> file.getKey() + " " + Sha256.of(file.getValue()) + "\n")
                .collect(Collectors.joining()));
    }

    /** Bytes by name. */
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** SHA-256 over their names and bytes, in 64 hexadecimal digits: another where any is another. */
    public String sha256() {
        return sha256;
    }

    /** The first 12 digits of the SHA-256 of each file, by its name. */
    public SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>();
        files.forEach((name, bytes) -> versions.put(name, Sha256.shortOf(bytes)));
        return versions;
    }
}
