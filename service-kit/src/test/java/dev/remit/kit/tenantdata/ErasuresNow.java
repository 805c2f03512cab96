package dev.remit.kit.tenantdata;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests elsewhere have erasures go on now. */
@ApplicationScoped
public class ErasuresNow {
    private final Erasures erasures;

    ErasuresNow(Erasures erasures) {
        this.erasures = erasures;
    }

    public void goOn() {
        erasures.goOn();
    }
}
