package dev.vesper.desk.trace;

import dev.vesper.basics.RunId;
import dev.vesper.desk.execution.ChildGate;
import dev.vesper.desk.execution.KnownOrders;
import dev.vesper.desk.execution.LateTold;
import dev.vesper.desk.execution.MessageWatch;
import dev.vesper.desk.execution.VenueGateway;
import dev.vesper.desk.execution.Venues;
import dev.vesper.desk.market.RunMarket;
import dev.vesper.desk.run.RunRecord;
import dev.vesper.desk.trace.TracedSpan.Kind;
import dev.vesper.execution.WorkingSession;
import dev.vesper.orders.ChildOrder;
import dev.vesper.orders.ChildOutcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The venues of a run, with each slice that they work as a span, and of a few orders each order and message. */
public final class TracedVenues implements Venues {
    private final Venues venues;
    private final RunTracer tracer;
    private final TraceDepth depth;
    private final Followed followed;

    /**
     * What is told is of the depth.
     *
     * @param followed hears the messages of the same venues
     */
    public TracedVenues(Venues venues, RunTracer tracer, TraceDepth depth, Followed followed) {
        this.venues = venues;
        this.tracer = tracer;
        this.depth = depth;
        this.followed = followed;
    }

    @Override
    public VenueGateway open(RunRecord run, RunMarket market, KnownOrders known, ChildGate gate) {
        VenueGateway gateway = venues.open(run, market, known, gate);
        return tracer.heard() && depth.tells(TraceDepth.Part.SLICES) ? new Traced(run.id(), gateway) : gateway;
    }

    private final class Traced implements VenueGateway {
        private final RunId run;
        private final VenueGateway gateway;

        Traced(RunId run, VenueGateway gateway) {
            this.run = run;
            this.gateway = gateway;
        }

        @Override
        public boolean begin(WorkingSession session, SliceHours slice, Consumer<String> waits) {
            return gateway.begin(session, slice, waits);
        }

        @Override
        public List<LateTold> late() {
            return gateway.late();
        }

        @Override
        public SliceResult work(List<ChildOrder> children, ChildGate gate) {
            if (children.isEmpty()) {
                return gateway.work(children, gate);
            }
            Instant began = tracer.now();
            String id = tracer.trace(run).part("slice/" + children.getFirst().slice() + "/" + began.toEpochMilli());
            if (depth.tells(TraceDepth.Part.ORDERS)) {
                followed.follow(run, id, sample(children));
            }
            try {
                SliceResult result = gateway.work(children, gate);
                over(id, began, children, result, "");
                return result;
            } catch (RuntimeException | Error fault) {
                over(id, began, children, null, fault.getMessage() == null ? fault.toString() : fault.getMessage());
                throw fault;
            } finally {
                followed.forget(run);
            }
        }

        private void over(
                String id, Instant began, List<ChildOrder> children, @Nullable SliceResult result, String failure) {
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("vesper.slice", (long) children.getFirst().slice());
            attributes.put("vesper.orders", (long) children.size());
            attributes.put(
                    "vesper.venues",
                    children.stream().map(ChildOrder::venue).distinct().sorted().collect(Collectors.joining(",")));
            Map<String, ChildOutcome> outcomes = new HashMap<>();
            if (result != null) {
                result.outcomes().forEach(outcome -> outcomes.put(outcome.clientOrderId(), outcome));
                for (ChildOutcome.State state : ChildOutcome.State.values()) {
                    attributes.put(
                            "vesper.orders." + state.name().toLowerCase(Locale.ROOT),
                            result.outcomes().stream()
                                    .filter(outcome -> outcome.state() == state)
                                    .count());
                }
                attributes.put("vesper.fills", (long) result.fills().size());
            }
            followed.tellOrders(run, outcomes);
            tracer.tell(run, id, tracer.stage(run), "slice", Kind.INTERNAL, began, tracer.now(), failure, attributes);
        }

        @Override
        public void close() {
            gateway.close();
        }
    }

    /** The children of the parents with the lowest hash: the same parents in each slice, as far as they trade. */
    private List<ChildOrder> sample(List<ChildOrder> children) {
        return children.stream()
                .sorted(Comparator.<ChildOrder>comparingInt(
                                child -> child.parentId().hashCode() * 0x9E3779B9)
                        .thenComparing(ChildOrder::clientOrderId))
                .limit(depth.orders())
                .toList();
    }

