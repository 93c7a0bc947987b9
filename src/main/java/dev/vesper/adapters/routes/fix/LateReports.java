package dev.vesper.adapters.routes.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;

/** Reports of orders that are not worked any more. */
final class LateReports {
    private static final Logger LOG = LoggerFactory.getLogger(LateReports.class);

    void heard(String venue, Message report) {
        LOG.debug("{} reports an order of an earlier slice: {}", venue, report);
    }
}
