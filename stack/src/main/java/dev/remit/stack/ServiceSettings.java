package dev.remit.stack;

import dev.remit.stack.StackPorts.Listener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The environment that services and gateway are given: nothing in them has a default that would do in production. */
final class ServiceSettings {
    static final List<String> SERVICES = List.of("contracts", "tickets", "billing", "notifications");
    /** Of the services, and of the gateway. */
    static final List<String> NAMES = List.of("contracts", "tickets", "billing", "notifications", "gateway");

    static final List<String> MODULES =
            NAMES.stream().map(ServiceSettings::module).toList();

    private final StackPorts ports;
    private final String issuer;
    private final Optional<String> collector;

    ServiceSettings(StackPorts ports, String issuer, Optional<String> collector) {
        this.ports = ports;
        this.issuer = issuer;
        this.collector = collector;
    }

    Map<String, String> ofService(String service, MySqlSchema schema, String clientSecret) {
        Map<String, String> settings = common(listener(service));
        settings.put("REMIT_DB_URL", schema.jdbcUrl());
        settings.put("REMIT_DB_USER", schema.appUser());
        settings.put("REMIT_DB_PASSWORD", schema.appPassword());
        settings.put("REMIT_DB_ERASER_USER", schema.eraserUser());
        settings.put("REMIT_DB_ERASER_PASSWORD", schema.eraserPassword());
        settings.put("REMIT_DB_MIGRATOR_USER", schema.migratorUser());
        settings.put("REMIT_DB_MIGRATOR_PASSWORD", schema.migratorPassword());
        if (service.equals("notifications")) {
            settings.put("REMIT_SMTP_HOST", "127.0.0.1");
            settings.put("REMIT_SMTP_PORT", Integer.toString(ports.mail()));
            settings.put("REMIT_SMTP_STARTTLS", "false");
            settings.put("REMIT_SMTP_FROM", MailServer.SENDER);
            settings.put(
                    "REMIT_PUBLIC_URL", "http://localhost:" + ports.gateway().api());
        }
        settings.put("REMIT_SERVICE_CLIENT_ID", service + "-service");
        settings.put("REMIT_SERVICE_CLIENT_SECRET", clientSecret);
        return settings;
    }

    Map<String, String> ofGateway(String clientSecret) {
        Map<String, String> settings = common(ports.gateway());
        settings.put("REMIT_GATEWAY_CLIENT_SECRET", clientSecret);
        return settings;
    }

    /** The folder in this checkout from which a service or the gateway is built. */
    static String module(String name) {
        return name.equals("gateway") ? name : name + "-service";
    }

    Listener listener(String service) {
        return switch (service) {
            case "contracts" -> ports.contracts();
            case "tickets" -> ports.tickets();
            case "billing" -> ports.billing();
            case "notifications" -> ports.notifications();
            default -> throw new IllegalArgumentException("No service is called " + service);
        };
    }

    private Map<String, String> common(Listener listener) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("REMIT_HTTP_HOST", "127.0.0.1");
        settings.put("REMIT_HTTP_PORT", Integer.toString(listener.api()));
        settings.put("REMIT_MANAGEMENT_PORT", Integer.toString(listener.management()));
        settings.put("REMIT_OIDC_ISSUER", issuer);
        collector.ifPresent(address -> {
            settings.put("REMIT_OTLP_ENDPOINT", address);
            settings.put("REMIT_TRACES_SHARE", "1");
        });
        settings.put(
                "REMIT_CONTRACTS_URL", "http://127.0.0.1:" + ports.contracts().api());
        settings.put("REMIT_TICKETS_URL", "http://127.0.0.1:" + ports.tickets().api());
        settings.put("REMIT_BILLING_URL", "http://127.0.0.1:" + ports.billing().api());
        settings.put(
                "REMIT_NOTIFICATIONS_URL",
                "http://127.0.0.1:" + ports.notifications().api());
        // Whoever tries webhooks out has their receiver on the same machine.
        settings.put("REMIT_OUTBOUND_OPEN_HOSTS", "127.0.0.1");
        return settings;
    }
}
