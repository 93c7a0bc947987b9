package dev.vesper.adapters.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why a request was not answered as asked: the one table of problem types (RFC 9457), served where their URIs lead. */
public enum ProblemType {
    INVALID_REQUEST(
            400,
            "Not understood",
            "Something in the request is unknown, missing, malformed or said twice. Mend the request; the detail says what"
                    + " was expected."),
    UNAUTHENTICATED(
            401,
            "Nobody proved",
            "The token is missing, wrong, expired or ended. Send the one of control.json, or one of your own."),
    FORBIDDEN(
            403,
            "May not",
            "Whoever asks may not do this at all, whatever the state of things. Ask somebody who may, or say who you are."),
    NOT_FOUND(404, "Unknown path", "Nothing is answered there. The description lists the paths."),
    UNKNOWN_THING(
            404,
            "Not there",
            "The path is known, and what it names is not there: no run, or no task, has that id. The detail says where they are"
                    + " listed."),
    METHOD_NOT_ALLOWED(405, "Another method", "The path knows other methods, which the header Allow names."),
    REFUSED(
            409,
            "Refused by a rule",
            "Whoever asks may do this, but not now or not so: a rule of the business said no, for example because the same"
                    + " person answered before or because all is decided."),
    STALE(
            412,
            "Changed meanwhile",
            "The thing is not as If-Match says that the caller knows it. Look at it again, and decide again."),
    STILL_RUNNING(
            409,
            "Still running",
            "The same request with the same Idempotency-Key is being done at this moment. Send it again after a while."),
    UNFINISHED(
            409,
            "Cut off",
            "The request with this Idempotency-Key was begun, and Vesper stopped before it was answered: whether it was done"
                    + " is not known. Look, and send it with another key where it was not."),
    DONE_UNTOLD(
            409,
            "Done, told once",
            "The request with this Idempotency-Key was done. Its answer was told once and is kept nowhere, because it holds"
                    + " a secret or is long."),
    TOO_LONG(
            413,
            "Body too long",
            "The body is longer than 65536 bytes, or, where tables and sheets are taken from who may write them, than 8388608."
                    + " Nothing was done; the detail says what to do."),
    PATH_TOO_LONG(414, "Path too long", "The request's first line is longer than 8 KiB."),
    MISDIRECTED(421, "Meant for another", "The Host header names another machine, or the path is answered elsewhere."),
    KEY_REUSED(
            422,
            "Key of another request",
            "The Idempotency-Key was used for another path or body within the last day. Every request needs a key of its"
                    + " own."),
    TOO_MANY(429, "Too many", "Too many wrong tokens came from this address. Wait; a good one is taken all the same."),
    TOO_FAST(429, "Too fast", "More requests come from one caller than are answered. Nothing was done; wait a second."),
    TOO_MANY_KEYS(
            429,
            "Too many keys",
            "Whoever asks has used as many Idempotency-Keys as are kept, 5000, within the last day. Nothing was done; without"
                    + " a key it is."),
    TOO_MANY_STREAMS(
            429,
            "Too many streams",
            "Whoever asks follows what changes by as many streams as one user may. Close some, or wait until those end that"
                    + " nobody reads any more."),
    HEADERS_TOO_LONG(431, "Headers too long", "The headers are longer than 8 KiB."),
    OUR_FAULT(
            500,
            "Our fault",
            "Something failed that should not. The log names it by the same instance; tell whoever looks after Vesper."),
    UNAVAILABLE(
            503,
            "Not now",
            "Something that is needed does not answer, or there are too many requests. Try again after a while."),
    OTHER_HTTP(505, "Another HTTP", "The request speaks another version of HTTP than 1.1.");

    /** The media type of a problem. */
    public static final String JSON = "application/problem+json";

    private static final String UNDER = "/api/v1/problems/";

    private final int status;
    private final String title;
    private final String meaning;

    ProblemType(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** The first of a status, for what knows no more than that. */
    public static Optional<ProblemType> of(int status) {
        return Arrays.stream(values()).filter(type -> type.status == status).findFirst();
    }

    public int status() {
        return status;
    }

    /** The same for every problem of this type. */
    public String title() {
        return title;
    }

    /** What it means and what to do, for people. */
    public String meaning() {
        return meaning;
    }

    /** For example {@code refused}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where its paragraph is served, without a token, for example {@code /api/v1/problems/refused}. */
    public String uri() {
        return UNDER + word();
    }
}
