package dev.remit.kit.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bytes that are JSON: the audit trail shows them as such, and not by their hash alone. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredJson {}
