package dev.remit.kit.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that callers are to leave: its answers say so by {@code Deprecation} (RFC 9745) and {@code Sunset} (RFC 8594). It
 * stands beside {@link Deprecated}, by which the API document says so.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface GoingAway {
    /** The date since which it is deprecated, such as {@code 2027-03-01}. */
    String since();

    /** The first date on which it may be gone; empty while that is not settled. */
    String sunset() default "";

    /** Where it is said what to do instead: an address, or a path behind the gateway; empty where the document says it all. */
    String see() default "";
}
