package dev.vesper.adapters.api;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.vesper.adapters.api.server.ApiServer;
import dev.vesper.testing.MemoryRequests;
import dev.vesper.testing.NoProbes;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Vesper answers over HTTP as the command line's pact says, each question in the state that it tells of. */
@Provider(PactStory.PROVIDER)
@PactFolder("src/test/resources/pacts")
class PactProviderTest {
    private final PactStory story = new PactStory(PactStory.ASKS);
    private final ApiServer server = ApiServer.start(0, story.operations, MemoryRequests.kept(), new NoProbes());

    @BeforeAll
    static void tellNobody() {
        PactStory.tellNobody();
    }

    @BeforeEach
    void ask(PactVerificationContext context) {
        context.setTarget(new HttpTestTarget("127.0.0.1", server.endpoint().port()));
    }

    @State(PactStory.ASKS)
    void asks() {}

    @State(PactStory.PROPOSED)
    void proposed() {
        story.propose();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void isAnsweredSo(PactVerificationContext context, HttpRequest request) throws Exception {
        story.tokens.forEach((name, token) -> {
            if (request.containsHeader("Authorization")
                    && request.getFirstHeader("Authorization")
                            .getValue()
                            .equals("Bearer " + PactStory.placeholder(name))) {
                request.setHeader("Authorization", "Bearer " + token.reveal());
            }
        });
        context.verifyInteraction();
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }
}
