package dev.vesper.app.attack;

import dev.vesper.adapters.api.Callers;
import dev.vesper.adapters.api.client.HttpTransport;
import dev.vesper.adapters.api.client.OperationsClient;
import dev.vesper.adapters.console.FormBrowser;
import dev.vesper.app.attack.AttackOracle.Says;
import dev.vesper.approvals.Answer;
import dev.vesper.basics.Problem;
import dev.vesper.basics.RunId;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Permission;
import dev.vesper.desk.access.Role;
import dev.vesper.desk.operations.Operations;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.SignedIn;
import dev.vesper.testing.AttackTry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** Every way in to the approvals of an {@link AttackedFirm}, with a token and an open session for each of its people. */
final class WaysIn implements AutoCloseable {
    /** A way in. */
    enum Way {
        /** In process, under whatever name. */
        DESK,
        /** In process, by a name that nobody proved. */
        NAMED,
        /** Over HTTP with a token of one's own. */
        REST,
        /** Over HTTP with the state folder's token and a name that nobody proved. */
        REST_NAMED,
        /** As the command line asks. */
        CLIENT,
        /** By a form of the console. */
        FORM,
        /** By a form whose token is another person's. */
        OTHERS_FORM
    }

    private static final String GOOD = "correct horse battery";
    private static final Set<Role> ROLES = EnumSet.of(Role.TRADER, Role.APPROVER);

    private final AttackedFirm firm;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> tokens = new ArrayList<>();
    private final List<FormBrowser> browsers = new ArrayList<>();
    private final List<HttpTransport> transports = new ArrayList<>();

    WaysIn(AttackedFirm firm) throws Exception {
        this.firm = firm;
        for (List<String> person : AttackTry.PEOPLE) {
            String name = person.getFirst();
            firm.users.settled(name, GOOD, ROLES.toArray(Role[]::new));
            Secret token = firm.users
                    .personal
                    .issue(name, "attack", EnumSet.allOf(Permission.class), Duration.ofDays(1))
                    .secret();
            tokens.add(token.reveal());
            transports.add(
                    new HttpTransport(firm.server.endpoint(), new Callers.Credentials.Personal(token), "the test"));
            FormBrowser browser = new FormBrowser(firm.server.endpoint().port());
            browser.signIn(name, GOOD);
            browser.get("/console/account");
            browsers.add(browser);
        }
    }

    /** The name under which somebody comes in. */
    static String name(Way way, AttackTry one) {
        return switch (way) {
            case DESK, NAMED, REST_NAMED -> one.by();
            case REST, CLIENT, FORM, OTHERS_FORM ->
                AttackTry.PEOPLE.get(one.who()).getFirst();
        };
    }

    /** Whether whoever comes this way has proved who they are. */
    static boolean proved(Way way) {
        return switch (way) {
            case DESK, REST, CLIENT, FORM -> true;
            case NAMED, REST_NAMED, OTHERS_FORM -> false;
        };
    }

    /** The sum of what a task shows now. */
    String shown(String task) {
        return firm.operations.as(new Reader()).inbox().card(task).shown();
    }

    /**
     * Tries something, and tells what became of it.
     *
     * @param shown sum of what is answered to; empty where a form says none
     * @param version of the task, where a form says it
     */
    Says attempt(Way way, AttackTry one, RunId run, String shown, int version) throws Exception {
        String task = run + "/" + word(AttackOracle.seat(one));
        return switch (way) {
            case DESK -> asked(() -> firm.operations.as(SignedIn.whole(one.by(), ROLES)), one, task, shown);
            case NAMED -> asked(() -> firm.operations.as(new Person(one.by())), one, task, shown);
            case CLIENT -> asked(() -> OperationsClient.over(transports.get(one.who())), one, task, shown);
            case REST -> sent(one, task, shown, "Bearer " + tokens.get(one.who()), "");
            case REST_NAMED ->
                sent(
                        one,
                        task,
                        shown,
                        "Bearer " + firm.server.endpoint().token().reveal(),
                        one.by());
            case FORM ->
                posted(one, task, shown, version, browsers.get(one.who()).token());
            case OTHERS_FORM ->
                posted(
                        one,
                        task,
                        shown,
                        version,
                        one.spelling() == 0
                                ? ""
                                : browsers.get((one.who() + 1) % browsers.size())
                                        .token());
        };
    }

    /** The word of the task of a seat. */
    static String word(int seat) {
        return switch (seat) {
            case 0 -> "propose-trades";
            case 1 -> "approve-trades";
            default -> "approve-trades-" + seat;
        };
    }

