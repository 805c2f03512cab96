package dev.remit.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The port of each part, all on 127.0.0.1.
 *
 * @param second where a second replica of contracts, tickets and billing listens; empty where each has but one
 */
public record StackPorts(
        int gateway, int keycloak, int contracts, int tickets, int billing, int mysql, List<Integer> second) {

    StackPorts(int gateway, int keycloak, int contracts, int tickets, int billing, int mysql) {
        this(gateway, keycloak, contracts, tickets, billing, mysql, List.of());
    }

    /** The documented ports, each changed by its environment variable. */
    static StackPorts fromEnvironment(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "REMIT_GATEWAY_PORT", 8080),
                port(environment, "REMIT_KEYCLOAK_PORT", 8180),
                port(environment, "REMIT_CONTRACTS_PORT", 8081),
                port(environment, "REMIT_TICKETS_PORT", 8082),
                port(environment, "REMIT_BILLING_PORT", 8083),
                port(environment, "REMIT_MYSQL_PORT", 13_306));
    }

    static StackPorts free() {
        List<Integer> ports = Ports.free(6);
        return new StackPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4), ports.get(5));
    }

    static StackPorts freeForTwoReplicas() {
        List<Integer> ports = Ports.free(9);
        return new StackPorts(
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                ports.get(5),
                List.copyOf(ports.subList(6, 9)));
    }

    /** These ports as the second replicas see them: each finds the second of the others. */
    StackPorts ofSecondReplicas() {
        return new StackPorts(gateway, keycloak, second.get(0), second.get(1), second.get(2), mysql);
    }

    /** Each port by the setting that chooses it. */
    Map<String, Integer> bySetting() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("REMIT_GATEWAY_PORT", gateway);
        ports.put("REMIT_KEYCLOAK_PORT", keycloak);
        ports.put("REMIT_CONTRACTS_PORT", contracts);
        ports.put("REMIT_TICKETS_PORT", tickets);
        ports.put("REMIT_BILLING_PORT", billing);
        ports.put("REMIT_MYSQL_PORT", mysql);
        return ports;
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String text = environment.get(name);
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new StackException(name + " must be 1 to 65535, was " + text, e);
        }
        throw new StackException(name + " must be 1 to 65535, was " + text);
    }
}
