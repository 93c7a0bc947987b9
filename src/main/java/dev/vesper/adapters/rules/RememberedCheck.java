package dev.vesper.adapters.rules;

import dev.vesper.adapters.text.TextFile;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.run.FileSet;
import dev.vesper.desk.workbench.Finding;
import dev.vesper.desk.workbench.RuleCheck;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says again what was said of the same files: a change is looked at by whoever opens its page, proposes it, agrees and
 * activates it, and compiling all rules takes a second. Several threads may ask.
 */
public final class RememberedCheck implements RuleCheck {
    private static final int KEPT = 8;

    private final RuleCheck check;
    private final Path state;
    private final Map<String, List<Finding>> said = new LinkedHashMap<>();

    /**
     * Remembers nothing yet.
     *
     * @param state where {@code ./vesper rules trust} keeps its list: with another list, another thing may be said
     */
    public RememberedCheck(RuleCheck check, Path state) {
        this.check = check;
        this.state = state;
    }

    @Override
    public List<Finding> of(FileSet before, FileSet files) {
        String key = before.sha256() + files.sha256() + trusted();
        synchronized (said) {
            List<Finding> known = said.get(key);
            if (known != null) {
                return known;
            }
        }
        List<Finding> found = List.copyOf(check.of(before, files));
        synchronized (said) {
            said.put(key, found);
            if (said.size() > KEPT) {
                said.remove(said.keySet().iterator().next());
            }
        }
        return found;
    }

    private String trusted() {
        Path list = RuleTrust.list(state);
        return Files.exists(list) ? Sha256.of(TextFile.bytes(list, TextFile.nameOf(list))) : "";
    }
}
