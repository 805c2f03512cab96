package dev.remit.journeys.proof;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Which processes spend how much of the machine's processors. */
public final class Machine {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("contracts-service/", "contracts");
        NAMES.put("tickets-service/", "tickets");
        NAMES.put("billing-service/", "billing");
        NAMES.put("notifications-service/", "notifications");
        NAMES.put("gateway/", "gateway");
        NAMES.put("mysqld", "MySQL");
        NAMES.put("keycloak", "Keycloak");
        NAMES.put("Attackers", "attackers");
    }

    private final Map<String, Duration> before = spent();
    private final long beganNanos = System.nanoTime();

    /** What was spent since this object was made, in hundredths of one processor. */
    public String spentSince() {
        double seconds = (System.nanoTime() - beganNanos) / 1e9;
        return new TreeMap<>(spent())
                .entrySet().stream()
                        .map(process -> "%s %.0f"
                                .formatted(
                                        process.getKey(),
                                        process.getValue()
                                                        .minus(before.getOrDefault(process.getKey(), Duration.ZERO))
                                                        .toMillis()
                                                / seconds
                                                / 10))
                        .collect(Collectors.joining(", "));
    }

    private static Map<String, Duration> spent() {
        Map<String, Duration> spent = new TreeMap<>();
        add(spent, "client", ProcessHandle.current());
        ProcessHandle.current().descendants().forEach(process -> process.info()
                .commandLine()
                .filter(command -> !command.contains("leash"))
                .ifPresent(command -> NAMES.entrySet().stream()
                        .filter(name -> command.contains(name.getKey()))
                        .findFirst()
                        .ifPresent(name -> add(spent, name.getValue(), process))));
        return spent;
    }

    private static void add(Map<String, Duration> spent, String name, ProcessHandle process) {
        process.info().totalCpuDuration().ifPresent(time -> spent.merge(name, time, Duration::plus));
    }
}
