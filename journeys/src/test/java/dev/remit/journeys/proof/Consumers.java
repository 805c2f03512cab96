package dev.remit.journeys.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.remit.stack.ServiceProcess;
import dev.remit.stack.Stack;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far behind the consumers of feeds are, as operators see it. */
public final class Consumers {
    private static final Pattern LAG =
            Pattern.compile("^remit_feed_lag\\{.*consumer=\"([^\"]+)\".*}\\s+([0-9.]+)$", Pattern.MULTILINE);

    private Consumers() {}

    /** Whatever is behind or in trouble, by service and consumer; the health answer and the gauge are both asked. */
    public static Map<String, String> behind(Stack stack, Collection<ServiceProcess> services) {
        Map<String, String> behind = new TreeMap<>();
        for (ServiceProcess service : services) {
            RemitApi.As operator = new RemitApi(URI.create(service.managementUrl()), stack::token).as("owner");
            for (JsonNode check : operator.get("/q/health").path("checks")) {
                if (check.path("name").asText().equals("feeds")) {
                    check.path("data").properties().forEach(entry -> {
                        if (!entry.getValue().asText().equals("0")) {
                            behind.put(
                                    service.name() + " " + entry.getKey(),
                                    entry.getValue().asText());
                        }
                    });
                }
            }
            Matcher gauge = LAG.matcher(operator.text("/q/metrics"));
            while (gauge.find()) {
                if (!gauge.group(2).equals("0.0")) {
                    behind.put(service.name() + " gauge " + gauge.group(1), gauge.group(2));
                }
            }
        }
        return behind;
    }
}
