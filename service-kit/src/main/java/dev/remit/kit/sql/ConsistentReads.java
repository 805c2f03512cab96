package dev.remit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** A {@link ConsistentRead} for a part of an operation that asks others, in no transaction, before or after it reads. */
@ApplicationScoped
public class ConsistentReads {

    @ConsistentRead
    public <T> T call(Supplier<T> read) {
        return read.get();
    }
}
