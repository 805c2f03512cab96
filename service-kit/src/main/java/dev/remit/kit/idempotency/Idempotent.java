package dev.remit.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that creates or charges: it needs an Idempotency-Key, happens once however often it is sent with it, and runs in
 * the transaction that keeps the key, see {@link Idempotency}. It returns a {@code RestResponse} made by {@code Answers}. What
 * its path names and its body make two requests the same; its other headers do not.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {
    /** Names the operation's kind for good, at most 100 characters, such as {@code quotes.approve}. */
    @Nonbinding
    String value() default "";
}
