package dev.remit.kit.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractPostDatabaseOperationEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Hears from Hibernate of every row of an {@link Audited} entity that is inserted, updated or deleted, and has it
 * recorded. What no entity stands for is not heard of.
 */
@ApplicationScoped
class AuditListener implements PostInsertEventListener, PostUpdateEventListener, PostDeleteEventListener {
    private static final long serialVersionUID = 1L;

    private final transient PendingChanges pending;
    private final transient ObjectMapper json;
    private final transient Map<String, Optional<AuditedEntity>> entities = new ConcurrentHashMap<>();

    AuditListener(PendingChanges pending, ObjectMapper json) {
        this.pending = pending;
        this.json = json;
    }

    void listen(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event,
            EntityManagerFactory sessions) {
        EventListenerRegistry listeners = sessions.unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry();
        listeners.appendListeners(EventType.POST_INSERT, this);
        listeners.appendListeners(EventType.POST_UPDATE, this);
        listeners.appendListeners(EventType.POST_DELETE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        heard(event, null, event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        heard(event, event.getOldState(), event.getState());
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        heard(event, event.getDeletedState(), null);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private void heard(AbstractPostDatabaseOperationEvent event, Object[] before, Object[] after) {
        entities.computeIfAbsent(
                        event.getPersister().getEntityName(), name -> AuditedEntity.of(event.getPersister(), json))
                .ifPresent(entity -> pending.add(Change.of(
                        entity.type(),
                        event.getId().toString(),
                        entity.plain(before, event.getSession()),
                        entity.plain(after, event.getSession()))));
    }
}
