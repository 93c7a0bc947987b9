package dev.vesper.adapters.console;

import dev.vesper.basics.Registry;
import java.util.List;

/** The pages of the console, in the order of the navigation; a new one is one line. */
public final class Pages {
    public static final Registry<Page> ALL = of(List.of(
            new TodayPage(),
            new RunsPage(),
            new RunPage(),
            new OrdersPage(),
            new OrderPage(),
            new LifePage(),
            new LimitsPage(),
            new LimitPage(),
            new LimitOrdersPage(),
            new ExposuresPage(),
            new ReportPage(),
            new ProposalPage(),
            new SetAsidePage(),
            new MadeWithPage(),
            new MovePage(),
            new ReplayPage(),
            new TasksPage(),
            new TaskPage(),
            new IncidentsPage(),
            new IncidentPage(),
            new QualityPage(),
            new RulesPage(),
            new RuleReplayPage(),
            new RuleDraftPage(), // before tables, whose path fits it too
            new RuleListsPage(),
            new NewRulePage(),
            new RuleListPage(), // so is this
            new RuleCodePage(), // and this
            new RuleTablePage(),
            new RuleModelPage(),
            new WaiversPage(),
            new BreachesPage(),
            new SchedulePage(),
            new KillPage(),
            new VenuesPage(),
            new HealthPage(),
            new AuditPage(),
            new UsersPage(),
            new AccountPage(),
            new HelpPage()));

    private Pages() {}

    public static Registry<Page> of(List<? extends Page> pages) {
        return Registry.of("page", Page::word, pages);
    }
}
