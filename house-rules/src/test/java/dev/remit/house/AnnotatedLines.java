package dev.remit.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * How much of a source file is annotations.
 *
 * @param annotated lines that an annotation, or a part of one, stands on
 * @param all lines of the file
 */
record AnnotatedLines(int annotated, int all) {

    static AnnotatedLines of(Path file) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(file));
            CompilationUnitTree unit = task.parse().iterator().next();
            Set<Long> lines = new TreeSet<>();
            new Annotations(unit, Trees.instance(task).getSourcePositions(), lines).scan(unit, null);
            return new AnnotatedLines(lines.size(), (int)
                    unit.getSourceFile().getCharContent(true).toString().lines().count());
        }
    }

    int percent() {
        return 100 * annotated / all;
    }

    private static final class Annotations extends TreePathScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Set<Long> lines;

        Annotations(CompilationUnitTree unit, SourcePositions positions, Set<Long> lines) {
            this.unit = unit;
            this.positions = positions;
            this.lines = lines;
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            LineMap map = unit.getLineMap();
            LongStream.rangeClosed(
                            map.getLineNumber(positions.getStartPosition(unit, annotation)),
                            map.getLineNumber(positions.getEndPosition(unit, annotation)))
                    .forEach(lines::add);
            return null;
        }
    }
}
