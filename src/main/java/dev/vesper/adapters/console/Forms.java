package dev.vesper.adapters.console;

import dev.vesper.basics.Problem;
import java.util.List;
import java.util.stream.Stream;

/** The forms of the console; a page with forms is one line. */
public final class Forms {
    public static final List<PageForm> ALL = Stream.of(
                    TaskForms.ALL,
                    UserForms.ALL,
                    AccountForms.ALL,
                    RepairForms.ALL,
                    RowForms.ALL,
                    KillForms.ALL,
                    VenueForms.ALL,
                    ScheduleForms.ALL,
                    NewRulePage.FORMS,
                    RuleListForms.ALL, // before tables, whose paths fit them too
                    RuleTableForms.ALL,
                    RuleModelForms.ALL,
                    RuleFileForms.ALL,
                    RuleDraftForms.ALL,
                    WaiverForms.ALL,
                    BreachForms.ALL,
                    AuditForms.ALL)
            .<PageForm>flatMap(List::stream)
            .toList();

    /** Whether a path, with the root before it, takes a file. */
    public static boolean takesFile(String path) {
        if (!path.startsWith(PagePath.ROOT)) {
            return false;
        }
        String below = path.substring(PagePath.ROOT.length());
        try {
            return ALL.stream()
                    .anyMatch(form ->
                            form.file().isPresent() && form.path().match(below).isPresent());
        } catch (Problem malformed) {
            return false;
        }
    }

    private Forms() {}
}
