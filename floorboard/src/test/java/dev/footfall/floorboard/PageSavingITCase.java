package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is saved is what is shown, and what InfluxDB answers; a link that is copied shows the same again. */
class PageSavingITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static final String DAY = "store = '" + ShownStores.STORE + "' AND \"window\" = '1d' AND time = "
            + ShownStores.DAY_START.toEpochMilli() + "ms";
    private static final String QUARTERS = "store = '" + ShownStores.STORE + "' AND \"window\" = '15m' AND time >= "
            + ShownStores.DAY_START.toEpochMilli() + "ms";

    @SuppressWarnings("NullAway.Init")
    private Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @BeforeEach
    void openTheDay() {
        visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900);
        page = visitor.openWhole("?store=" + ShownStores.STORE + "&range=today");
    }

    @AfterEach
    void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void tables_areTheFiguresOfTheDay() throws IOException {
        List<String> dwell =
                List.of("visits", "seconds", "stays", "passes", "stops", "engaged", "dwell_ms_p50", "dwell_ms_max");
        same("zones", "zone", dwell, "zone_dwell WHERE floor = '0' AND " + DAY);
        same("cells", "cell", List.of("seconds", "visits"), "heatmap WHERE floor = '0' AND " + DAY);
        same(
                "funnel",
                "step",
                List.of("visits", "entered", "step_ms_p50"),
                "funnel WHERE funnel = 'basket' AND " + DAY);
        same("paths", "rank", List.of("visits", "duration_ms_sum"), "paths WHERE " + DAY);
        same("visits", "store", List.of("visits", "bounces", "duration_ms_p50"), "visits WHERE " + DAY);
        same("inside", "from", List.of("people", "people_max"), "occupancy WHERE " + QUARTERS);
        SavedTable doors = SavedTable.save(page, "doors");
        assertThat(doors.rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get("in")))
                        .sum())
                .isEqualTo(STORES.influx("SELECT sum(\"in\") FROM footfall WHERE " + QUARTERS)
                        .at("/series/0/values/0/1")
                        .asInt());
        assertThat(doors.rows().get(0)).containsKeys("door", "out", "passing", "completeness", "definitions");
        SavedTable ways = SavedTable.save(page, "ways");
        assertThat(ways.rows().stream()
                        .mapToInt(row -> Integer.parseInt(row.get("visits")))
                        .sum())
                .isEqualTo(STORES.influx("SELECT sum(visits) FROM zone_flow WHERE " + DAY)
                        .at("/series/0/values/0/1")
                        .asInt());
    }

    /** Saves a table and compares it, row by row, with what InfluxDB answers. */
    private void same(String id, String key, List<String> fields, String from) throws IOException {
        SavedTable saved = SavedTable.save(page, id);
        assertThat(saved.file()).isEqualTo("supermarket_2026-11-02_" + id + ".csv");
        Map<String, String> expected = new TreeMap<>();
        String select = String.join("\", \"", fields);
        String tag = key.equals("from") || key.equals("store") ? "" : "\"" + key + "\", ";
        int first = tag.isEmpty() ? 1 : 2;
        for (JsonNode row : STORES.influx("SELECT " + tag + "\"" + select + "\" FROM " + from)
                .at("/series/0/values")) {
            StringBuilder values = new StringBuilder();
            for (int field = 0; field < fields.size(); field++) {
                JsonNode value = row.get(first + field);
                values.append(value.isNull() ? "" : value.asDouble()).append(' ');
            }
            String name = key.equals("from")
                    ? "2026-11-02T" + ShownStores.localTime(row.get(0).asLong()) + ":00+01:00"
                    : key.equals("store") ? ShownStores.STORE : row.get(1).asText();
            expected.put(name, values.toString());
        }
        Map<String, String> shown = new TreeMap<>();
        for (Map<String, String> row : saved.rows()) {
            StringBuilder values = new StringBuilder();
            for (String field : fields) {
                String value = row.getOrDefault(field, "absent");
                values.append(value.isEmpty() ? "" : String.valueOf(Double.parseDouble(value)))
                        .append(' ');
            }
            shown.put(row.getOrDefault(key, "absent"), values.toString());
            assertThat(row).containsEntry("store", ShownStores.STORE);
            assertThat(row.get("status")).isIn("provisional", "final");
            assertThat(row.get("from")).endsWith("+01:00");
            assertThat(row.get("definitions")).hasSize(8);
        }
        assertThat(shown).as(id).isEqualTo(expected).isNotEmpty();
    }

    @Test
    void tables_ofTwoDays_haveBothAndTheDifference() throws IOException {
        page.navigate(page.url() + "&against=week");
        assertThat(page.locator("#compared")).isVisible();
        page.waitForSelector("#zones th[title*=less]", Visitor.ATTACHED);
        SavedTable zones = SavedTable.save(page, "zones");
        assertThat(zones.file()).isEqualTo("supermarket_2026-11-02_against_2026-10-26_zones.csv");
        assertThat(zones.rows())
                .anySatisfy(row -> assertThat(Double.parseDouble(row.get("seconds_difference")))
                        .isEqualTo(
                                Double.parseDouble(row.get("seconds")) - Double.parseDouble(row.get("seconds_other"))))
                .allSatisfy(row -> assertThat(row.get("other_from")).isEqualTo("2026-10-26T04:00:00+01:00"));
        assertThat(SavedTable.save(page, "doors").rows()).extracting("range").contains("shown", "other");
        assertThat(SavedTable.save(page, "cells").rows())
                .anySatisfy(row -> assertThat(row.get("seconds_difference")).startsWith("-"));
    }

    @Test
    void pictures_areDrawn() throws IOException {
        page.waitForSelector("#doors canvas", Visitor.ATTACHED);
        for (String id : List.of("plan", "doors")) {
            Download download = SavedTable.download(page, "png-" + id);
            assertThat(download.suggestedFilename()).isEqualTo("supermarket_2026-11-02_" + id + ".png");
            try (InputStream in = download.createReadStream()) {
                BufferedImage picture = ImageIO.read(in);
                assertThat(picture.getWidth()).isGreaterThan(800);
                Set<Integer> colours = new HashSet<>();
                for (int y = 0; y < picture.getHeight(); y += 3) {
                    for (int x = 0; x < picture.getWidth(); x += 3) {
                        colours.add(picture.getRGB(x, y));
                    }
                }
                assertThat(colours).hasSizeGreaterThan(50);
            }
        }
    }

    @Test
    void links_areCopied_andTheMomentStays() {
        visitor.mayCopy();
        page.navigate(visitor.page().url().replace("&range=today", ""));
        page.waitForSelector("#zones tbody tr", Visitor.ATTACHED);
        page.locator("#share summary").focus();
        page.keyboard().press("Enter");
        page.locator("#share [data-link='Copy link']").click();
        assertThat(page.locator("#shared")).hasText("Copied.");
        assertThat(copied()).isEqualTo(page.url());
        page.locator("#share [data-link='Copy link to this moment']").click();
        assertThat(page.locator("#shared")).hasText("Copied.");
        page.keyboard().press("Escape");
        assertThat(page.locator("#share summary")).isFocused();
        String zones = page.locator("#zones tbody th").allInnerTexts().toString();
        String moment = copied();
        assertThat(moment).contains("range=2026-11-02T09%3A00Z");
        page.navigate(moment);
        assertThat(page.locator("#subtitle"))
                .hasText("Monday, 2 November 2026. Heat map, zones, funnel and ways: 10:00 to 11:00.");
        page.waitForSelector("#zones tbody tr", Visitor.ATTACHED);
        assertThat(page.locator("#zones tbody th").allInnerTexts().toString()).isEqualTo(zones);
        assertThat(page.locator("#day")).hasValue("2026-11-02");
    }

    private String copied() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    @Test
    void chain_isSavedWhole_andNoNameIsAFormula() throws IOException {
        try (Visitor other = STORES.visitorOfChain(ColorScheme.DARK, 1280, 900)) {
            Page chain = other.open("chain.html?range=" + ChainOfStores.DAY);
            chain.waitForSelector("#stores tbody tr", Visitor.ATTACHED);
            SavedTable stores = SavedTable.save(chain, "stores");
            assertThat(stores.file()).isEqualTo("stores_" + ChainOfStores.DAY + "_table.csv");
            Map<String, Map<String, String>> saved = new TreeMap<>();
            stores.rows().forEach(row -> saved.put(row.getOrDefault("store", ""), row));
            assertThat(saved).hasSize(ChainOfStores.MANY + 3);
            assertThat(saved.get(ChainOfStores.id(ChainOfStores.NAMED_LIKE_A_FORMULA)))
                    .containsEntry("name", "'" + ChainOfStores.FORMULA);
            for (JsonNode row : STORES.influx(
                            "SELECT store, visits, completeness FROM visits WHERE store =~ /^station-/ AND \"window\" = '1d' AND time > "
                                    + (ChainOfStores.start("station-00000", ChainOfStores.DAY) - 1) + "ms")
                    .at("/series/0/values")) {
                assertThat(saved.get(row.get(1).asText()))
                        .containsEntry("visits", row.get(2).asText());
            }
            assertThat(saved.get(ChainOfStores.STRANGE)).containsEntry("outlier_in", "bounces");
            assertThat(saved.get("station-00009")).containsEntry("from", "2026-11-01T04:00:00-05:00");
            assertThat(SavedTable.download(chain, "png-map").suggestedFilename())
                    .endsWith("_map.png");
            assertThat(other.complaints()).isEmpty();
        }
    }
}
