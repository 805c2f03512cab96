package dev.remit.kit.testing.api;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Holds the paths of a service and their queries against its document, and gives a line for each that is otherwise. */
final class Addresses {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final int DONE = 204;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALLOWED = 405;

    private final URI base;
    private final Function<ApiOperation, RightRequest> right;
    private final Map<String, List<ApiOperation>> byPath = new TreeMap<>();

    Addresses(URI base, ApiDocument document, Function<ApiOperation, RightRequest> right) {
        this.base = base;
        this.right = right;
        document.operations().forEach(operation -> byPath.computeIfAbsent(operation.path(), first -> new ArrayList<>())
                .add(operation));
    }

    /** OPTIONS names the methods of the path and no others; each other method is refused with the same names. */
    List<String> methods() {
        List<String> wrong = new ArrayList<>();
        byPath.forEach((path, operations) -> {
            TreeSet<String> methods =
                    new TreeSet<>(operations.stream().map(ApiOperation::method).toList());
            TreeSet<String> allowed = new TreeSet<>(methods);
            allowed.add("OPTIONS");
            if (methods.contains("GET")) {
                allowed.add("HEAD");
            }
            hold(wrong, operations.getFirst(), "OPTIONS", DONE, String.join(", ", allowed));
            METHODS.stream()
                    .filter(method -> !methods.contains(method))
                    .forEach(method ->
                            hold(wrong, operations.getFirst(), method, NOT_ALLOWED, String.join(", ", allowed)));
        });
        return wrong;
    }

    private void hold(List<String> wrong, ApiOperation there, String method, int status, String allowed) {
        ApiOperation other = new ApiOperation(there.document(), method, there.path(), there.node());
        ApiAnswer answer = right.apply(there).call(other, "").send(base);
        String told = answer.headers().firstValue("Allow").orElse("nothing");
        if (answer.status() != status || !told.equals(allowed)) {
            wrong.add(other.name() + " allows " + told + " and not " + allowed + ": " + answer);
        }
    }
}
