package dev.remit.kit.access;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests forget what is old without waiting for the hour. */
@ApplicationScoped
public class AccessRetentionNow {
    private final AccessRecords records;

    AccessRetentionNow(AccessRecords records) {
        this.records = records;
    }

    public void forgetOld() {
        records.forgetOld();
    }
}
