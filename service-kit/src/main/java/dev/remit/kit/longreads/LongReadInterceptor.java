package dev.remit.kit.longreads;

import dev.remit.kit.tenancy.Tenancy;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Waits for the tenant's turn before a transaction begins, so that nothing of the database is held meanwhile. */
@LongRead
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class LongReadInterceptor {
    private final LongReads reads;
    private final Tenancy tenancy;

    LongReadInterceptor(LongReads reads, Tenancy tenancy) {
        this.reads = reads;
        this.tenancy = tenancy;
    }

    @AroundInvoke
    Object inTurn(InvocationContext call) throws Exception {
        try (LongReads.Turn turn = reads.begin(tenancy.current())) {
            return call.proceed();
        }
    }
}
