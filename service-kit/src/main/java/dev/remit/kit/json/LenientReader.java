package dev.remit.kit.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;
import java.util.function.BiFunction;

/** Lets one resource method pass over unknown fields: {@code @CustomDeserialization(LenientReader.class)}. */
public class LenientReader implements BiFunction<ObjectMapper, Type, ObjectReader> {
    @Override
    public ObjectReader apply(ObjectMapper mapper, Type type) {
        return mapper.readerFor(mapper.constructType(type)).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
