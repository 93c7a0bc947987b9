package dev.vesper.adapters.console.access;

import dev.vesper.adapters.console.access.Door.Screens;
import dev.vesper.basics.Visible;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Signing in by the firm's identity provider: the authorization code flow of OpenID Connect with PKCE, state and nonce, by
 * Spring Security's own filters. Of the answer the issuer and the subject count, which nobody chooses; the provider's tokens
 * are not kept.
 */
final class ProviderEntry {
    /** Leads to the provider. */
    static final String BEGIN = Door.SIGN_IN + "/provider";

    private static final Logger LOG = LoggerFactory.getLogger(ProviderEntry.class);
    private static final String BACK = Door.SIGN_IN + "/back";
    private static final String ID = "firm";

    private final Provider provider;
    private final Door door;
    private final Screens screens;
    private @Nullable ClientRegistration found;

    ProviderEntry(Provider provider, Door door, Screens screens) {
        this.provider = provider;
        this.door = door;
        this.screens = screens;
    }

    /** In the order in which they ask. */
    List<Filter> filters(InstantSource clock, SecurityContextRepository kept, SessionAuthenticationStrategy fresh) {
        ClientRegistrationRepository registrations = id -> id.equals(ID) ? registration() : null;
        PendingSignIns pending = new PendingSignIns(clock);

        var asks = new DefaultOAuth2AuthorizationRequestResolver(registrations, BEGIN);
        asks.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        var away = new OAuth2AuthorizationRequestRedirectFilter(asks);
        away.setAuthorizationRequestRepository(pending);

        var back = new Back(registrations);
        back.setAuthorizationRequestRepository(pending);
        back.setAuthenticationManager(new ProviderManager(new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                asked -> new DefaultOidcUser(List.of(), asked.getIdToken()))));
        back.setSecurityContextRepository(kept);
        back.setSessionAuthenticationStrategy(fresh);
        back.setAuthenticationSuccessHandler((request, response, _) -> screens.cameIn(request, response));
        back.setAuthenticationFailureHandler((request, response, why) -> {
            LOG.warn("signing in by {} failed: {}", provider.issuer(), Visible.line(why.toString()));
            screens.signIn(request, response, 401, said(why));
        });
        return List.of(this::answers, away, back);
    }

    /** What the provider says is for the log: a browser can make it say anything. */
    private static String said(AuthenticationException why) {
        return why instanceof OAuth2AuthenticationException
                ? "The identity provider did not let you in, or its answer came too late. Begin again."
                : String.valueOf(why.getMessage());
    }

    /** Leads to the provider alone, and only while it answers. */
    private void answers(ServletRequest asked, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        String path = request.getRequestURI();
        if (path.startsWith(BEGIN) || path.startsWith(BACK)) {
            try {
                registration();
            } catch (RuntimeException silent) {
                LOG.warn("{} does not answer as an identity provider", provider.issuer(), silent);
                screens.signIn(
                        request,
                        (HttpServletResponse) answer,
                        503,
                        "The identity provider does not answer. Sign in by password, or try again later.");
                return;
            }
        }
        chain.doFilter(asked, answer);
    }

    private synchronized ClientRegistration registration() {
        ClientRegistration known = found;
        if (known == null) {
            known = ClientRegistrations.fromOidcIssuerLocation(provider.issuer())
                    .registrationId(ID)
                    .clientId(provider.client())
                    .clientSecret(provider.secret().reveal())
                    .redirectUri("{baseScheme}://{baseHost}{basePort}" + BACK)
                    .scope("openid", "profile")
                    .build();
            found = known;
        }
        return known;
    }

    /** Spring's filter, which knows the provider's word, and then whom we know by it. */
    private final class Back extends OAuth2LoginAuthenticationFilter {
        Back(ClientRegistrationRepository registrations) {
            super(registrations, new NoTokensKept(), BACK);
        }

        @Override
        public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
            Authentication proved = super.attemptAuthentication(request, response);
            OidcUser user = (OidcUser) Objects.requireNonNull(proved.getPrincipal());
            return door.identified(
                    provider.issuer(),
                    Objects.requireNonNull(user.getSubject()),
                    Objects.requireNonNullElse(user.getPreferredUsername(), ""),
                    request.getRemoteAddr());
        }
    }

    /** We ask the provider for nothing more. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring declares it
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // the tokens end here
        }

        @Override
        public void removeAuthorizedClient(
                String registration, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // none is kept
        }
    }
}
