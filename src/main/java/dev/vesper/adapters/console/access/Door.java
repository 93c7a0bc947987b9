package dev.vesper.adapters.console.access;

import dev.vesper.basics.Problem;
import dev.vesper.basics.Secret;
import dev.vesper.desk.access.Access;
import dev.vesper.desk.access.User;
import dev.vesper.desk.operations.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * Lets users in by name and password, and knows them again. A browser stays in for {@link #LONGEST} at the most and {@link
 * #IDLE} without a person who opens a page or sends a form: what the scripts of an open page ask is no sign of somebody. What
 * a user is and may is asked anew each time.
 */
public final class Door {
    public static final String SIGN_IN = "/console/sign-in";
    public static final String SIGN_OUT = "/console/sign-out";
    public static final String PASSWORD = "/console/password";

    /** Where a page follows what changes, which no person asks for. */
    public static final String EVENTS = "/console/events";

    /** How long a session lasts while nobody opens a page or sends a form. */
    public static final Duration IDLE = Duration.ofMinutes(30);
    /** How long it lasts at all. */
    static final Duration LONGEST = Duration.ofHours(12);

    private final Access access;
    private final Optional<Provider> provider;
    private final InstantSource clock;

    /**
     * Opens nothing.
     *
     * @param provider by which users may sign in too
     */
    public Door(Access access, Optional<Provider> provider, InstantSource clock) {
        this.access = access;
        this.provider = provider;
        this.clock = clock;
    }

    /** Where a browser is led to the identity provider; empty where there is none. */
    public String providerHref() {
        return provider.isPresent() ? ProviderEntry.BEGIN + "/firm" : "";
    }

    /**
     * Who a browser's session is for.
     *
     * @param passwords how many the user had had when it began: it ends with the password, whoever changes that
     * @param provided whether the identity provider vouched for them: then no password is asked for
     * @param asked when a person last asked for something by it
     */
    private record Session(
            String name, Instant since, int passwords, boolean provided, AtomicReference<Instant> asked) {}

    /**
     * Somebody who is in.
     *
     * @param mustChange whether the password is the one that was made for them, which opens nothing but its own change
     */
    public record Guest(SignedIn caller, boolean mustChange) {}

    /** Who signed in in this browser, as they are now; within {@link Gate} alone. */
    public Optional<Guest> guest(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Session session)) {
            return Optional.empty();
        }
        Optional<User> user = good(session, byScript(request)) ? access.signIn().now(session.name()) : Optional.empty();
        if (user.isEmpty()) {
            end(request);
        }
        return user.map(
                u -> new Guest(SignedIn.whole(u.name(), u.roles()), u.mustChangePassword() && !session.provided()));
    }

    /**
     * Who signed in in this browser, where they still are, for an answer that goes on: asking is no sign of a person, and
     * ends no session, as this browser may have begun another one since.
     */
    public Optional<Guest> still(HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        if (known == null || !(known.getPrincipal() instanceof Session session) || ended(request)) {
            return Optional.empty();
        }
        return Optional.of(session)
                .filter(begun -> good(begun, /* byScript= */ true))
                .flatMap(begun -> access.signIn().now(begun.name()))
                .map(u -> new Guest(SignedIn.whole(u.name(), u.roles()), /* mustChange= */ false));
    }

    /** Whether they signed out, or somebody else did who holds the same cookie. */
    private static boolean ended(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return true;
        }
        try {
            return session.getCreationTime() < 0;
        } catch (IllegalStateException invalid) {
            return true;
        }
    }

    /**
     * What a script asks for goes to no window: the browser says so, and no script may say otherwise. A form is a person's,
     * whoever sends it.
     */
    private static boolean byScript(HttpServletRequest request) {
        return List.of("GET", "HEAD").contains(request.getMethod())
                && ("empty".equals(request.getHeader("Sec-Fetch-Dest"))
                        || request.getRequestURI().equals(EVENTS));
    }

    private boolean good(Session session, boolean byScript) {
        Instant now = clock.instant();
        Instant before = byScript ? session.asked().get() : session.asked().getAndSet(now);
        return now.isBefore(session.since().plus(LONGEST))
                && now.isBefore(before.plus(IDLE))
                && access.signIn().passwords(session.name()) == session.passwords();
    }

    /** What a form of this browser must hold, so that no other site's page sends one. */
    public static String formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /**
     * Changes the password of somebody who is in. All their other browsers are out; this one has a new session id.
     *
     * @throws Problem of kind REFUSED where the old one is wrong, INPUT where the next one is none
     */
    public void change(HttpServletRequest request, HttpServletResponse response, Guest guest, Secret old, Secret next) {
        String name = guest.caller().name();
        access.passwords().change(name, old, next, request.getRemoteAddr());
        request.changeSessionId();
        Gate.remember(request, response, in(session(name, /* provided= */ false)));
    }

    private Session session(String name, boolean provided) {
        Instant now = clock.instant();
        return new Session(name, now, access.signIn().passwords(name), provided, new AtomicReference<>(now));
    }

    /** Lets in whom the identity provider means. */
    Authentication identified(String issuer, String subject, String shown, String from) {
        try {
            return in(session(
                    access.signIn().byIdentity(issuer, subject, shown, from).name(), /* provided= */ true));
        } catch (Problem problem) {
            throw denied(problem);
        }
    }

    private static AuthenticationException denied(Problem problem) {
        String said = String.valueOf(problem.getMessage());
        return problem.kind() == Problem.Kind.UNAVAILABLE
                ? new AuthenticationServiceException(said, problem)
                : new BadCredentialsException(said, problem);
    }

    AuthenticationManager manager() {
        return asked -> {
            String from =
                    asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
            try {
                User user = access.signIn()
                        .byPassword(asked.getName(), new Secret(String.valueOf(asked.getCredentials())), from);
                return in(session(user.name(), /* provided= */ false));
            } catch (Problem problem) {
                throw denied(problem);
            }
        };
    }

    private static Authentication in(Session session) {
        return UsernamePasswordAuthenticationToken.authenticated(session, null, List.of());
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    /** What stands before the pages, which these are. */
    public Gate gate(Screens screens) {
        return new Gate(this, provider.map(p -> new ProviderEntry(p, this, screens)), clock, screens);
    }

    /** What a browser is shown. */
    public interface Screens {
        /** The page that is asked for. */
        void show(HttpServletRequest request, HttpServletResponse response) throws IOException;

        /** The form to sign in with, and why it is shown again. */
        void signIn(HttpServletRequest request, HttpServletResponse response, int status, String why)
                throws IOException;

        /** That the identity provider let somebody in, and the way on. */
        void cameIn(HttpServletRequest request, HttpServletResponse response) throws IOException;

        /** Why what was asked for is not done. */
        void refuse(HttpServletRequest request, HttpServletResponse response, int status, String why)
                throws IOException;
    }
}
