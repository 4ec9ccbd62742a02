package dev.footfall.local;

import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.mqtt.Broker;
import java.io.PrintWriter;
import java.net.URI;
import java.util.Locale;

/** What {@code up} says to whoever started it. */
final class UpReport {
    private final PrintWriter out;

    UpReport(PrintWriter out) {
        this.out = out;
    }

    /** Where a part runs. */
    void part(String name, String where, String remark) {
        out.println(String.format(Locale.ROOT, "  %-12s %-46s %s", name, where, remark)
                .stripTrailing());
        out.flush();
    }

    /** What one may do next. */
    void next(Broker devices, InfluxSettings database, boolean simulated) {
        out.println();
        URI broker = URI.create(devices.uri());
        out.println("Listen to the devices   mosquitto_sub -h " + broker.getHost()
                + (broker.getPort() < 0 ? "" : " -p " + broker.getPort()) + " -t 'footfall/v1/#' -v");
        out.println("Ask the database        curl -G " + database.url() + "/query --data-urlencode db="
                + database.database() + " --data-urlencode 'q=SELECT * FROM footfall LIMIT 5'");
        if (simulated) {
            out.println("Your own shops          ./footfall up --stores DIR; real devices: --broker URL; docs/up.md");
        }
        out.println("Ctrl-C ends all of it.");
        out.println();
        out.flush();
    }

    /** A line of its own. */
    void say(String words) {
        out.println(words);
        out.flush();
    }
}
