package dev.vesper.adapters.console.access;

import dev.vesper.adapters.console.access.Door.Screens;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfLogoutHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Spring Security's filters before the pages, in the order in which they ask: a sound request, of our own pages, by whom,
 * with the form's token, to sign out or in. Put together by hand: no container is started, and nothing is looked for.
 */
public final class Gate {
    private final FilterChainProxy filters;
    private final Screens screens;

    Gate(Door door, Optional<ProviderEntry> provider, InstantSource clock, Screens screens) {
        this.screens = screens;
        HttpSessionSecurityContextRepository kept = new HttpSessionSecurityContextRepository();
        FormTokens tokens = new FormTokens();

        CsrfFilter forms = new CsrfFilter(tokens);
        forms.setAccessDeniedHandler((request, response, _) -> screens.refuse(
                request, response, 403, "This form is too old, or another page sent it. Open the page again."));

        LogoutFilter out = new LogoutFilter(
                (request, response, _) -> {
                    response.addHeader("Set-Cookie", Entrance.endCookie(request.getLocalPort()));
                    goTo(response, Door.SIGN_IN);
                },
                new CsrfLogoutHandler(tokens),
                new SecurityContextLogoutHandler());
        out.setLogoutRequestMatcher(post(Door.SIGN_OUT));

        UsernamePasswordAuthenticationFilter in = new UsernamePasswordAuthenticationFilter(door.manager());
        in.setRequiresAuthenticationRequestMatcher(post(Door.SIGN_IN));
        in.setUsernameParameter("name");
        in.setSecurityContextRepository(kept);
        var fresh = new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens)));
        in.setSessionAuthenticationStrategy(fresh);
        in.setAuthenticationSuccessHandler((_, response, _) -> goTo(response, "/console/"));
        in.setAuthenticationFailureHandler((request, response, why) -> screens.signIn(
                request,
                response,
                why instanceof AuthenticationServiceException ? 503 : 401,
                String.valueOf(why.getMessage())));

        List<Filter> chain =
                new ArrayList<>(List.<Filter>of(this::ownPages, new SecurityContextHolderFilter(kept), forms, out, in));
        provider.ifPresent(entry -> chain.addAll(entry.filters(clock, kept, fresh)));
        filters = new FilterChainProxy(new DefaultSecurityFilterChain(_ -> true, chain));
        filters.setFirewall(firewall());
        filters.setRequestRejectedHandler((request, response, _) ->
                screens.refuse(request, response, 400, "Expected a request as browsers make them."));
    }

    /** Paths are matched as they were sent, so nothing in them is mistaken; headers and methods are looked at. */
    private static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true); // the pages say 405
        firewall.setAllowBackSlash(true);
        firewall.setAllowSemicolon(true);
        firewall.setAllowUrlEncodedDoubleSlash(true);
        firewall.setAllowUrlEncodedPercent(true);
        firewall.setAllowUrlEncodedPeriod(true);
        firewall.setAllowUrlEncodedSlash(true);
        return firewall;
    }

    private static RequestMatcher post(String path) {
        return request ->
                request.getMethod().equals("POST") && request.getRequestURI().equals(path);
    }

    private static void goTo(HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", path);
        response.setHeader("Cache-Control", "no-store");
    }

    /** Another port of this machine is the same site to a browser, and its pages are not ours. */
    private void ownPages(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        String from = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        String ours = request.getScheme() + "://" + request.getHeader("Host");
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean own = (from == null || from.equals("same-origin") || from.equals("none"))
                && (origin == null || origin.equals("null") || origin.equalsIgnoreCase(ours));
        if (reads || own) {
            chain.doFilter(asked, answer);
        } else {
            screens.refuse(request, (HttpServletResponse) answer, 403, "Another site's page asked for this.");
        }
    }

    /** Keeps who this browser is for. */
    static void remember(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    /** Answers one request. */
    public void answer(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        filters.doFilter(
                request,
                response,
                (passed, answer) -> screens.show((HttpServletRequest) passed, (HttpServletResponse) answer));
    }
}
