package dev.remit.kit.sql;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Asks for one view of the data after the transaction has begun and before its first statement; MySQL refuses it later (error
 * 1568), so that a read which comes too late for it cannot pass for a consistent one. It holds for this transaction alone.
 */
@ConsistentRead
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 300)
class ConsistentReadInterceptor {
    private final Sql sql;

    ConsistentReadInterceptor(Sql sql) {
        this.sql = sql;
    }

    @AroundInvoke
    Object inOneView(InvocationContext call) throws Exception {
        sql.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        return call.proceed();
    }
}
