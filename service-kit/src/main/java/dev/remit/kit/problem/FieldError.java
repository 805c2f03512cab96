package dev.remit.kit.problem;

/**
 * What is wrong with one field.
 *
 * @param field path as the caller sent it, such as {@code lines[2].amount}; {@code body} for the whole body
 * @param message for a person
 * @param code for a program: stable, kebab-case
 */
public record FieldError(String field, String message, String code) {}
