package dev.footfall.grafana;

import com.microsoft.playwright.impl.driver.Driver;
import dev.footfall.servers.DebianPackages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Node.js and npm on a machine that has neither: the one comes with Playwright's driver, the other is Debian's, unpacked. Debian's own Node.js reads its parts from
 * where it is installed, and cannot be unpacked elsewhere.
 */
final class NodeJs {
    private static final Map<String, String> NO_BROWSER = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final String MODULES = "usr/share/nodejs";

    private NodeJs() {}

    /** A script of npm, to be run with those arguments. */
    static List<String> npm(String... arguments) throws IOException {
        List<String> script = new ArrayList<>(
                List.of(debian().resolve(MODULES).resolve("npm/bin/npm-cli.js").toString()));
        script.addAll(List.of(arguments));
        return script;
    }

    /** A script, with its arguments, in Node.js. */
    static ProcessBuilder running(List<String> script) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Driver.ensureDriverInstalled(NO_BROWSER, false)
                .driverDir()
                .resolve("node")
                .toString());
        command.addAll(script);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("NODE_PATH", debian().resolve(MODULES).toString());
        return process;
    }

    private static Path debian() throws IOException {
        return DebianPackages.unpackedOnly("npm", "npm", "node-*");
    }
}
