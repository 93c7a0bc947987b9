package dev.vesper.adapters.report.section;

import dev.vesper.basics.Registry;
import java.util.List;

/** The sections of the report, in the order of the page. The list of files, the page and run.json follow from it. */
public final class Sections {
    public static final Registry<Section> ALL = of(List.of(
            new ApprovalsSection(),
            new StagesSection(),
            new AllocationSection(),
            new DataSection(),
            new AccountsSection(),
            new OrdersSection(),
            new LeftOutSection(),
            new FillsSection(),
            new SessionSection(),
            new CostsSection(),
            new GainsSection(),
            new WashSalesSection(),
            new HoldingsSection(),
            new LotsSection(),
            new LimitsSection(),
            new BreachesSection(),
            new AuditSection(),
            new VersionsSection()));

    private Sections() {}

    public static Registry<Section> of(List<? extends Section> sections) {
        return Registry.of("section", Section::word, sections);
    }
}
