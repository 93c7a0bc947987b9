package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.IdempotencyKey;
import dev.vesper.adapters.api.ProblemType;
import dev.vesper.adapters.api.Resource;
import dev.vesper.basics.Secret;
import dev.vesper.basics.Sha256;
import dev.vesper.desk.idempotency.Begun;
import dev.vesper.desk.idempotency.FirstAnswer;
import dev.vesper.desk.idempotency.IdempotentRequests;
import dev.vesper.desk.idempotency.KeyedRequest;
import dev.vesper.desk.operations.Caller;
import dev.vesper.desk.operations.Owner;
import dev.vesper.desk.operations.Person;
import dev.vesper.desk.operations.Reader;
import dev.vesper.desk.operations.SignedIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a POST that has an {@code Idempotency-Key} once, however often it comes. */
final class Keyed {
    private static final Logger LOG = LoggerFactory.getLogger(Keyed.class);
    private static final String HMAC = "HmacSHA256";

    private final IdempotentRequests requests;
    private final Secret token;

    /**
     * Over what is kept.
     *
     * @param token of this server's start: of a body with a secret nothing is kept that could be searched for it
     */
    Keyed(IdempotentRequests requests, Secret token) {
        this.requests = requests;
        this.token = token;
    }

    /** Answers a request whose body was understood: by doing it, or by what it came to before. */
    Reply once(Resource<?, ?> resource, Request request, Caller caller, byte[] body, Failures.Answers act)
            throws IOException {
        Optional<String> key = IdempotencyKey.read(request.getHeaders().getValuesList(IdempotencyKey.HEADER));
        if (key.isEmpty()) {
            return act.reply();
        }
        KeyedRequest keyed = new KeyedRequest(person(caller), key.get(), fingerprint(resource, request, body));
        return switch (requests.begin(keyed, resource.doneAgain())) {
            case Begun.First _ -> first(resource, request, keyed, act);
            case Begun.Again(FirstAnswer before) -> Reply.again(before).with(IdempotencyKey.REPLAYED, "true");
            case Begun.Untold(var at) ->
                Reply.problem(
                        ProblemType.DONE_UNTOLD,
                        "Expected a request that is new, but the one with this key was done, begun at " + at
                                + ", and its answer was told once");
            case Begun.Running _ ->
                Reply.problem(
                                ProblemType.STILL_RUNNING,
                                "Expected no request with this key at the moment, but it is being done")
                        .with("Retry-After", "1");
            case Begun.Unfinished(var at) ->
                Reply.problem(
                        ProblemType.UNFINISHED,
                        "Expected a request that is new, but the one with this key was begun at " + at
                                + " and cut off; maybe it was done: look, and use another key where it was not");
            case Begun.Other(var at) ->
                Reply.problem(
                        ProblemType.KEY_REUSED,
                        "Expected a key of its own for this request, but another one had it at " + at);
            case Begun.TooMany(int most) ->
                Reply.problem(
                        ProblemType.TOO_MANY_KEYS,
                        "Expected at most " + most + " keys a day, but there are as many already; try without one");
        };
    }

    private Reply first(Resource<?, ?> resource, Request request, KeyedRequest keyed, Failures.Answers act)
            throws IOException {
        try {
            Reply reply = Failures.told(request, act);
            boolean secret = reply.status() == HttpStatus.OK_200 && resource.tellsSecret();
            try {
                requests.end(
                        keyed,
                        secret
                                ? Optional.empty()
                                : Optional.of(new FirstAnswer(reply.status(), reply.type(), reply.body())));
            } catch (RuntimeException lost) {
                // it is done all the same: the caller is told so, and who repeats it hears that it was cut off
                LOG.warn("The answer to {} was not kept: {}", resource, lost.toString());
            }
            return reply;
        } finally {
            requests.cutOff(keyed);
        }
    }

    private static String person(Caller caller) {
        return switch (caller) {
            case SignedIn user -> "user/" + user.name();
            case Person named -> "name/" + named.name();
            case Owner _ -> "owner";
            case Reader _ -> "nobody";
        };
    }

    private String fingerprint(Resource<?, ?> resource, Request request, byte[] body) {
        byte[] head =
                (request.getMethod() + " " + request.getHttpURI().getPath() + "\n").getBytes(StandardCharsets.UTF_8);
        if (!resource.asksSecret()) {
            return new Sha256().add(head).add(body).hex();
        }
        try {
            Mac keyed = Mac.getInstance(HMAC);
            keyed.init(new SecretKeySpec(token.reveal().getBytes(StandardCharsets.UTF_8), HMAC));
            keyed.update(head);
            return HexFormat.of().formatHex(keyed.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Expected " + HMAC + " in every JVM", e);
        }
    }
}
