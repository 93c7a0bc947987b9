package dev.vesper.adapters.console;

import dev.vesper.basics.Numbers;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.desk.workbench.ActiveVersion;
import dev.vesper.desk.workbench.editing.RuleLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Every rule that judges orders, or that a draft holds; changes of them, and the versions that judged. */
public final class RulesPage implements Page {
    static final String WORD = "rules";
    private static final String TABLE = ".dmn";

    /** Changes that are over, and versions, that are shown. */
    private static final int SHOWN = 20;

    /**
     * What the template shows.
     *
     * @param draft whose rules they are; empty of what judges orders
     * @param altered what in the folder on disk is not what judges, a few words a file
     * @param changes drafts and proposals that people go on with, newest first
     * @param past those that judge, did, or were given up, newest first
     * @param versions that judge and judged, newest first
     * @param edits whether whoever looks may write drafts here
     * @param writes whether they may begin a table here, in the draft that is looked at too
     */
    public record Model(
            String draft,
            List<Line> rules,
            List<String> altered,
            List<RuleDraftLine> changes,
            List<RuleDraftLine> past,
            List<Version> versions,
            boolean edits,
            boolean writes) {}

    /**
     * One version that judges, or did.
     *
     * @param draft the change that made it so; may be empty
     */
    public record Version(
            int number,
            String version,
            String since,
            String by,
            String draft,
            String href,
            boolean urgent,
            boolean judges) {}

    /**
     * One rule.
     *
     * @param href where its table or its code is shown; empty of what is neither
     * @param since when it came to judge; empty where that is not known
     * @param trouble why it cannot be read; empty where it can
     */
    public record Line(
            String name,
            String href,
            String kind,
            String version,
            int rows,
            String says,
            String since,
            String trouble) {}

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String title() {
        return "Rules";
    }

    @Override
    public String help() {
        return "rule-tables";
    }

    @Override
    public Model model(Operations operations, Asked asked) {
        asked.only(List.of("draft"));
        String draft = asked.query().getOrDefault("draft", "");
        List<Line> rules = operations.ruleTables().all(draft).stream()
                .map(line -> line(line, draft))
                .toList();
        boolean writes = asked.caller() instanceof SignedIn && asked.caller().may(Permission.EDIT_RULES);
        if (!draft.isEmpty()) {
            return new Model(draft, rules, List.of(), List.of(), List.of(), List.of(), false, writes);
        }
        List<RuleDraftLine> drafts =
                operations.drafts().all().stream().map(RuleDraftLine::of).toList();
        return new Model(
                draft,
                rules,
                operations.rules().state().altered(),
                drafts.stream().filter(one -> !one.over()).toList(),
                drafts.stream().filter(RuleDraftLine::over).limit(SHOWN).toList(),
                versions(operations.rules().history()),
                writes,
                writes);
    }

    private static List<Version> versions(List<ActiveVersion> newest) {
        List<Version> versions = new ArrayList<>();
        for (ActiveVersion one : newest.subList(0, Math.min(SHOWN, newest.size()))) {
            versions.add(new Version(
                    one.number(),
                    one.version().brief(),
                    Numbers.stamp(one.since()),
                    one.by(),
                    one.draft(),
                    one.draft().isEmpty() ? "" : RuleDraftLine.href(one.draft()),
                    one.urgent(),
                    one.version().equals(newest.getFirst().version())));
        }
        return versions;
    }

    private static String href(RuleLine line, String draft) {
        if (line.file().endsWith(TABLE)) {
            return RuleTablePage.href(line.file(), draft);
        }
        return RuleCodePage.shows(line.file()) ? RuleCodePage.href(line.name(), draft) : "";
    }

    private static Line line(RuleLine line, String draft) {
        Instant since = line.activeSince();
        return new Line(
                line.name(),
                href(line, draft),
                line.kind(),
                line.version(),
                line.rows(),
                line.sentence(),
                since == null ? "" : Numbers.stamp(since),
                line.trouble());
    }
}
