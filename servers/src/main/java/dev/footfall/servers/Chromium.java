package dev.footfall.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Debian's Chromium as a program that a test or a screenshot is made with: without a window, without root, with fonts of its own.
 *
 * <p>It talks to nobody but the pages it is shown. Pages look alike on every machine: text is Inter, and DejaVu where Inter has no
 * glyph or fixed width is asked for, whatever the machine has installed.
 *
 * @param executable the program
 * @param environment all of the environment that it runs in
 * @param arguments what it is always started with; {@code --headless} is the caller's, as drivers give it themselves
 */
public record Chromium(Path executable, Map<String, String> environment, List<String> arguments) {
    private static final List<String> FONTS = List.of("fonts-inter", "fonts-dejavu-core");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", // as root, and in a container, Chromium refuses to start with it
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    public Chromium {
        environment = Map.copyOf(environment);
        arguments = List.copyOf(arguments);
    }

    /**
     * Unpacks it, the first time for this user, and makes it ready to run.
     *
     * @param folder for its configuration and caches; made if absent
     * @throws IOException if it cannot be had
     */
    public static Chromium in(Path folder) throws IOException {
        Path debian = DebianPackages.unpacked("chromium");
        Path home = Files.createDirectories(folder.toAbsolutePath());
        Path fonts = home.resolve("fonts.conf");
        Files.writeString(fonts, fontsConfiguration(home));
        return new Chromium(
                debian.resolve("usr/lib/chromium/chromium"),
                Map.of(
                        "HOME",
                        home.toString(),
                        "LANG",
                        "C.UTF-8",
                        "LD_LIBRARY_PATH",
                        libraries(debian),
                        "FONTCONFIG_FILE",
                        fonts.toString(),
                        // there is no message bus, and none is looked for
                        "DBUS_SESSION_BUS_ADDRESS",
                        "unix:path=" + home.resolve("no-bus"),
                        "DBUS_SYSTEM_BUS_ADDRESS",
                        "unix:path=" + home.resolve("no-bus")),
                ARGUMENTS);
    }

    /** Some libraries lie in folders of their own beside the others. */
    private static String libraries(Path debian) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (String parent : Unpacked.libraries(debian).split(":")) {
            folders.add(Path.of(parent));
            try (Stream<Path> children = Files.list(Path.of(parent))) {
                children.filter(Files::isDirectory).sorted().forEach(folders::add);
            }
        }
        return folders.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    private static String fontsConfiguration(Path home) throws IOException {
        StringBuilder folders = new StringBuilder();
        for (String name : FONTS) {
            Path fonts = DebianPackages.unpacked(name).resolve("usr/share/fonts");
            folders.append("  <dir>").append(fonts).append("</dir>\n");
        }
        return """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
                <fontconfig>
                %s  <cachedir>%s</cachedir>
                %s%s%s</fontconfig>
                """
                .formatted(
                        folders,
                        home.resolve("fonts"),
                        preference("sans-serif", "Inter"),
                        preference("system-ui", "Inter"),
                        preference("monospace", "DejaVu Sans Mono"));
    }

    private static String preference(String family, String font) {
        return "  <alias><family>%s</family><prefer><family>%s</family><family>DejaVu Sans</family></prefer></alias>\n"
                .formatted(family, font);
    }
}
