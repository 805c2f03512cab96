package dev.remit.kit.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An entity that the audit trail leaves out, or an attribute of an audited one whose changes alone mean nothing. */
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Unaudited {
    /** Why nobody would ask who changed it. */
    String value();
}
