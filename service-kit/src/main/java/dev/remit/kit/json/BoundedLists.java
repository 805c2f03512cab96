package dev.remit.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.deser.std.ContainerDeserializerBase;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/**
 * Stops reading a list at the first element beyond its {@link Size}, before the others are made and each is validated; a list
 * without one ends at {@value #UNSAID}.
 */
final class BoundedLists extends SimpleModule {
    private static final long serialVersionUID = 1L;
    private static final int UNSAID = 20_000;

    BoundedLists() {
        super("remit-bounded-lists");
        setDeserializerModifier(new Modifier());
    }

    private static final class Modifier extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription about,
                JsonDeserializer<?> standard) {
            return type.getRawClass().isAssignableFrom(ArrayList.class)
                            && standard instanceof ContainerDeserializerBase<?> container
                    ? new Bounded(
                            new CollectionDeserializer(type, null, null, container.getValueInstantiator()), UNSAID)
                    : standard;
        }
    }

    private static final class Bounded extends CollectionDeserializer {
        private static final long serialVersionUID = 1L;

        private final int most;

        Bounded(CollectionDeserializer from, int most) {
            super(from);
            this.most = most;
        }

        @Override
        public CollectionDeserializer createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            int bound = Optional.ofNullable(property)
                    .map(member -> member.getAnnotation(Size.class))
                    .map(Size::max)
                    .filter(max -> max < Integer.MAX_VALUE)
                    .orElse(UNSAID);
            return new Bounded(super.createContextual(context, property), bound);
        }

        @Override
        protected CollectionDeserializer withResolved(
                JsonDeserializer<?> delegate,
                JsonDeserializer<?> value,
                TypeDeserializer type,
                NullValueProvider nulls,
                Boolean unwrapSingle) {
            return new Bounded(super.withResolved(delegate, value, type, nulls, unwrapSingle), most);
        }

        @Override
        protected Collection<Object> _deserializeFromArray(
                JsonParser parser, DeserializationContext context, Collection<Object> result) throws IOException {
            return super._deserializeFromArray(parser, context, new Filling(most));
        }
    }

    /** A list that refuses one element too many. */
    private static final class Filling extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;

        private final int most;

        Filling(int most) {
            this.most = most;
        }

        @Override
        public boolean add(Object element) {
            if (size() == most) {
                throw new ListTooLong(most);
            }
            return super.add(element);
        }
    }
}
