package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** One service's feed as its neighbours read it, followed from the first position on. */
public final class ServiceFeed {
    private static final int PAGE = 500;

    private final ServiceProcess service;
    private final RemitApi.As neighbour;
    private final List<JsonNode> events = new ArrayList<>();

    public ServiceFeed(Stack stack, ServiceProcess service) {
        this.service = service;
        this.neighbour = new RemitApi(URI.create(service.url()), stack::token).as("billing-service");
    }

    public String name() {
        return service.name();
    }

    /**
     * Reads what has been added; gives how many events that were.
     *
     * @throws AssertionError when an event does not stand right behind the one before it
     */
    public synchronized int readOn() {
        JsonNode page = neighbour.get("/internal/v1/feed?after=" + events.size() + "&limit=" + PAGE);
        JsonNode items = page.path("items");
        for (JsonNode item : items) {
            long expected = events.size() + 1L;
            if (item.path("position").asLong() != expected) {
                throw new AssertionError(
                        name() + "'s feed has " + item.path("position") + " where " + expected + " should stand");
            }
            events.add(item);
        }
        return items.size();
    }

    /** Reads to the end and gives everything. */
    public synchronized List<JsonNode> all() {
        while (readOn() > 0) {
            // The next page.
        }
        return List.copyOf(events);
    }

    /** What was read so far. */
    public synchronized List<JsonNode> seen() {
        return List.copyOf(events);
    }
}
