package dev.vesper.adapters.console;

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
                    RuleTableForms.ALL,
                    RuleModelForms.ALL,
                    RuleDraftForms.ALL,
                    WaiverForms.ALL,
                    BreachForms.ALL,
                    AuditForms.ALL)
            .<PageForm>flatMap(List::stream)
            .toList();

    private Forms() {}
}
