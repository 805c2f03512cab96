package dev.remit.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation that reads and leaves no trace of it, unless it is refused; on a class, all of its GET methods. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AccessUnrecorded {
    /** What it shows, and so why nobody would ask who has read it. */
    String value();
}