    /** The orders of the slice at work that are told one by one, and what is heard of them. */
    public static final class Followed {
        private final RunTracer tracer;
        private final TraceDepth depth;
        private final ConcurrentMap<RunId, Slice> slices = new ConcurrentHashMap<>();

        public Followed(RunTracer tracer, TraceDepth depth) {
            this.tracer = tracer;
            this.depth = depth;
        }

        private record Slice(String id, Map<String, Order> orders) {}

        /** When the first message of an order went, and the last one came. */
        private static final class Order {
            private final ChildOrder child;
            private volatile @Nullable Instant began;
            private volatile @Nullable Instant last;
            private int messages;

            Order(ChildOrder child) {
                this.child = child;
            }
        }

        /** Hears the messages of a run; where none is told, nobody does. */
        public MessageWatch watch(RunId run) {
            return tracer.heard() && depth.tells(TraceDepth.Part.ORDERS)
                    ? (child, kind, ended) -> heard(run, child, kind, ended)
                    : MessageWatch.NONE;
        }

        void follow(RunId run, String slice, List<ChildOrder> children) {
            Map<String, Order> orders = HashMap.newHashMap(children.size());
            children.forEach(child -> orders.put(child.clientOrderId(), new Order(child)));
            slices.put(run, new Slice(slice, Map.copyOf(orders)));
        }

        void forget(RunId run) {
            slices.remove(run);
        }

        private void heard(RunId run, ChildOrder child, MessageWatch.Kind kind, boolean ended) {
            Slice slice = slices.get(run);
            Order order = slice == null ? null : slice.orders().get(child.clientOrderId());
            if (slice == null || order == null) {
                return;
            }
            Instant now = tracer.now();
            int number;
            synchronized (order) {
                if (order.began == null) {
                    order.began = now;
                }
                order.last = now;
                order.messages++;
                number = order.messages;
            }
            if (depth.tells(TraceDepth.Part.MESSAGES)) {
                tell(run, slice, order, number, kind, ended, now);
            }
        }

        private void tell(
                RunId run, Slice slice, Order order, int number, MessageWatch.Kind kind, boolean ended, Instant now) {
            ChildOrder child = order.child;
            boolean sent = kind == MessageWatch.Kind.ORDER || kind == MessageWatch.Kind.CANCEL;
            String name = (sent ? "send " : "process ")
                    + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            RunTrace trace = tracer.trace(run);
            tracer.tell(
                    run,
                    trace.part(orderId(slice, child) + "/message/" + number),
                    trace.part(orderId(slice, child)),
                    name,
                    sent ? Kind.PRODUCER : Kind.CONSUMER,
                    now,
                    now,
                    "",
                    Map.of(
                            "messaging.system",
                            "fix",
                            "messaging.operation.type",
                            sent ? "send" : "process",
                            "messaging.destination.name",
                            child.venue(),
                            "messaging.message.conversation_id",
                            child.clientOrderId(),
                            "vesper.order.ended",
                            ended));
        }

        /** The orders that left, from then to the last that was heard of them. */
        void tellOrders(RunId run, Map<String, ChildOutcome> outcomes) {
            Slice slice = slices.get(run);
            if (slice == null) {
                return;
            }
            for (Order order : slice.orders().values()) {
                Instant began = order.began;
                Instant last = order.last;
                if (began != null && last != null) {
                    ChildOrder child = order.child;
                    ChildOutcome outcome = outcomes.get(child.clientOrderId());
                    tracer.tell(
                            run,
                            tracer.trace(run).part(orderId(slice, child)),
                            slice.id(),
                            "order",
                            Kind.CLIENT,
                            began,
                            last,
                            "",
                            Map.of(
                                    "vesper.order.id",
                                    child.clientOrderId(),
                                    "vesper.order.parent",
                                    child.parentId(),
                                    "vesper.order.venue",
                                    child.venue(),
                                    "vesper.order.symbol",
                                    child.symbol(),
                                    "vesper.order.outcome",
                                    outcome == null
                                            ? "unknown"
                                            : outcome.state().name().toLowerCase(Locale.ROOT)));
                }
            }
        }

        private static String orderId(Slice slice, ChildOrder child) {
            return "order/" + slice.id() + "/" + child.clientOrderId();
        }
    }
}
