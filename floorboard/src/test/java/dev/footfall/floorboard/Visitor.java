package dev.footfall.floorboard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Somebody who looks at the page: with own settings and storage, and a list of what went wrong on the way. */
final class Visitor implements AutoCloseable {
    /** For elements that need not be visible. */
    static final Page.WaitForSelectorOptions ATTACHED =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    /** What the page itself gives up because something else was chosen. */
    private static final String TAKEN_BACK = "net::ERR_ABORTED";

    private final BrowserContext context;
    private final Page page;
    private final URI url;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, URI url, ColorScheme scheme, int width, int height) {
        this.url = url;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setColorScheme(scheme)
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setTimezoneId("Asia/Tokyo"));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        page.onPageError(complaints::add);
        page.onRequestFailed(request -> {
            if (!request.failure().equals(TAKEN_BACK)) {
                complaints.add(request.url() + ": " + request.failure());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(url.toString()) && !request.url().startsWith("data:")) {
                complaints.add("asks another host: " + request.url());
            }
        });
    }

    /** Takes the clock of the page's timers into the test's hands; before it is opened. */
    Visitor withClock() {
        page.clock().install();
        return this;
    }

    /** The page, before it is opened or since. */
    Page page() {
        return page;
    }

    /** Lets the page use the clipboard. */
    void mayCopy() {
        context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    }

    /** Opens the page at what follows its address. */
    Page open(String search) {
        page.navigate(url + search);
        return page;
    }

    /** Opens the page at what follows its address, and waits until all of it is shown. */
    Page openWhole(String search) {
        open(search);
        page.waitForSelector("#zones tbody tr", ATTACHED);
        page.waitForSelector("#flows canvas, #flows[hidden]", ATTACHED);
        return page;
    }

    /** Waits until nothing of a page fades or moves: what is dimmed meanwhile has another contrast. */
    static void settled(Page page) {
        page.waitForFunction("() => document.getAnimations().length === 0 && !document.querySelector('[aria-busy]')");
    }

    /** Errors and warnings of the console, requests that failed for another reason than the page's will, and requests to other hosts. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
