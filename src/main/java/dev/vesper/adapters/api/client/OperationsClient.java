package dev.vesper.adapters.api.client;

import dev.vesper.desk.operations.Audit;
import dev.vesper.desk.operations.BooksOfRecord;
import dev.vesper.desk.operations.Breaches;
import dev.vesper.desk.operations.Clock;
import dev.vesper.desk.operations.Entry;
import dev.vesper.desk.operations.Inbox;
import dev.vesper.desk.operations.Kills;
import dev.vesper.desk.operations.Limits;
import dev.vesper.desk.operations.Me;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Orders;
import dev.vesper.desk.operations.Quality;
import dev.vesper.desk.operations.Repair;
import dev.vesper.desk.operations.RuleCases;
import dev.vesper.desk.operations.RuleDrafts;
import dev.vesper.desk.operations.RuleFiles;
import dev.vesper.desk.operations.RuleLists;
import dev.vesper.desk.operations.RuleModels;
import dev.vesper.desk.operations.RuleTables;
import dev.vesper.desk.operations.RuleWaivers;
import dev.vesper.desk.operations.Rules;
import dev.vesper.desk.operations.Runs;
import dev.vesper.desk.operations.Schedule;
import dev.vesper.desk.operations.Service;
import dev.vesper.desk.operations.Tasks;
import dev.vesper.desk.operations.Users;
import dev.vesper.desk.operations.VenueSessions;

/** The operations of a Vesper that runs elsewhere: each method sends its resource. */
public record OperationsClient(
        Runs runs,
        Orders orders,
        Limits limits,
        Repair repair,
        Quality quality,
        Tasks tasks,
        Inbox inbox,
        Audit audit,
        BooksOfRecord books,
        Schedule schedule,
        Clock clock,
        Kills kills,
        VenueSessions venues,
        Rules rules,
        RuleDrafts drafts,
        RuleTables ruleTables,
        RuleCases ruleCases,
        RuleModels ruleModels,
        RuleFiles ruleFiles,
        RuleLists ruleLists,
        RuleWaivers waivers,
        Breaches breaches,
        Service service,
        Users users,
        Me me,
        Entry entry)
        implements Operations {
    public static OperationsClient over(Transport http) {
        return new OperationsClient(
                new RunsClient(http),
                new OrdersClient(http),
                new LimitsClient(http),
                new RepairClient(http),
                new QualityClient(http),
                new TasksClient(http),
                new InboxClient(http),
                new AuditClient(http),
                new BooksClient(http),
                new ScheduleClient(http),
                new ClockClient(http),
                new KillsClient(http),
                new VenuesClient(http),
                new RulesClient(http),
                new DraftsClient(http),
                new RuleTablesClient(http),
                new RuleCasesClient(http),
                new RuleModelsClient(http),
                new RuleFilesClient(http),
                new RuleListsClient(http),
                new WaiversClient(http),
                new BreachesClient(http),
                new ServiceClient(http),
                new UsersClient(http),
                new MeClient(http),
                new EntryClient(http));
    }
}
