package dev.remit.kit.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An entity whose every change goes into the audit trail, in the transaction of the change. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    /** What the trail calls the object, at most 64 characters, such as {@code quote}. */
    String value();
}
