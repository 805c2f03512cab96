package dev.remit.kit.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that shows money, evidence, documents, rulings or time worked, or computes at a caller's wish: each use of it is
 * put on record. An operation that reads carries either this or {@link AccessUnrecorded}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AccessRecorded {}
