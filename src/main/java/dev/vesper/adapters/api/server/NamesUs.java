package dev.vesper.adapters.api.server;

import dev.vesper.adapters.api.ProblemType;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets through what names the address that it came to: a page of another site that had its name pointed at us sends that
 * name here (DNS rebinding).
 */
final class NamesUs extends Handler.Wrapper {
    NamesUs(Handler answers) {
        super(answers);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HostNames names = ((BoundedConnector) request.getConnectionMetaData().getConnector()).names();
        var hosts = request.getHeaders().getValuesList("Host");
        if (hosts.size() == 1 && names.contain(hosts.getFirst(), Request.getLocalPort(request))) {
            return super.handle(request, response, callback);
        }
        Reply.problem(ProblemType.MISDIRECTED, "Expected the Host header to name " + names.words() + " and the port")
                .send(request, response, callback);
        return true;
    }
}
