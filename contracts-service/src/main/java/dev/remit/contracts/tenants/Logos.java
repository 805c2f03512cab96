package dev.remit.contracts.tenants;

import dev.remit.contracts.keycloak.KeycloakWork;
import dev.remit.engines.evidence.Sha256;
import dev.remit.kit.problem.Problem;
import dev.remit.kit.problem.ProblemType;
import dev.remit.kit.tenancy.Tenancy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the MSPs' logos, and has Keycloak's pages show them. */
@ApplicationScoped
class Logos {
    private static final int MOST_BYTES = 64 << 10;
    private static final int LEAST_PIXELS = 16;
    private static final int MOST_PIXELS = 1024;

    private final LogoRepository logos;
    private final KeycloakWork work;
    private final Tenancy tenancy;
    private final InstantSource clock;

    Logos(LogoRepository logos, KeycloakWork work, Tenancy tenancy, InstantSource clock) {
        this.logos = logos;
        this.work = work;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** @throws Problem validation for what is no picture of a size that pages have room for */
    LogoView put(byte[] file) {
        Png picture = picture(file);
        UUID tenant = tenancy.current();
        return told(tenant, () -> {
            Logo logo = logos.locked(tenant).orElseGet(() -> new Logo(tenant));
            String hash = Sha256.hex(file);
            if (!hash.equals(logo.sha256())) {
                logo.show(file, hash, picture, clock.instant());
                logos.persistAndFlush(logo);
            }
            return logo.view();
        });
    }

    /** Nothing where there is none. */
    void remove() {
        UUID tenant = tenancy.current();
        told(tenant, () -> {
            logos.locked(tenant).ifPresent(logos::delete);
            return null;
        });
    }

    private <T> T told(UUID tenant, Supplier<T> change) {
        T changed = tenancy.callHereOrAs(tenant, () -> {
            // Whoever changes the logo meanwhile waits here, also where there is none to be locked.
            work.ask(tenant, tenant, KeycloakWork.Kind.ORGANIZATION, clock.instant());
            return change.get();
        });
        work.doNowOrLater(tenant, tenant, KeycloakWork.Kind.ORGANIZATION);
        return changed;
    }

    private static Png picture(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Problem.of(ProblemType.PAYLOAD_TOO_LARGE, "A logo has at most " + MOST_BYTES + " bytes.");
        }
        Png picture = Png.read(file).orElseThrow(() -> Problem.invalid("body", "must be a PNG file", "file-kind"));
        if (!fits(picture.width()) || !fits(picture.height())) {
            throw Problem.invalid(
                    "body", "must be %d to %d pixels wide and high".formatted(LEAST_PIXELS, MOST_PIXELS), "dimensions");
        }
        return picture;
    }

    private static boolean fits(int pixels) {
        return pixels >= LEAST_PIXELS && pixels <= MOST_PIXELS;
    }
}
