package io.watchdesk.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Rules that only the source text can answer, read with the compiler's own parser. */
final class SourceRules {

    private static final int LINES_A_DELEGATE = 25;

    private SourceRules() {}

    /**
     * All breaches below a source root.
     *
     * @param longest how many lines a file may have
     */
    static List<String> check(Path root, int longest) {
        Report report = new Report();
        List<Path> files = sources(root);
        if (files.isEmpty()) {
            return List.of();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                String file =
                        Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                long lines = unit.getLineMap()
                        .getLineNumber(unit.getSourceFile().getCharContent(true).length() - 1);
                report.unless(
                        lines <= longest,
                        file,
                        "file",
                        "has %s lines; more than %s hold more than one thought.",
                        lines,
                        longest);
                new Scanner(file, unit, trees, report).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot parse " + root, e);
        }
        return report.breaches();
    }

    private static List<Path> sources(Path root) {
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + root, e);
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final String file;
        private final CompilationUnitTree unit;
        private final DocTrees trees;
        private final Report report;

        Scanner(String file, CompilationUnitTree unit, DocTrees trees, Report report) {
            this.file = file;
            this.unit = unit;
            this.trees = trees;
            this.report = report;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean visible = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
            String javadoc = trees.getDocComment(getCurrentPath());
            report.unless(
                    !visible || javadoc != null && javadoc.strip().length() > 10,
                    file,
                    type.getSimpleName().toString(),
                    "is public and says not what it means; write a Javadoc sentence.");
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (isDelegate() && method.getBody() != null) {
                long lines = line(trees.getSourcePositions().getEndPosition(unit, method))
                        - line(trees.getSourcePositions().getStartPosition(unit, method));
                report.unless(
                        lines <= LINES_A_DELEGATE,
                        file,
                        method.getName().toString(),
                        "has %s lines; a delegate is input, one call, output.",
                        lines);
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitIf(IfTree branch, Void nothing) {
                        report.breach(
                                file,
                                method.getName().toString(),
                                "decides something; a delegate has no \"if\", the capability decides.");
                        return super.visitIf(branch, nothing);
                    }

                    @Override
                    public Void visitLiteral(LiteralTree literal, Void nothing) {
                        report.unless(
                                literal.getKind() != Tree.Kind.STRING_LITERAL
                                        || literal.getValue()
                                                .toString()
                                                .codePoints()
                                                .noneMatch(Character::isLetter),
                                file,
                                method.getName().toString(),
                                "contains the text %s; names of variables and outcomes stand in the vocabulary class.",
                                literal.getValue());
                        return super.visitLiteral(literal, nothing);
                    }
                }.scan(new TreePath(getCurrentPath(), method.getBody()), null);
            }
            return super.visitMethod(method, nothing);
        }

        private boolean isDelegate() {
            return file.endsWith("Delegate.java")
                    && unit.getPackageName().toString().contains(".process");
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
