package dev.footfall.jobs.influx;

import java.io.IOException;
import java.util.List;

/** What takes points, a request at a time. */
@FunctionalInterface
interface PointServer {
    /**
     * Sends lines of line protocol in one request.
     *
     * @throws RefusedException when the server answered and did not take them all
     * @throws IOException when there was no answer
     */
    void take(List<String> lines) throws IOException;
}
