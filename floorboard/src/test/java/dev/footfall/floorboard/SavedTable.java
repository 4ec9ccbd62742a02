package dev.footfall.floorboard;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that the page saved, read back by the rules of RFC 4180. */
record SavedTable(String file, List<Map<String, String>> rows) {

    /** Saves what the menu calls so, and reads it. */
    static SavedTable save(Page page, String id) throws IOException {
        Download download = download(page, "csv-" + id);
        try (InputStream in = download.createReadStream()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<List<String>> records = records(text.substring(1)); // after the mark
            List<Map<String, String>> rows = new ArrayList<>();
            for (List<String> fields : records.subList(1, records.size())) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 0; column < fields.size(); column++) {
                    row.put(records.get(0).get(column), fields.get(column));
                }
                rows.add(row);
            }
            return new SavedTable(download.suggestedFilename(), rows);
        }
    }

    /** Opens the menu if it is shut, and saves what it calls so. */
    static Download download(Page page, String id) {
        if (page.locator("#share[open]").count() == 0) {
            page.locator("#share summary").click();
        }
        return page.waitForDownload(
                () -> page.locator("#share [data-save='" + id + "']").click());
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                field.append(c);
                at++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == ',' || c == '\n')) {
                fields.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    records.add(fields);
                    fields = new ArrayList<>();
                }
            } else if (quoted || c != '\r') {
                field.append(c);
            }
        }
        return records;
    }
}
