package dev.remit.stack;

import dev.remit.stack.StackOptions.Code;
import dev.remit.stack.StackPorts.Listener;
import dev.remit.stack.demo.OfficeMove;
import dev.remit.stack.demo.RemitApi;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The whole of Remit on this machine: MySQL and then the services, and beside them Keycloak and then the gateway. It ends
 * with {@link #stop()} and at the latest with this JVM.
 */
public final class Stack implements AutoCloseable {
    private static final String SECOND = "-2";
    private static final String GATEWAY = "gateway";
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final StackOptions options;
    private final SecretFile secrets;
    private final StackLock lock;
    private final Map<String, ServiceProcess> services = new ConcurrentHashMap<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final long startedNanos = System.nanoTime();
    /** Counts the stacks of this JVM, which may run side by side on one MySQL. */
    private final int number = STARTED.incrementAndGet();

    private boolean stopped;
    private volatile MySqlServer mysql;
    private volatile IdentityProvider identity;
    private volatile DemoTenants demo;
    private volatile MailServer mail;

    private Stack(StackOptions options) {
        this.options = options;
        this.lock = StackLock.take(options.state());
        Path secretFile = options.state().resolve("secrets.properties");
        if (!options.keepsData()) {
            Folders.delete(secretFile);
        }
        this.secrets = new SecretFile(secretFile);
    }

    /** Runs one of the commands behind the make targets. */
    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }

    /**
     * Returns once everything is ready to serve.
     *
     * @throws StackException naming what keeps it from starting; nothing is left running then
     */
    public static Stack start(StackOptions options) {
        Stack stack = new Stack(options);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop, "stop the stack"));
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            boolean interrupted = stack.stopping.get();
            stack.stop();
            throw interrupted ? new StackException("Stopped while starting", e) : e;
        }
    }

    /** The address that the outside world uses. */
    public String gatewayUrl() {
        return "http://localhost:" + options.ports().gateway().api();
    }

    /** What every token of this stack says it was issued by. */
    public String issuer() {
        return identity.issuer();
    }

    public MySqlServer mysql() {
        return mysql;
    }

    /** Every mail that anybody was sent, in the order of its coming. */
    public List<Mail> mails() {
        return mail.mails();
    }

    /** @param name {@code contracts}, {@code tickets}, {@code billing}, {@code notifications} or {@code gateway} */
    public ServiceProcess service(String name) {
        ServiceProcess service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("No service is called " + name + "; there are " + services.keySet());
        }
        return service;
    }

    /** The other replica of a service, in a stack of two; it reads from the second replicas of its neighbours. */
    public ServiceProcess second(String name) {
        return service(name + SECOND);
    }

    /**
     * An access token from Keycloak, good for at least 10 more minutes. Whoever of the demo world has no account yet is given
     * one; a client's approver can have one once the client is there.
     *
     * @param name a person ({@code desk}, {@code partner} …) or a machine client ({@code psa-sync} …)
     */
    public String token(String name) {
        return demo.token(name);
    }

    /** Keycloak's administrator, newly logged in and good for a minute. */
    public KeycloakAdmin keycloakAdmin() {
        return identity.administrator();
    }

    /** Stops everything, MySQL last; returns when it has. Stopping twice is fine. */
    public void stop() {
        stopping.set(true);
        synchronized (services) {
            if (!stopped) {
                stopped = true;
                stopAll();
            }
        }
    }

    private void stopAll() {
        RunningStack.forget(options.state());
        List<Runnable> others = new ArrayList<>();
        services.values().forEach(service -> others.add(service::stop));
        if (identity != null && options.keepsData()) {
            others.add(identity::stop);
        }
        together(others);
        if (mail != null) {
            mail.close();
        }
        if (mysql != null) {
            mysql.stop();
        }
        lock.close();
    }

    @Override
    public void close() {
        stop();
    }

    private void startAll() {
        ServiceProcess.requireBuilt(ServiceSettings.MODULES);
        requireFreePorts();
        Path logs = options.state().resolve("logs");
        if (!options.keepsData()) {
            Folders.delete(logs);
        }
        LogFiles.watch(logs);
        identity = options.keepsData() ? ownIdentity() : TestKeycloak.shared();
        Accounts accounts = identity.accounts().withMachines(secrets);
        demo = new DemoTenants(gatewayUrl(), new Tokens(identity.issuer(), accounts), accounts, options.keepsData());
        ServiceSettings settings = settings(options.ports());
        ServiceProcess gateway = add(
                GATEWAY,
                GATEWAY,
                options.ports().gateway(),
                settings.ofGateway(identity.clientSecret(Accounts.GATEWAY)));
        startMail();
        together(List.of(
                () -> {
                    startMySql();
                    together(addServices(settings).stream()
                            .<Runnable>map(service -> () -> start(service))
                            .toList());
                },
                () -> {
                    startKeycloak();
                    start(gateway);
                }));
    }

    private List<ServiceProcess> addServices(ServiceSettings settings) {
        List<ServiceProcess> added = new ArrayList<>();
        for (String name : ServiceSettings.SERVICES) {
            MySqlSchema schema = schema(name);
            added.add(addService(name, name, schema, settings));
            if (!options.ports().second().isEmpty()) {
                added.add(addService(
                        name + SECOND, name, schema, settings(options.ports().ofSecondReplicas())));
            }
        }
        return added;
    }

    private ServiceSettings settings(StackPorts ports) {
        return new ServiceSettings(ports, identity.issuer(), options.collector());
    }

    private ServiceProcess addService(String replica, String name, MySqlSchema schema, ServiceSettings settings) {
        String module = ServiceSettings.module(name);
        String clientSecret = identity.clientSecret(module);
        return add(replica, module, settings.listener(name), settings.ofService(name, schema, clientSecret));
    }

    private ServiceProcess add(String name, String module, Listener listener, Map<String, String> environment) {
        ServiceProcess service = new ServiceProcess(
                name,
                module,
                listener,
                environment,
                options.log(name),
                options.archive(module),
                // Every request passes the gateway, and compiled lightly it takes three times as long.
                name.equals(GATEWAY) ? Code.OPTIMISED : options.code(),
                options.progress());
        services.put(name, service);
        return service;
    }

    private void start(ServiceProcess service) {
        timed(service.name(), () -> {
            service.start();
            return "ready at " + service.url();
        });
    }

    /** Lets the other commands find this stack. */
    void announce() {
        new RunningStack(ProcessHandle.current().pid(), gatewayUrl(), issuer()).writeTo(options.state());
    }

    /** Loads the demo world unless it is there already. */
    public void loadDemo() {
        timed("demo world", demo::load);
    }

    /**
     * Makes another tenant, of the demo world's first MSP, and loads it. It is a sandbox. Only a stack that starts empty can
     * have it.
     *
     * @return the API as this tenant's people and machines call it, under the names that they have in the demo world
     */
    public RemitApi apiOfOwnTenant() {
        AtomicReference<RemitApi> api = new AtomicReference<>();
        timed("another tenant", () -> {
            api.set(demo.another());
            return "loaded";
        });
        return api.get();
    }

    /** Lets the demo's law firm move its office, a line of progress for each step, unless it has moved already. */
    void tellTheStory() {
        OfficeMove story = new OfficeMove(api(), OfficeMove.TICKET, OfficeMove.THURSDAY);
        if (!story.isTold()) {
            options.progress().accept("");
            story.tell(options.progress());
        }
    }

    /** This stack's API as its people and machines call it. */
    public RemitApi api() {
        return new RemitApi(URI.create(gatewayUrl()), this::token);
    }

    private void requireFreePorts() {
        Map<String, Integer> wanted = new LinkedHashMap<>(options.ports().bySetting());
        if (PrivateMySql.given().isPresent()) {
            wanted.remove("REMIT_MYSQL_PORT");
        }
        Ports.requireFree(wanted);
    }

    private void startMySql() {
        timed("MySQL", () -> {
            if (!options.keepsData()) {
                Folders.delete(options.state().resolve("mysql"));
            }
            mysql = PrivateMySql.start(new MySqlOptions(
                    options.state().resolve("mysql"),
                    options.log("mysql"),
                    options.ports().mysql(),
                    options.data() != StackOptions.Data.DISPOSABLE,
                    options.progress()));
            return "ready (" + mysql.source() + ")";
        });
    }

    /** Before whoever sends any. */
    private void startMail() {
        Path folder = options.state().resolve("mail");
        if (!options.keepsData()) {
            Folders.delete(folder);
        }
        mail = MailServer.start(folder, options.ports().mail());
    }

    private void startKeycloak() {
        timed("Keycloak", () -> {
            identity.start();
            return "ready at " + identity.issuer();
        });
    }

    private IdentityProvider ownIdentity() {
        return new IdentityProvider(
                options.state().resolve("keycloak"),
                options.state().resolve("keycloak/imported"),
                options.log("keycloak"),
                options.ports().keycloak(),
                true,
                gatewayUrl(),
                MailServer.placeholders(options.ports().mail()),
                secrets,
                options.progress());
    }

    private MySqlSchema schema(String service) {
        String owner = number == 1 ? service : service + "_" + number;
        String schema = "remit_" + owner;
        String migrator = owner + "_migrator";
        String app = owner + "_app";
        String eraser = owner + "_eraser";
        if (!options.keepsData()) {
            mysql.dropSchema(schema, List.of(migrator, app, eraser));
        }
        return mysql.withEraser(
                mysql.createSchema(schema, migrator, secrets.secret(migrator), app, secrets.secret(app)),
                eraser,
                secrets.secret(eraser));
    }

    private void timed(String part, Supplier<String> step) {
        long begin = System.nanoTime();
        String outcome = step.get();
        long now = System.nanoTime();
        if (!stopping.get()) {
            options.progress()
                    .accept("%6.1f s  %s %s (%.1f s)"
                            .formatted(seconds(startedNanos, now), part, outcome, seconds(begin, now)));
        }
    }

    /** Seconds for people to read. */
    private static double seconds(long fromNanos, long toNanos) {
        return (toNanos - fromNanos) / 1e9;
    }

    private static void together(List<Runnable> steps) {
        List<CompletableFuture<Void>> running = steps.stream()
                .map(step -> CompletableFuture.runAsync(step, Thread::startVirtualThread))
                .toList();
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StackException stackException
                    ? stackException
                    : new StackException(String.valueOf(e.getCause()), e);
        }
    }
}
