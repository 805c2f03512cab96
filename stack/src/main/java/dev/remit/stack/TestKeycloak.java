package dev.remit.stack;

import java.nio.file.Path;
import java.util.function.Supplier;

/** The one Keycloak that tests of this JVM share, started by the first who needs it and gone with the JVM. Nothing in it is changed. */
final class TestKeycloak {
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

    static IdentityProvider shared() {
        return SHARED.get();
    }

    private static IdentityProvider ofThisJvm() {
        Path folder = JvmFolder.of("shared-keycloak");
        IdentityProvider provider = new IdentityProvider(
                folder,
                folder.resolve("keycloak.log"),
                Ports.free(1).getFirst(),
                new SecretFile(folder.resolve("secrets.properties")));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            provider.stop();
            Folders.delete(folder);
        }));
        return provider;
    }
}
