package dev.vesper.adapters.console.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Where the token of a browser's forms is kept: in the session of who is in, and in a cookie before that, so that looking at
 * the form costs us no memory.
 */
final class FormTokens implements CsrfTokenRepository {
    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();

    private CsrfTokenRepository of(HttpServletRequest request) {
        if (request.getSession(false) != null) {
            return session;
        }
        CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
        // browsers keep one set of cookies for all ports of a host
        cookie.setCookieName("vesper-form-" + request.getLocalPort());
        cookie.setCookiePath("/console");
        cookie.setCookieCustomizer(set -> set.httpOnly(true).sameSite("Strict"));
        return cookie;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }
}
