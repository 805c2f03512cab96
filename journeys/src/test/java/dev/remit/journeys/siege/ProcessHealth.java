package dev.remit.journeys.siege;

import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether the processes are the same as before, answer for their health, and keep meters and logs within bounds. */
final class ProcessHealth {
    private static final List<String> PROCESSES =
            List.of("contracts", "tickets", "billing", "notifications", "gateway");
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(2);
    private static final long MOST_SERIES = 4_000;
    private static final long MOST_LOG_OF_A_FLOOD = 8_000_000;

    private static final Pattern START = Pattern.compile("(?m)^process_start_time_seconds\\S*\\s+(\\S+)$");

    private final Stack stack;
    private final Path logFolder;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> starts = new HashMap<>();
    private final Map<String, Long> logs = new HashMap<>();
    private final Map<String, Long> series = new TreeMap<>();

    /** @param logFolder where the stack keeps its logs */
    ProcessHealth(Stack stack, Path logFolder) {
        this.stack = stack;
        this.logFolder = logFolder;
        for (String name : PROCESSES) {
            starts.put(name, start(ask(stack.service(name).managementUrl() + "/q/metrics")));
            logs.put(name, logSize(name));
        }
    }

    /** @return a line for each sign that is not well */
    List<String> look() {
        List<String> signs = new ArrayList<>();
        for (String name : PROCESSES) {
            ServiceProcess process = stack.service(name);
            String live = ask(process.managementUrl() + "/q/health/live");
            if (!live.contains("UP")) {
                signs.add(name + " does not say that it lives: " + live);
            }
            String metrics = ask(process.managementUrl() + "/q/metrics");
            long count = metrics.lines().filter(line -> !line.startsWith("#")).count();
            series.put(name, count);
            if (count > MOST_SERIES) {
                signs.add(name + " has " + count + " time series");
            }
            String start = start(metrics);
            if (!start.equals(starts.put(name, start))) {
                signs.add(name + " was started again");
            }
            long grown = logSize(name) - logs.get(name);
            if (grown > MOST_LOG_OF_A_FLOOD) {
                signs.add(name + "'s logs have grown by " + grown + " bytes");
            }
            logs.put(name, logSize(name));
        }
        return signs;
    }

    /** How much is measured and logged, as it was looked at last. */
    @Override
    public String toString() {
        return "time series " + series + ", bytes of logs " + new TreeMap<>(logs);
    }

    /** When a process began, as its metrics say; empty where they do not come. */
    private static String start(String metrics) {
        Matcher start = START.matcher(metrics);
        return start.find() ? start.group(1) : "";
    }

    private String ask(String url) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(HEALTH_LIMIT)
                .GET()
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException unanswered) {
            return unanswered.toString();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Of all files of a process, the older ones too. */
    private long logSize(String name) {
        try (var files = Files.list(logFolder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(name))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
