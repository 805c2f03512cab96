package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.demo.RemitApi;
import java.util.ArrayList;
import java.util.List;

/** A list's items, page by page. */
public final class Pages {

    private Pages() {}

    /** @param path of the list; it may have a query */
    public static List<JsonNode> all(RemitApi.As caller, String path) {
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = caller.get(first);
        while (true) {
            page.path("items").forEach(items::add);
            if (!page.path("next").isTextual()) {
                return items;
            }
            page = caller.get(first + "&cursor=" + page.path("next").asText());
        }
    }
}
