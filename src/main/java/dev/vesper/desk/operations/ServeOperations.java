package dev.vesper.desk.operations;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.Asker;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.blotter.Blotter;
import dev.vesper.desk.breach.TrackBreaches;
import dev.vesper.desk.breaker.VenueBreakers;
import dev.vesper.desk.checkdata.QualityStore;
import dev.vesper.desk.health.ServiceHealth;
import dev.vesper.desk.killswitch.KillSwitches;
import dev.vesper.desk.limits.RunLimits;
import dev.vesper.desk.practice.PracticeClock;
import dev.vesper.desk.schedule.ScheduledDays;
import dev.vesper.desk.venues.VenueDesk;
import dev.vesper.desk.waiver.WaiveRules;
import dev.vesper.desk.workbench.RuleChanges;
import dev.vesper.desk.workbench.editing.EditTables;
import dev.vesper.desk.workbench.replay.RuleReplays;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers what is asked of Vesper. Every way in gets its operations here, for its caller: who may is decided behind this
 * alone.
 *
 * @param blotter asked for with the first question about orders
 * @param limits asked for with the first question about limits
 * @param schedule of the firm that is served; throws a {@link Problem} of kind UNAVAILABLE where none is
 * @param practice asked for with the first question about the clock
 * @param kills asked for with the first question about kill switches
 * @param venues asked for with the first question about sessions with venues
 * @param rules asked for with the first question about rules
 * @param tables asked for with the first question about tables of the rules
 * @param replays asked for with the first question about a replay of rules
 * @param waivers asked for with the first question about waivers
 * @param breaches asked for with the first question about breaches of limits
 * @param health of this process; throws a {@link Problem} of kind UNAVAILABLE where it works no days
 * @param access asked for with the first question about users, or answer of somebody named
 * @param clock says when somebody was refused
 */
public record ServeOperations(
        RunParts runs,
        Supplier<Blotter> blotter,
        Supplier<RunLimits> limits,
        RepairParts repair,
        QualityStore quality,
        AuditParts audit,
        BookParts books,
        Supplier<ScheduledDays> schedule,
        Supplier<PracticeClock> practice,
        Supplier<KillSwitches> kills,
        Supplier<VenueDesk> venues,
        Supplier<VenueBreakers> breakers,
        Supplier<RuleChanges> rules,
        Supplier<EditTables> tables,
        Supplier<RuleReplays> replays,
        Supplier<WaiveRules> waivers,
        Supplier<TrackBreaches> breaches,
        Supplier<ServiceHealth> health,
        Supplier<Access> access,
        InstantSource clock)
        implements OperationsFor {
    @Override
    public Operations as(Caller caller) {
        return new For(guard(caller));
    }

    private Guard guard(Caller caller) {
        return new Guard(caller, access, runs.runs(), audit.log(), clock);
    }

    @Override
    public void require(Caller caller, Permission permission, String what) {
        guard(caller).requireOrRecord(permission, what);
    }

    @Override
    public Optional<Caller> bearer(Secret token, String from) {
        return access.get()
                .tokens()
                .verify(token, from)
                .map(user -> new SignedIn(user.name(), user.roles(), user.scope()));
    }

    /** Each topic asks for what its caller may; who may see nothing gets none. */
    private final class For implements Operations {
        private final Guard guard;

        For(Guard guard) {
            this.guard = guard;
        }

        @Override
        public Runs runs() {
            guard.require(Permission.SEE, "see runs");
            return new RunTopic(guard, runs);
        }

        @Override
        public Orders orders() {
            guard.require(Permission.SEE, "see orders");
            return new OrderTopic(runs.runs(), blotter.get());
        }

        @Override
        public Limits limits() {
            guard.require(Permission.SEE, "see limits");
            return new LimitTopic(runs.runs(), limits.get());
        }

        @Override
        public Repair repair() {
            guard.require(Permission.SEE, "see what stands still");
            return new RepairTopic(guard, runs, repair);
        }

        @Override
        public Quality quality() {
            guard.require(Permission.SEE, "see how good the data was");
            return new QualityTopic(runs.runs(), quality);
        }

        @Override
        public Tasks tasks() {
            guard.require(Permission.SEE, "see tasks");
            return new TaskTopic(guard, runs.questions());
        }

        @Override
        public Inbox inbox() {
            guard.require(Permission.SEE, "see tasks");
            return new InboxTopic(guard, runs.questions());
        }

        @Override
        public Audit audit() {
            guard.require(Permission.SEE_AUDIT, "see the audit");
            return new AuditTopic(guard, audit);
        }

        @Override
        public BooksOfRecord books() {
            guard.require(Permission.SEE, "see the books");
            return new BooksTopic(guard, books);
        }

        @Override
        public Schedule schedule() {
            guard.require(Permission.SEE, "see the schedule");
            return new ScheduleTopic(guard, schedule);
        }

        @Override
        public Clock clock() {
            guard.require(Permission.SEE, "see the clock");
            return new ClockTopic(guard, practice.get());
        }

        @Override
        public Kills kills() {
            guard.require(Permission.SEE, "see the kill switches");
            return new KillTopic(guard, kills, runs.runs());
        }

        @Override
        public VenueSessions venues() {
            guard.require(Permission.SEE, "see the sessions with venues");
            return new VenueTopic(guard, runs.runs(), venues, breakers);
        }

        @Override
        public Rules rules() {
            guard.require(Permission.SEE, "see the rules");
            return new RuleTopic(guard, rules, replays);
        }

        @Override
        public RuleDrafts drafts() {
            guard.require(Permission.SEE, "see changes of the rules");
            return new DraftTopic(guard, rules);
        }

        @Override
        public RuleTables ruleTables() {
            guard.require(Permission.SEE, "see the rules");
            return new RuleTableTopic(guard, tables.get());
        }

        @Override
        public RuleCases ruleCases() {
            guard.require(Permission.SEE, "see the rules");
            return new CaseTopic(guard, tables.get().cases());
        }

        @Override
        public RuleModels ruleModels() {
            guard.require(Permission.SEE, "see the rules");
            return new ModelTopic(guard, tables.get().models());
        }

        @Override
        public RuleFiles ruleFiles() {
            guard.require(Permission.SEE, "see the rules");
            return new RuleFileTopic(guard, tables.get().files());
        }

        @Override
        public RuleLists ruleLists() {
            guard.require(Permission.SEE, "see the rules");
            return new RuleListTopic(guard, tables.get().lists());
        }

        @Override
        public RuleWaivers waivers() {
            guard.require(Permission.SEE, "see the waivers");
            return new WaiverTopic(guard, waivers);
        }

        @Override
        public Breaches breaches() {
            guard.require(Permission.SEE, "see the breaches of limits");
            return new BreachTopic(guard, breaches);
        }

        @Override
        public Service service() {
            guard.require(Permission.SEE, "see how Vesper is");
            return health::get;
        }

        @Override
        public Users users() {
            if (!guard.caller().may(Permission.MANAGE_USERS)) {
                guard.requireOrRecord(Permission.SEE_AUDIT, "see users");
            }
            return new UserTopic(
                    guard,
                    access.get().users(),
                    access.get().issuer(),
                    guard.caller().person().orElse(Asker.OWNER));
        }

        @Override
        public Me me() {
            return new MeTopic(guard.caller(), access);
        }

        @Override
        public Entry entry() {
            return new EntryTopic(access);
        }
    }
}
