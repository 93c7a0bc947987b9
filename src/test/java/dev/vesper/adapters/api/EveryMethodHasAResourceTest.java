package dev.vesper.adapters.api;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.api.client.Transport;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.books.flow.FlowWords;
import dev.vesper.data.rows.RowAct;
import dev.vesper.data.rows.RowPlace;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.audit.AuditQuery;
import dev.vesper.desk.books.BookName;
import dev.vesper.desk.books.BookQuery;
import dev.vesper.desk.limits.ExposureBy;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.ProposedView;
import dev.vesper.desk.operations.ReplayFilter;
import dev.vesper.desk.operations.TaskFilter;
import dev.vesper.desk.quarantine.RowAsk;
import dev.vesper.execution.killswitch.KillKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be asked in process can be asked over HTTP, by one resource each, and comes out as it went in. */
class EveryMethodHasAResourceTest {
    private static final RunId RUN = new RunId("2018-04-11-003");
    private static final Map<String, Set<?>> SETS = Map.of(
            "java.util.Set<" + Role.class.getName() + ">",
            Set.of(Role.TRADER, Role.RISK_OFFICER),
            "java.util.Set<" + Permission.class.getName() + ">",
            Set.of(Permission.SEE, Permission.ANSWER_TASKS));
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            entry(int.class, 7),
            entry(long.class, 8L),
            entry(boolean.class, true),
            entry(
                    BookQuery.class,
                    new BookQuery(
                            "/firms/ünï & co",
                            true,
                            LocalDate.of(2018, 4, 11),
                            Instant.parse("2018-04-11T12:00:00Z"),
                            9)),
            entry(RunId.class, RUN),
            entry(ExposureBy.class, ExposureBy.ACCOUNT),
            entry(Answer.class, Answer.REJECT),
            entry(KillKind.class, KillKind.VENUE),
            entry(
                    RowAsk.class,
                    new RowAsk(RowAct.CORRECT, List.of(RowPlace.of("prices.csv:3:3")), Map.of("close", "1"))),
            entry(AuditQuery.Order.class, AuditQuery.Order.NEWEST),
            entry(
                    AuditQuery.class,
                    AuditQuery.of("ada", "run-done", "2018-04-11-001", "2018-04-11", "2018-04-12", "wrong date")),
            entry(TaskFilter.class, new TaskFilter(TaskFilter.Whose.ALL, TaskFilter.State.OVERDUE, "risk & co")),
            entry(ReplayFilter.class, new ReplayFilter("newly-denied", "ü & co", "ACC1", "", "Energy")),
            entry(ProposedView.class, new ProposedView(ProposedView.First.ATTENTION, "ü & co")),
            entry(List.class, List.of("ACC1-IBM", "ACC2,ü")),
            entry(OptionalInt.class, OptionalInt.of(7)),
            entry(BigDecimal.class, new BigDecimal("0.30")),
            entry(LocalDate.class, LocalDate.of(2018, 4, 11)),
            entry(BookName.class, new BookName("/firms/ünï & co", true)),
            entry(
                    Map.class,
                    FlowWords.COLUMNS.stream().collect(Collectors.toMap(column -> column, column -> "ü " + column))),
            entry(Secret.class, new Secret("four blue \"hörses\"")),
            entry(String.class, RUN + "/release-data"));

    private record Sent(Resource<?, ?> resource, Record asks) {}

    private record Called(Method method, List<Object> arguments) {}

    static Stream<Method> methods() {
        return Arrays.stream(Operations.class.getMethods())
                .flatMap(topic -> Arrays.stream(topic.getReturnType().getMethods()))
                .filter(method -> !method.isDefault()); // that asks the others
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isSentOnceAndArrivesAsItself(Method method) throws Exception {
        Sent sent = sentBy(method);
        assertEquals(List.of(new Called(method, arguments(method))), calledBy(sent.resource(), sent.asks()));
    }

    @Test
    void noResourceIsLeftOver() throws Exception {
        List<String> sent = new ArrayList<>();
        for (Method method : methods().toList()) {
            sent.add(sentBy(method).resource().word());
        }
        assertEquals(
                Resources.ALL.words().stream().sorted().toList(),
                sent.stream().sorted().toList());
    }

    private static List<Object> arguments(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
                .map(type -> sample(type))
                .toList();
    }

    private static Object sample(Type type) {
        Object sample = type instanceof ParameterizedType set && set.getRawType() == Set.class
                ? SETS.get(set.getTypeName())
                : SAMPLES.get(type instanceof ParameterizedType map ? map.getRawType() : type);
        assertNotNull(sample, () -> "give this test a sample of " + type);
        return sample;
    }

    private static Sent sentBy(Method method) throws Exception {
        List<Sent> sent = new ArrayList<>();
        Operations client = OperationsClient.over(new Transport() {
            @Override
            public <Q extends Record, A> A send(Resource<Q, A> resource, Q asks) {
                sent.add(new Sent(resource, asks));
                return null;
            }
        });
        for (Method topic : Operations.class.getMethods()) {
            if (topic.getReturnType().equals(method.getDeclaringClass())) {
                method.invoke(topic.invoke(client), arguments(method).toArray());
            }
        }
        assertEquals(1, sent.size(), method + " sends " + sent);
        return sent.getFirst();
    }

    private static <Q extends Record> List<Called> calledBy(Resource<Q, ?> resource, Record asks) {
        List<Called> called = new ArrayList<>();
        InvocationHandler note = (_, method, arguments) -> {
            called.add(new Called(method, arguments == null ? List.of() : List.of(arguments)));
            return null;
        };
        Operations operations = proxy(Operations.class, (_, topic, _) -> proxy(topic.getReturnType(), note));
        resource.does().apply(operations, resource.asks().cast(asks));
        return called;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
