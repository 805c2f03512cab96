package dev.remit.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that shows money, evidence, documents, rulings or time worked, or computes at a caller's wish: each use of it is
 * put on record. An operation that reads carries either this or {@link AccessUnrecorded}; a class may carry it for those of its
 * GET methods that carry neither.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AccessRecorded {}
