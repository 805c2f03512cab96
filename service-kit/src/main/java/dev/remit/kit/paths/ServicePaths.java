package dev.remit.kit.paths;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** Every path of this service, across its resource classes: what one class lets be done at a path, another may add to. */
@Singleton
class ServicePaths {
    private volatile RequestMapper<ServicePath> known;

    /**
     * The path that a request means: of several that fit the one with the most letters of its own, as it is chosen for a method.
     *
     * @param path without its query
     */
    Optional<ServicePath> at(String path) {
        if (known == null) {
            known = new RequestMapper<>(read());
        }
        return Optional.ofNullable(known.map(path)).map(match -> match.value);
    }

    private static ArrayList<RequestPath<ServicePath>> read() {
        // Templates that differ in the names of their parameters alone are one path.
        Map<String, ServicePath> byShape = new LinkedHashMap<>();
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String template, RuntimeResource resource) {
                        byShape.computeIfAbsent(
                                        template.replaceAll("\\{[^}]*\\}", "{}"),
                                        shape -> new ServicePath(template, new HashMap<>()))
                                .answers()
                                .computeIfAbsent(method, first -> new ArrayList<>())
                                .addAll(answers(resource));
                    }
                });
        ArrayList<RequestPath<ServicePath>> paths = new ArrayList<>();
        byShape.values()
                .forEach(path -> paths.add(new RequestPath<>(false, new URITemplate(path.template(), false), path)));
        return paths;
    }

    private static List<MediaType> answers(RuntimeResource resource) {
        return resource.getProduces() == null
                ? List.of()
                : List.of(resource.getProduces().getSortedOriginalMediaTypes());
    }
}
