package dev.footfall.floorboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import dev.footfall.servers.Chromium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A real browser: Debian's Chromium, driven by Playwright with the node that its driver brings. */
final class Browsing implements AutoCloseable {
    /** The driver is told once more not to download what is unpacked already. */
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final Playwright playwright;
    private final Browser browser;

    private Browsing(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts one; {@code folder} is for its configuration and caches. */
    static Browsing start(Path folder) throws IOException {
        Chromium chromium = Chromium.in(folder);
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium.executable())
                        .setEnv(chromium.environment())
                        .setArgs(chromium.arguments()));
        return new Browsing(playwright, browser);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
