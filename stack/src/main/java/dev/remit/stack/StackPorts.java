package dev.remit.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The port of each part, all on 127.0.0.1.
 *
 * @param second where a second replica of each service listens; empty where each has but one
 */
public record StackPorts(
        Listener gateway,
        int keycloak,
        int mail,
        Listener contracts,
        Listener tickets,
        Listener billing,
        Listener notifications,
        int mysql,
        List<Listener> second) {

    /**
     * Where one of Remit's own processes listens.
     *
     * @param api for its callers
     * @param management for health and metrics
     */
    public record Listener(int api, int management) {}

    /** The documented ports, each changed by its environment variable. */
    static StackPorts fromEnvironment(Map<String, String> environment) {
        return new StackPorts(
                new Listener(
                        port(environment, "REMIT_GATEWAY_PORT", 8080),
                        port(environment, "REMIT_GATEWAY_MANAGEMENT_PORT", 9080)),
                port(environment, "REMIT_KEYCLOAK_PORT", 8180),
                port(environment, "REMIT_MAIL_PORT", 13_025),
                new Listener(
                        port(environment, "REMIT_CONTRACTS_PORT", 8081),
                        port(environment, "REMIT_CONTRACTS_MANAGEMENT_PORT", 9081)),
                new Listener(
                        port(environment, "REMIT_TICKETS_PORT", 8082),
                        port(environment, "REMIT_TICKETS_MANAGEMENT_PORT", 9082)),
                new Listener(
                        port(environment, "REMIT_BILLING_PORT", 8083),
                        port(environment, "REMIT_BILLING_MANAGEMENT_PORT", 9083)),
                new Listener(
                        port(environment, "REMIT_NOTIFICATIONS_PORT", 8085),
                        port(environment, "REMIT_NOTIFICATIONS_MANAGEMENT_PORT", 9085)),
                port(environment, "REMIT_MYSQL_PORT", 13_306),
                List.of());
    }

    static StackPorts free() {
        return of(Ports.free(13));
    }

    static StackPorts freeForTwoReplicas() {
        return of(Ports.free(21));
    }

    private static StackPorts of(List<Integer> ports) {
        List<Listener> listeners = new ArrayList<>();
        for (int next = 3; next < ports.size(); next += 2) {
            listeners.add(new Listener(ports.get(next), ports.get(next + 1)));
        }
        return new StackPorts(
                listeners.get(0),
                ports.get(0),
                ports.get(2),
                listeners.get(1),
                listeners.get(2),
                listeners.get(3),
                listeners.get(4),
                ports.get(1),
                List.copyOf(listeners.subList(5, listeners.size())));
    }

    /** These ports as the second replicas see them: each finds the second of the others. */
    StackPorts ofSecondReplicas() {
        return new StackPorts(
                gateway, keycloak, mail, second.get(0), second.get(1), second.get(2), second.get(3), mysql, List.of());
    }

    /** Each port by the setting that chooses it. */
    Map<String, Integer> bySetting() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        put(ports, "GATEWAY", gateway);
        ports.put("REMIT_KEYCLOAK_PORT", keycloak);
        ports.put("REMIT_MAIL_PORT", mail);
        put(ports, "CONTRACTS", contracts);
        put(ports, "TICKETS", tickets);
        put(ports, "BILLING", billing);
        put(ports, "NOTIFICATIONS", notifications);
        ports.put("REMIT_MYSQL_PORT", mysql);
        return ports;
    }

    private static void put(Map<String, Integer> ports, String part, Listener listener) {
        ports.put("REMIT_" + part + "_PORT", listener.api());
        ports.put("REMIT_" + part + "_MANAGEMENT_PORT", listener.management());
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
