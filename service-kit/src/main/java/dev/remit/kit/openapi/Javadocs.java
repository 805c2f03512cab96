package dev.remit.kit.openapi;

import com.github.therapi.runtimejavadoc.ClassJavadoc;
import com.github.therapi.runtimejavadoc.Comment;
import com.github.therapi.runtimejavadoc.CommentVisitor;
import com.github.therapi.runtimejavadoc.Link;
import com.github.therapi.runtimejavadoc.MethodJavadoc;
import com.github.therapi.runtimejavadoc.RuntimeJavadoc;
import com.github.therapi.runtimejavadoc.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Reads the Javadoc that the compiler kept beside the classes, through the loader of the build, which knows the service's own. */
final class Javadocs {
    private final Map<String, ClassJavadoc> read = new HashMap<>();

    MethodText of(MethodInfo method) {
        return of(method.declaringClass()).getMethods().stream()
                .filter(candidate -> candidate.getName().equals(method.name()))
                .findFirst()
                .map(Javadocs::text)
                .orElse(MethodText.NONE);
    }

    /** The text of a field; empty where it has none. */
    Optional<String> ofField(ClassInfo type, String field) {
        return of(type).getFields().stream()
                .filter(candidate -> candidate.getName().equals(field))
                .map(candidate -> plain(candidate.getComment()))
                .filter(text -> !text.isEmpty())
                .map(Javadocs::withoutStop)
                .findFirst();
    }

    private ClassJavadoc of(ClassInfo type) {
        return read.computeIfAbsent(
                type.name().toString(),
                name -> RuntimeJavadoc.getJavadoc(name, Thread.currentThread().getContextClassLoader()));
    }

    private static MethodText text(MethodJavadoc method) {
        Map<String, String> parameters = new HashMap<>();
        method.getParams()
                .forEach(parameter ->
                        parameters.put(parameter.getName(), MethodText.capital(plain(parameter.getComment()))));
        return MethodText.of(plain(method.getComment()), parameters, plain(method.getReturns()));
    }

    /** A text of one sentence has no full stop in the document. */
    private static String withoutStop(String text) {
        return text.endsWith(".") && text.indexOf(". ") < 0 ? text.substring(0, text.length() - 1) : text;
    }

    /** On one line, with code and links as the words they stand for. */
    private static String plain(Comment comment) {
        StringBuilder text = new StringBuilder();
        List.copyOf(comment.getElements())
                .forEach(element -> element.visit(new CommentVisitor() {
                    @Override
                    public void commentText(String value) {
                        text.append(value);
                    }

                    @Override
                    public void inlineLink(Link link) {
                        text.append(link.getLabel());
                    }

                    @Override
                    public void inlineTag(String name, String value) {
                        text.append(value);
                    }

                    @Override
                    public void inlineValue(Value value) {
                        text.append(value.getReferencedMemberName());
                    }
                }));
        return text.toString().replaceAll("\\s+", " ").strip();
    }
}
