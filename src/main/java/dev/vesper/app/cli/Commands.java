package dev.vesper.app.cli;

import dev.vesper.app.wiring.Wiring;
import java.util.List;
import java.util.function.Function;

/** The commands, in the order {@code ./vesper --help} shows them; a new one is one line. */
public final class Commands {
    /** Made before it is known which one is asked for: making one opens nothing. */
    public static final List<Function<Wiring, Object>> ALL = List.of(
            EodCommand::new,
            UpCommand::new,
            FirmCommand::new,
            TasksCommand::new,
            RunsCommand::new,
            OrdersCommand::new,
            LimitsCommand::new,
            IncidentsCommand::new,
            QualityCommand::new,
            ScheduleCommand::new,
            ClockCommand::new,
            KillCommand::new,
            VenuesCommand::new,
            AuditCommand::new,
            BooksCommand::new,
            ConsoleCommand::new,
            UsersCommand::new,
            LoginCommand::new,
            LogoutCommand::new,
            WhoamiCommand::new,
            TokensCommand::new,
            RulesCommand::new,
            _ -> new PortfolioCommand(),
            ExecutionCommand::new,
            SupportCommand::new,
            WatchCommand::new,
            HealthCommand::new,
            DoctorCommand::new);

    private Commands() {}
}
