package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import dev.vesper.basics.Problem;
import java.io.IOException;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a reply of everything that goes wrong while a request is answered. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** Answers a request. */
    interface Answers {
        Reply reply() throws IOException;
    }

    static Reply told(Request request, Answers answers) throws IOException {
        try {
            return answers.reply();
        } catch (Problem problem) {
            return Reply.problem(type(problem), String.valueOf(problem.getMessage()));
        } catch (RuntimeException ours) {
            String instance = Reply.instance();
            LOG.error("{} {} failed, {}", request.getMethod(), request.getHttpURI(), instance, ours);
            return Reply.problem(
                    ProblemType.OUR_FAULT, "This is our fault; the log says why, beside " + instance, instance);
        }
    }

    private static ProblemType type(Problem problem) {
        return switch (problem.kind()) {
            case INPUT -> problem.unknown() ? ProblemType.UNKNOWN_THING : ProblemType.INVALID_REQUEST;
            case REFUSED -> problem.forbidden() ? ProblemType.FORBIDDEN : ProblemType.REFUSED;
            case UNAVAILABLE -> ProblemType.UNAVAILABLE;
        };
    }
}
