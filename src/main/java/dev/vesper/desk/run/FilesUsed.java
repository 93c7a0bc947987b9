package dev.vesper.desk.run;

import dev.vesper.basics.RunId;
import java.util.Optional;

/** Which files of the project's folders runs go by, kept whole: those on disk may be others, or broken, by then. */
public interface FilesUsed {
    /** Keeps files, durable on return; keeping them twice is keeping them once. */
    void keep(FileSet files);

    /**
     * Files that were kept.
     *
     * @param sha256 of the whole set
     */
    Optional<FileSet> find(String sha256);

    /**
     * Says by which files of a folder a run goes, where nothing was said before.
     *
     * @param folder for example {@code routes}
     * @return the sum of those it goes by: the given one, or the one that was said before
     */
    String pin(RunId run, String folder, String sha256);

    /** The sum of the files of a folder by which a run goes; empty where nothing was said. */
    Optional<String> pinned(RunId run, String folder);
}
