package dev.remit.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the enumeration of what a service's webhooks tell. The API document describes each constant by its file
 * {@code META-INF/webhooks/<CONSTANT>.json}: a {@code summary} and an {@code example} of the whole body.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WebhookTypes {
    /** What {@code data} of every webhook has, or some have. */
    Class<?> data();
}
