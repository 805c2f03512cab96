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
    private long position;

    public ServiceFeed(Stack stack, ServiceProcess service) {
        this.service = service;
        this.neighbour = new RemitApi(URI.create(service.url()), stack::token).as("billing-service");
    }

    public String name() {
        return service.name();
    }

    /**
     * Reads what has been added, at most a page, and forgets it; empty at the end.
     *
     * @throws AssertionError when an event does not stand right behind the one before it
     */
    public synchronized List<JsonNode> next() {
        List<JsonNode> page = new ArrayList<>();
        for (JsonNode item : neighbour
                .get("/internal/v1/feed?after=" + position + "&limit=" + PAGE)
                .path("items")) {
            if (item.path("position").asLong() != position + 1) {
                throw new AssertionError(
                        name() + "'s feed has " + item.path("position") + " where " + (position + 1) + " should stand");
            }
            position++;
            page.add(item);
        }
        return page;
    }

    /** Reads what has been added and keeps it; gives how many events that were. */
    public synchronized int readOn() {
        List<JsonNode> page = next();
        events.addAll(page);
        return page.size();
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
