package dev.vesper.adapters.console.access;

import dev.vesper.basics.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Who was sent to the identity provider and is not back yet. The cookie that knows them again is sent by a page of another
 * site (Lax), as the provider is one; it is of no use for anything else, and ends with the answer.
 */
final class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {
    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final int MOST = 1_000;
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private record Pending(OAuth2AuthorizationRequest asked, Instant until) {}

    PendingSignIns(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return cookie(request)
                .map(value -> pending.get(Sha256.of(value)))
                .filter(known -> clock.instant().isBefore(known.until())
                        && known.asked().getState() != null
                        && known.asked().getState().equals(request.getParameter("state")))
                .map(Pending::asked)
                .orElse(null);
    }

    @Override
    public synchronized void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest asked, HttpServletRequest request, HttpServletResponse response) {
        if (asked == null) {
            removeAuthorizationRequest(request, response);
            return;
        }
        Instant now = clock.instant();
        pending.values().removeIf(old -> !now.isBefore(old.until()));
        while (pending.size() >= MOST) {
            pending.remove(pending.keySet().iterator().next());
        }
        byte[] drawn = new byte[BYTES];
        random.nextBytes(drawn);
        String value = HexFormat.of().formatHex(drawn);
        pending.put(Sha256.of(value), new Pending(asked, now.plus(GOOD)));
        set(request, response, value, GOOD.toSeconds());
    }

    @Override
    public synchronized @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = loadAuthorizationRequest(request);
        if (asked != null) {
            cookie(request).ifPresent(value -> pending.remove(Sha256.of(value)));
            set(request, response, "", 0);
        }
        return asked;
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
        response.addHeader(
                "Set-Cookie",
                name(request) + "=" + value + "; Path=" + Door.SIGN_IN + "; Max-Age=" + seconds
                        + "; HttpOnly; SameSite=Lax" + (request.isSecure() ? "; Secure" : ""));
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** Browsers keep one set of cookies for all ports of a host. */
    private static String name(HttpServletRequest request) {
        return "vesper-provider-" + request.getLocalPort();
    }
}
