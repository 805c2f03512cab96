package dev.remit.kit.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;

/**
 * A body that has all members of another one and some of its own, or is that other one; its JSON is its fields, and those of
 * its own come first where {@code @JsonPropertyOrder} names them. Any other body is a record, which cannot be extended. A
 * record inside a record, unwrapped, is no way: Jackson reads it without refusing members that neither has.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public abstract class ExtendedBody {}
