package dev.remit.kit.sql;

import jakarta.interceptor.InterceptorBinding;
import jakarta.transaction.Transactional;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A transaction that reads, and of which all statements see what was committed when the first of them ran. Without it each
 * statement sees what was committed when it ran itself, and an answer that is put together from several can be one that never
 * was: a ticket's new ruling beside its old client. What writes is not marked: it would write over what it has not seen.
 */
@Transactional
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsistentRead {}
