package dev.remit.stack;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The commands behind the make targets. */
final class Commands {
    private static final String USAGE = """
            run                          start everything and stay until Ctrl-C
            up, down                     the same in the background
            reset                        stop, and drop all state but the fetched tools
            token user|client <name>     print an access token
            tenant <name> <e-mail>       make a tenant with its first owner, and print how they log in
            clock <instant>              move the demo tenant's clock
            dev <service>                run a service in Quarkus' dev mode in the place of the running stack's own
            schema <name> [any-keys]     create a schema and its users on the server that the environment names; any-keys
                                         lets a program in that makes tables first and their primary keys later
            administrator                secure the master realm of the Keycloak that the environment names, and replace the
                                         client that it was bootstrapped with by a person
            certificates <folder> [days] make certificates for the parts of a cluster: one folder a Kubernetes secret
            with-mysql <command …>       run a command with a MySQL for its tests""";
    private static final Duration DOWN_LIMIT = Duration.ofSeconds(60);
    private static final int CERTIFICATE_DAYS = 397;
    private static final Duration KEYCLOAK_LIMIT = Duration.ofMinutes(5);

    private Commands() {}

    /** @return the exit code */
    static int run(String... arguments) {
        List<String> words = List.of(arguments);
        try {
            return switch (words.isEmpty() ? "" : words.getFirst()) {
                case "run" -> stay();
                case "up" -> new Background(Checkout.state()).up();
                case "down" -> down();
                case "reset" -> reset();
                case "token" -> token(words);
                case "tenant" -> tenant(words);
                case "clock" -> clock(words);
                case "dev" -> dev(words);
                case "schema" -> schema(words);
                case "administrator" -> administrator();
                case "certificates" -> certificates(words);
                case "with-mysql" -> withMySql(words.subList(1, words.size()));
                default -> usage();
            };
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static int stay() {
        Stack stack = Stack.start(StackOptions.ofThisCheckout(System.out::println));
        stack.loadDemo();
        stack.tellTheStory();
        System.out.println(Banner.of(stack));
        stack.announce();
        DevMode.followDevelopers(stack::service, Checkout.state());
        return 0;
    }

    private static int down() {
        Path state = Checkout.state();
        StackLock.holder(state).ifPresent(process -> {
            process.destroy();
            try {
                process.onExit().get(DOWN_LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException | ExecutionException e) {
                throw new StackException("Could not stop process " + process.pid(), e);
            }
        });
        return 0;
    }

    private static int reset() {
        down();
        try (Stream<Path> content = Files.exists(Checkout.state()) ? Files.list(Checkout.state()) : Stream.empty()) {
            content.filter(path -> !path.getFileName().toString().equals("tools"))
                    .forEach(Folders::delete);
        } catch (IOException e) {
            throw new StackException("Could not read " + Checkout.state(), e);
        }
        return 0;
    }

    private static int token(List<String> words) {
        if (words.size() != 3) {
            return usage();
        }
        Tokens tokens = new Tokens(running().issuer(), accounts());
        System.out.println(
                words.get(1).equals("client") ? tokens.ofClient(words.get(2)) : tokens.ofPerson(words.get(2)));
        return 0;
    }

    private static int tenant(List<String> words) {
        if (words.size() != 3) {
            return usage();
        }
        System.out.println(new NewMsp(running(), accounts()).make(words.get(1), words.get(2)));
        return 0;
    }

    private static int clock(List<String> words) {
        if (words.size() != 2) {
            return usage();
        }
        String now = instant(words.get(1)).toString();
        RunningStack running = running();
        String token = new Tokens(running.issuer(), accounts()).ofPerson("owner");
        for (String service : ServiceSettings.SERVICES) {
            String url = running.gatewayUrl() + "/api/" + service + "/v1/sandbox/clock";
            try {
                HttpResponse<String> answer = Http.sendJson("POST", url, token, "{\"now\":\"" + now + "\"}");
                if (answer.statusCode() / 100 != 2) {
                    throw new StackException(url + " answers " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException e) {
                throw new StackException(url + " does not answer", e);
            }
        }
        System.out.println("It is now " + now + " for the demo tenant");
        return 0;
    }

    private static int dev(List<String> words) {
        if (words.size() != 2 || !ServiceSettings.NAMES.contains(words.get(1))) {
            throw new StackException("SERVICE must be one of " + String.join(", ", ServiceSettings.NAMES));
        }
        running();
        return new DevMode(Checkout.state(), words.get(1)).run();
    }

    private static int schema(List<String> words) {
        boolean anyKeys = words.size() == 3 && words.get(2).equals("any-keys");
        if (words.size() != 2 && !anyKeys) {
            return usage();
        }
        MySqlServer server = PrivateMySql.given()
                .orElseThrow(() -> new StackException("REMIT_MYSQL_URL names no server to create a schema on"));
        MySqlSchema schema = server.createSchema(
                words.get(1),
                required("REMIT_DB_MIGRATOR_USER"),
                required("REMIT_DB_MIGRATOR_PASSWORD"),
                required("REMIT_DB_USER"),
                required("REMIT_DB_PASSWORD"));
        if (System.getenv("REMIT_DB_ERASER_USER") != null) {
            server.withEraser(schema, required("REMIT_DB_ERASER_USER"), required("REMIT_DB_ERASER_PASSWORD"));
        }
        if (anyKeys) {
            server.allowSessionVariables(required("REMIT_DB_USER"));
        }
        System.out.println("The schema " + words.get(1) + " and its users are there");
        return 0;
    }

    private static int certificates(List<String> words) {
        if (words.size() != 2 && words.size() != 3) {
            return usage();
        }
        Path folder = Path.of(words.get(1));
        Certificates.make(folder, words.size() == 3 ? Integer.parseInt(words.get(2)) : CERTIFICATE_DAYS);
        System.out.println("Certificates are in " + folder + ", one folder a secret");
        return 0;
    }

    private static int administrator() {
        String person = required("REMIT_KEYCLOAK_ADMIN_USER");
        String url = required("REMIT_KEYCLOAK_URL");
        Waiting.until(
                "Keycloak answers at " + url,
                KEYCLOAK_LIMIT,
                () -> Http.isOk(KeycloakAdmin.master(url) + "/.well-known/openid-configuration"));
        boolean done = new MasterRealm(url, required("REMIT_KEYCLOAK_BOOTSTRAP_SECRET"))
                .secure(person, required("REMIT_KEYCLOAK_ADMIN_PASSWORD"), List.of("CONFIGURE_TOTP"));
        System.out.println(
                done
                        ? "The master realm is secured; " + person + " administers it, with a second factor"
                        : "The master realm was secured before");
        return 0;
    }

    private static String required(String variable) {
        String value = System.getenv(variable);
        if (value == null || value.isEmpty()) {
            throw new StackException(variable + " is not set");
        }
        return value;
    }

    private static int withMySql(List<String> command) {
        Thread fetching = Thread.ofPlatform().daemon().start(Commands::fetchKeycloakMeanwhile);
        MySqlServer server = TestMySql.shared();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("REMIT_MYSQL_URL", server.adminJdbcUrl());
        builder.environment().put("REMIT_MYSQL_USER", server.adminUser());
        builder.environment().put("REMIT_MYSQL_PASSWORD", server.adminPassword());
        try {
            int code = builder.start().waitFor();
            // Its script would outlive this process.
            fetching.join();
            return code;
        } catch (IOException e) {
            throw new StackException("Could not run " + command + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** It takes a minute that a fresh machine would otherwise wait for later; who needs it and has it not says so. */
    private static void fetchKeycloakMeanwhile() {
        try {
            KeycloakServer.fetch();
        } catch (StackException e) {
            System.err.println(e.getMessage());
        }
    }

    private static Accounts accounts() {
        SecretFile secrets = new SecretFile(Checkout.state().resolve("secrets.properties"));
        return new Accounts(secrets, secrets);
    }

    private static RunningStack running() {
        return RunningStack.of(Checkout.state())
                .orElseThrow(() -> new StackException("Remit does not run: start it with make up"));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new StackException("NOW must be an instant such as 2026-06-20T21:30:00Z, was " + text, e);
        }
    }

    private static int usage() {
        System.err.println(USAGE);
        return 2;
    }
}
