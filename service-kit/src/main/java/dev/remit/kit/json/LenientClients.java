package dev.remit.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.ws.rs.ext.ContextResolver;

/**
 * Every REST client reads leniently: the other side may add fields at any time. Named in the configuration and not a found
 * provider, since those serve the resources as well.
 */
public class LenientClients implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
        return Arc.container()
                .instance(ObjectMapper.class, new LenientLiteral())
                .get();
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private static final class LenientLiteral extends AnnotationLiteral<Lenient> implements Lenient {
        private static final long serialVersionUID = 1L;
    }
}
