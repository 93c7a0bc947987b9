package dev.vesper.adapters.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.vesper.desk.changes.Changed;
import dev.vesper.desk.changes.Topic;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Operations;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The console uses nothing that the API does not offer: of the desk it calls the topics of {@link Operations}, each of whose
 * methods has a resource ({@code EveryMethodHasAResourceTest}), and reads the values that these answer. Whatever else it
 * calls stands here with its reason.
 */
class ConsoleAsksTheOperationsTest {
    private static final String CONSOLE = "dev.vesper.adapters.console";

    private static final String BROWSER = "a browser is let in by a session, where a program is by a token:"
            + " POST /api/v1/entry/token is the same act";
    private static final String PASSWORD = "whoever must change a one-time password has no operations yet:"
            + " POST /api/v1/entry/password is the same act";

    private static final String WHERE = "each way in says from where, for the audit; it asks nothing by that";

    /** What else is called, by whom, and why. */
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "access.Door calls Access.signIn", BROWSER,
            "access.Door calls SignIn.byIdentity", BROWSER,
            "access.Door calls SignIn.byPassword", BROWSER,
            "access.Door calls SignIn.now", BROWSER,
            "access.Door calls SignIn.passwords", BROWSER,
            "access.Door calls Access.passwords", PASSWORD,
            "access.Door calls Passwords.change", PASSWORD,
            "server.ConsoleServlet calls Origin.console", WHERE,
            "server.ConsoleServlet calls Origin.during", WHERE));

    private static final String STREAM = "a page follows by its session, where a program does by a token:"
            + " GET /api/v1/events is the same stream";

    static {
        for (String call : List.of(
                "Followers.enter", "Full.own", "Full.why", "In.place", "Place.close", "Place.follow", "Wanted.of")) {
            EXCEPTIONS.put("server.ChangeEvents calls " + call, STREAM);
        }
    }

    /** The words that the stream tells, which a page names. */
    private static final Set<Class<?>> TOLD = Set.of(Changed.class, Topic.class);

    private static List<JavaAccess<?>> calls() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(CONSOLE).stream()
                        .filter(one -> one.getPackageName().startsWith(CONSOLE))
                        .<JavaAccess<?>>flatMap(one -> one.getAccessesFromSelf().stream())
                        .filter(call -> call.getTargetOwner().getPackageName().startsWith("dev.vesper.desk"))
                        .toList();
    }

    private static Stream<Class<?>> topics() {
        return Arrays.stream(Operations.class.getMethods()).map(Method::getReturnType);
    }

    /** The types that are answered and asked by the topics, and what they hold. */
    private static Set<Class<?>> values() {
        Set<Class<?>> values = new HashSet<>();
        add(Caller.class, values);
        topics().forEach(topic -> {
            for (Method method : topic.getMethods()) {
                add(method.getGenericReturnType(), values);
                for (Type asked : method.getGenericParameterTypes()) {
                    add(asked, values);
                }
            }
        });
        return values;
    }

    private static void add(Type type, Set<Class<?>> values) {
        if (type instanceof ParameterizedType of) {
            Arrays.stream(of.getActualTypeArguments()).forEach(argument -> add(argument, values));
        }
        if (!(type instanceof Class<?> value) || !value.getName().startsWith("dev.vesper.") || !values.add(value)) {
            return;
        }
        if (value.isRecord()) {
            for (RecordComponent part : value.getRecordComponents()) {
                add(part.getGenericType(), values);
            }
        }
        if (value.isSealed()) {
            Arrays.stream(value.getPermittedSubclasses()).forEach(one -> add(one, values));
        }
    }

    @Test
    void ofTheDeskItCallsTopicsAndReadsWhatTheyAnswer() {
        Set<String> allowed = Stream.of(
                        Stream.<Class<?>>of(Operations.class), topics(), values().stream(), TOLD.stream())
                .flatMap(each -> each)
                .map(Class::getName)
                .collect(Collectors.toSet());
        Set<String> others = new TreeSet<>();
        for (JavaAccess<?> call : calls()) {
            JavaClass owner = call.getTargetOwner();
            if (!allowed.contains(owner.getName())) {
                others.add(outermost(call.getOriginOwner()) + " calls " + owner.getSimpleName() + "."
                        + call.getTarget().getName());
            }
        }
        assertEquals(EXCEPTIONS.keySet(), others);
    }

    private static String outermost(JavaClass one) {
        return one.getName().substring(CONSOLE.length() + 1).split("\\$", 2)[0];
    }

    /** The pages do ask: what is looked at above is not nothing. */
    @Test
    void itAsksManyTopics() {
        Set<String> topics = topics().map(Class::getName).collect(Collectors.toSet());
        Set<String> asked = calls().stream()
                .map(call -> call.getTargetOwner().getName())
                .filter(topics::contains)
                .collect(Collectors.toSet());
        assertTrue(asked.size() >= 4, asked::toString);
    }
}