    private static Says asked(Supplier<Operations> way, AttackTry one, String task, String shown) {
        try {
            Operations as = way.get();
            if (one.rejects()) {
                as.tasks().answer(task, Answer.REJECT, "no", shown);
                return Says.DONE;
            }
            switch (one.act()) {
                case PROPOSE, ANSWER -> as.tasks().answer(task, Answer.APPROVE, "", shown);
                case LEAVE_OUT -> as.tasks().answer(task, Answer.APPROVE, "why", shown, List.of("o" + one.whom()));
                case CLAIM -> as.inbox().claim(task, OptionalInt.empty());
                case CLAIM_SEEN -> as.inbox().claim(task, OptionalInt.of(one.spelling()));
                case GIVE_BACK -> as.inbox().giveBack(task, "why");
                case ASK -> as.inbox().ask(task, "why?");
                case REPLY -> as.inbox().reply(task, "so");
                case DELEGATE -> as.inbox().delegate(task, one.to(), "");
                case REGROUP -> throw new AssertionError("the firm does that");
            }
            return Says.DONE;
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case REFUSED -> Says.REFUSED;
                case INPUT -> Says.UNKNOWN;
                case UNAVAILABLE -> throw problem;
            };
        }
    }

    private Says sent(AttackTry one, String task, String shown, String authorization, String name) throws Exception {
        String answer = "\"shown\":\"" + shown + "\",\"answer\":";
        String inbox = "/api/v1/inbox/" + task;
        String[] said = one.rejects()
                ? new String[] {"/api/v1/tasks/" + task + "/answer", answer + "\"reject\",\"reason\":\"no\""}
                : switch (one.act()) {
                    case PROPOSE, ANSWER -> new String[] {"/api/v1/tasks/" + task + "/answer", answer + "\"approve\""};
                    case LEAVE_OUT ->
                        new String[] {
                            "/api/v1/tasks/" + task + "/answer",
                            answer + "\"approve\",\"reason\":\"why\",\"without\":[\"o" + one.whom() + "\"]"
                        };
                    case CLAIM -> new String[] {inbox + "/claim", ""};
                    case CLAIM_SEEN -> new String[] {inbox + "/claim", "\"version\":" + one.spelling()};
                    case GIVE_BACK -> new String[] {inbox + "/give-back", "\"reason\":\"why\""};
                    case ASK -> new String[] {inbox + "/ask", "\"text\":\"why?\""};
                    case REPLY -> new String[] {inbox + "/reply", "\"text\":\"so\""};
                    case DELEGATE -> new String[] {inbox + "/delegate", "\"to\":\"" + one.to() + "\""};
                    case REGROUP -> throw new AssertionError("the firm does that");
                };
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + firm.server.endpoint().port() + said[0]))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{" + said[1] + "}"));
        if (!name.isEmpty()) {
            request.header(
                    "Vesper-Person",
                    URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return says(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    }

    private Says posted(AttackTry one, String task, String shown, int version, String token) throws Exception {
        String path = "/console/tasks/" + task + "/";
        FormBrowser browser = browsers.get(one.who());
        HttpRequest.Builder form = one.rejects()
                ? browser.form(path + "answer", "_csrf", token, "answer", "reject", "reason", "no", "shown", shown)
                : switch (one.act()) {
                    case PROPOSE, ANSWER ->
                        browser.form(path + "answer", "_csrf", token, "answer", "approve", "shown", shown);
                    case LEAVE_OUT ->
                        browser.form(
                                path + "answer",
                                "_csrf",
                                token,
                                "answer",
                                "approve",
                                "shown",
                                shown,
                                "reason",
                                "why",
                                "without",
                                "o" + one.whom());
                    case CLAIM -> browser.form(path + "claim", "_csrf", token, "version", Integer.toString(version));
                    case CLAIM_SEEN ->
                        browser.form(path + "claim", "_csrf", token, "version", Integer.toString(one.spelling()));
                    case GIVE_BACK -> browser.form(path + "give-back", "_csrf", token, "reason", "why");
                    case ASK -> browser.form(path + "ask", "_csrf", token, "text", "why?");
                    case REPLY -> browser.form(path + "reply", "_csrf", token, "text", "so");
                    case DELEGATE -> browser.form(path + "delegate", "_csrf", token, "to", one.to());
                    case REGROUP -> throw new AssertionError("the firm does that");
                };
        return says(browser.send(form));
    }

    private static Says says(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200, 303 -> Says.DONE;
            case 403, 409, 412, 422 -> Says.REFUSED;
            case 400, 404 -> Says.UNKNOWN;
            default -> throw new AssertionError(answer.statusCode() + " " + answer.body());
        };
    }

    @Override
    public void close() {
        http.close();
        browsers.forEach(FormBrowser::close);
        transports.forEach(HttpTransport::close);
    }
}
