package dev.vesper.desk.rebalance;

import dev.vesper.basics.RunId;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.run.FilesUsed;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The rules that judged runs, whole: the files on disk may be others by the time somebody asks.
 *
 * @param used which versions judged which run
 * @param files hold them; a set is kept once, however many runs it judged
 */
public record KeptRules(RulesUsed used, FilesUsed files) {
    /** A run is about to be judged by these; once more, with others perhaps, where it is judged again after a crash. */
    public void save(RunId run, FileSet rules) {
        files.keep(rules);
        files.pin(run, folder(rules.versions()), rules.sha256());
        used.save(run, rules.versions());
    }

    /** Those that judged it; empty where none did, or its files were not kept, or are not what they were. */
    public Optional<FileSet> of(RunId run) {
        return used.of(run)
                .flatMap(versions -> files.pinned(run, folder(versions))
                        .flatMap(files::find)
                        .filter(set -> set.versions().equals(versions)));
    }

    /** A name of its own for each state of the rules: what is pinned stays. */
    private static String folder(SortedMap<String, String> versions) {
        String all = versions.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("\n"));
        return "rules-" + Sha256.shortened(Sha256.of(all));
    }
}
