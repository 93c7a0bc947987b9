package dev.vesper.app.wiring;

import dev.vesper.adapters.routes.notify.TellPeople;
import dev.vesper.app.settings.Settings;
import dev.vesper.app.terminal.Console;
import dev.vesper.basics.Problem;
import dev.vesper.basics.Times;
import dev.vesper.basics.Visible;
import dev.vesper.desk.notify.Channel;
import dev.vesper.desk.notify.DeliveryState;
import dev.vesper.desk.notify.EndingRules;
import dev.vesper.desk.notify.EndingWaivers;
import dev.vesper.desk.notify.ExpiredProposals;
import dev.vesper.desk.notify.FindNotices;
import dev.vesper.desk.notify.GivenPower;
import dev.vesper.desk.notify.Notice;
import dev.vesper.desk.notify.NoticeSender;
import dev.vesper.desk.notify.NoticeSource;
import dev.vesper.desk.notify.RolledBackRules;
import dev.vesper.desk.notify.SendNotices;
import dev.vesper.desk.notify.UnownedBreaches;
import dev.vesper.desk.run.Incidents;
import io.micrometer.core.instrument.Gauge;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How people are told of what they did not ask for; {@code up} tells, no other command. */
public final class NotifyWiring {
    private static final Logger LOG = LoggerFactory.getLogger(NotifyWiring.class);

    private final Times times;
    private final StoreWiring store;
    private final DeskWiring desk;
    private final MetersWiring meters;
    private final RulesWiring rules;
    private final Supplier<NoticeSender> sender;

    NotifyWiring(
            OpenParts open,
            Settings settings,
            Times times,
            Console console,
            StoreWiring store,
            DeskWiring desk,
            MetersWiring meters,
            RulesWiring rules) {
        this.rules = rules;
        this.times = times;
        this.store = store;
        this.desk = desk;
        this.meters = meters;
        Part<TellPeople> people = new Part<>(
                open,
                "notifications",
                () -> new TellPeople(
                        settings.root().resolve("routes"),
                        settings.letterBox(),
                        settings.webhook(),
                        times.clock(),
                        console::say));
        sender = () -> times.simulated().isPresent() ? practising(console) : people.get();
    }

    /** Nobody elsewhere is disturbed by what is practised: what would have been told is a line here. */
    private static NoticeSender practising(Console console) {
        return (delivery, _) -> console.say("notice " + delivery.notice().kind().word()
                + (delivery.channel() == Channel.LOG
                        ? ""
                        : " (practice: not sent by " + delivery.channel().word() + ")")
                + ": " + Visible.line(delivery.notice().subject()));
    }

    /**
     * What tells people, counted in /metrics from now on.
     *
     * @param missed which occasion of the schedule was missed, in words
     */
    public SendNotices sender(Supplier<Optional<String>> missed) {
        var kept = store.store.get();
        var send = new SendNotices(
                new FindNotices(
                        kept.runs(),
                        kept.runs(),
                        kept.runs(),
                        new Incidents(kept.runs(), kept.audit(), times.clock()),
                        desk.questions.get(),
                        desk.venueBreakers.get(),
                        missed,
                        all(
                                new GivenPower(
                                        kept.audit(), () -> kept.users().users().all(), times.clock()),
                                new RolledBackRules(kept.audit(), times.clock()),
                                new ExpiredProposals(
                                        kept.audit(),
                                        id -> rules.changes.get().drafts().find(id),
                                        times.clock()),
                                new EndingRules(
                                        rules::ends, rules::activeSince, rules::businessDate, rules::businessDays),
                                new EndingWaivers(
                                        () -> rules.waivers.get().all(), rules::businessDate, rules::businessDays),
                                new UnownedBreaches(
                                        () -> desk.breaches.get().all(),
                                        rules::businessDate,
                                        rules::businessDays,
                                        times.clock())),
                        times.clock()),
                kept.notices(),
                sender.get(),
                times.clock());
        for (DeliveryState state : DeliveryState.values()) {
            Gauge.builder("vesper.notifications", send, s -> s.counts().getOrDefault(state, 0L))
                    .description("Notifications to people by where they stand")
                    .tag("state", state.word())
                    .strongReference(true)
                    .register(meters.meters.get());
        }
        return send;
    }

    /** What one of them cannot tell, for rules that do not load, keeps nobody from hearing the rest. */
    private static NoticeSource all(NoticeSource... sources) {
        return by -> Stream.of(sources)
                .flatMap(source -> {
                    try {
                        return source.now(by).stream();
                    } catch (Problem unknown) { // said by /health and by whoever asks for it
                        LOG.debug("what people are told of could not be looked for", unknown);
                        return Stream.<Notice>of();
                    }
                })
                .toList();
    }
}
