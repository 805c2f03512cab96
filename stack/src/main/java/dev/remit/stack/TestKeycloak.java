package dev.remit.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The one Keycloak that tests of this JVM share, started by the first who needs it and gone with the JVM. What is
 * there when it starts stays as it is, and the JVMs after it start with the realm that it imported.
 */
public final class TestKeycloak {
    /** The journeys' gateways listen elsewhere; what people try the API with there has no part in them. */
    public static final String GATEWAY = "http://localhost:8080";

    private static final Supplier<IdentityProvider> SHARED = new Supplier<>() {
        private IdentityProvider provider;

        @Override
        public synchronized IdentityProvider get() {
            if (provider == null) {
                provider = ofThisJvm();
            }
            return provider;
        }
    };

    private TestKeycloak() {}

    /** Started when its {@code start} is called first. */
    public static IdentityProvider shared() {
        return SHARED.get();
    }

    private static IdentityProvider ofThisJvm() {
        Path folder = JvmFolder.of("shared-keycloak");
        Path kept = Checkout.state().resolve("keycloak-of-tests");
        IdentityProvider provider = Exclusive.run(
                kept.resolve("secrets.lock"),
                () -> new IdentityProvider(
                        folder,
                        kept.resolve("imported"),
                        folder.resolve("keycloak.log"),
                        Ports.free(1).getFirst(),
                        false,
                        GATEWAY,
                        Map.of(),
                        new SecretFile(kept.resolve("secrets.properties")),
                        System.err::println));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            provider.stop();
            Folders.delete(folder);
        }));
        return provider;
    }
}
