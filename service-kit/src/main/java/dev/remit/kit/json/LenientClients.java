package dev.remit.kit.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableInstance;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Every REST client reads leniently: the other side may add fields at any time. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class LenientClients implements ContextResolver<ObjectMapper> {
    @Override
    public ObjectMapper getContext(Class<?> type) {
        InjectableInstance<ObjectMapper> mapper = Arc.container().select(ObjectMapper.class, new LenientLiteral());
        return mapper.get();
    }

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private static final class LenientLiteral extends jakarta.enterprise.util.AnnotationLiteral<Lenient>
            implements Lenient {
        private static final long serialVersionUID = 1L;
    }
}
