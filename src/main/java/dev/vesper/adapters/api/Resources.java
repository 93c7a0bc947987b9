package dev.vesper.adapters.api;

import dev.vesper.basics.Registry;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is answered over HTTP, a line for each topic. */
public final class Resources {
    public static final Registry<Resource<?, ?>> ALL = Registry.of(
            "resource",
            Resource::word,
            Stream.of(
                            RunResources.ALL,
                            OrderResources.ALL,
                            LimitResources.ALL,
                            RepairResources.ALL,
                            QualityResources.ALL,
                            TaskResources.ALL,
                            InboxResources.ALL,
                            AuditResources.ALL,
                            BookResources.ALL,
                            ScheduleResources.ALL,
                            ClockResources.ALL,
                            KillResources.ALL,
                            VenueResources.ALL,
                            RuleResources.ALL,
                            DraftResources.ALL,
                            RuleTableResources.ALL,
                            RuleCaseResources.ALL,
                            RuleModelResources.ALL,
                            RuleFileResources.ALL,
                            RuleListResources.ALL,
                            WaiverResources.ALL,
                            BreachResources.ALL,
                            ServiceResources.ALL,
                            UserResources.ALL,
                            MeResources.ALL,
                            EntryResources.ALL)
                    .flatMap(List::stream)
                    .toList());

    private Resources() {}
}
