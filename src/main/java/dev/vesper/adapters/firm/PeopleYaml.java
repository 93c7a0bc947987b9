package dev.vesper.adapters.firm;

import dev.vesper.adapters.text.YamlBlock;
import dev.vesper.approvals.People;
import dev.vesper.approvals.PersonName;
import dev.vesper.basics.Problem;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The people of firm.yaml: a list of names below each group. */
final class PeopleYaml {
    /** As candidate groups of processes and groups of tables are written. */
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]*");

    private PeopleYaml() {}

    static People read(YamlBlock root) {
        if (!root.has("people")) {
            return People.UNKNOWN;
        }
        YamlBlock block = root.block("people");
        if (block.keys().isEmpty()) {
            throw Problem.input(
                    root.place("people"),
                    "Expected groups with their people below people:, but there are none; leave the key out where no group"
                            + " is to be checked");
        }
        SortedMap<String, List<String>> byGroup = new TreeMap<>();
        for (String group : block.keys()) {
            if (!GROUP.matcher(group).matches()) {
                throw Problem.input(
                        block.place(group),
                        "Expected a group in lower case, like checkers or risk-officers, but got \"" + group + "\"");
            }
            List<String> names = block.texts(group);
            if (names.isEmpty()) {
                throw Problem.input(
                        block.place(group),
                        "Expected the people of the group " + group
                                + ", like [anna, ben], but there are none; whoever is"
                                + " asked for it could never answer");
            }
            for (String name : names) {
                PersonName.refusal(name).ifPresent(refused -> {
                    throw Problem.input(block.place(group), refused.message());
                });
            }
            byGroup.put(group, names);
        }
        return new People(byGroup);
    }
}
