package dev.remit.kit.testing.api;

import dev.remit.kit.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tries to get to what services say to each other, as everybody else and in every spelling. */
public final class InternalPathsProbe {
    private static final List<String> ROLES = List.of(
            "owner",
            "service-desk",
            "technician",
            "finance",
            "client-approver",
            "psa-sync",
            "finance-pull",
            "integrator",
            "auditor",
            "service");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private InternalPathsProbe() {}

    /** A line for each time that somebody other than a service got further than the door; paths begin with a slash. */
    public static List<String> openings(URI base, List<String> paths) {
        List<String> openings = new ArrayList<>();
        tokens().forEach((who, token) -> {
            for (String path : paths) {
                for (String spelling : spellings(path)) {
                    for (String method : List.of("GET", "POST", "HEAD", "OPTIONS")) {
                        int status = status(base, method, spelling, token);
                        boolean exact = spelling.equals(path) && !method.equals("OPTIONS");
                        boolean shut = exact ? status == (token == null ? 401 : 403) : status >= 400 && status < 500;
                        if (!shut) {
                            openings.add(method + " " + spelling + " answered " + who + " with " + status);
                        }
                    }
                }
            }
        });
        return openings;
    }

    private static List<String> spellings(String path) {
        String rest = path.substring("/internal".length());
        return List.of(
                path,
                path + "/",
                "/" + path,
                "/internal/" + rest,
                "/%69nternal" + rest,
                "/internal;x=1" + rest,
                "/internal%2f" + rest.substring(1),
                "/./internal" + rest,
                "/api/../internal" + rest,
                "/api/%2e%2e/internal" + rest,
                "/INTERNAL" + rest);
    }

    private static Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        UUID tenant = UUID.randomUUID();
        tokens.put("nobody", null);
        for (String role : ROLES) {
            tokens.put(role, TestTokens.as(role).tenant(tenant).client("any").token());
        }
        tokens.put(
                "a person with every role",
                TestTokens.as(ROLES.toArray(String[]::new)).tenant(tenant).token());
        tokens.put(
                "an owner with a service's audience",
                TestTokens.as("owner")
                        .tenant(tenant)
                        .audience("remit-api", "remit-internal")
                        .token());
        return tokens;
    }

    private static int status(URI base, String method, String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
