package io.watchdesk.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Every model, decision and form of one source tree, and the code they call. */
record Models(List<ProcessModel> processes, List<DecisionModel> decisions, List<FormModel> forms, JavaClasses code) {

    /** One {@code .dmn} file. */
    record DecisionModel(Path path, DmnModelInstance dmn) {

        String file() {
            return path.getFileName().toString();
        }

        String name() {
            return file().replaceFirst("\\.dmn$", "");
        }
    }

    /** Reads {@code processes/} and {@code forms/} below a root. */
    static Models in(Path root, JavaClasses code) {
        return new Models(
                files(root.resolve("processes"), ".bpmn")
                        .map(ProcessModel::read)
                        .toList(),
                files(root.resolve("processes"), ".dmn")
                        .map(path -> new DecisionModel(path, Dmn.readModelFromFile(path.toFile())))
                        .toList(),
                Stream.concat(files(root.resolve("forms"), ".form"), files(root.resolve("forms"), ".html"))
                        .map(FormModel::read)
                        .toList(),
                code);
    }

    Optional<ProcessModel> process(String id) {
        return processes.stream()
                .filter(model -> model.process().getId().equals(id))
                .findFirst();
    }

    Optional<DecisionModel> decision(String name) {
        return decisions.stream()
                .filter(decision -> decision.name().equals(name))
                .findFirst();
    }

    Optional<FormModel> form(String folder, String file) {
        return forms.stream()
                .filter(form -> form.folder().equals(folder) && form.file().equals(file))
                .findFirst();
    }

    /** The class with this simple name in a {@code process} package. */
    Optional<JavaClass> processClass(String simpleName) {
        return code.stream()
                .filter(type -> type.getSimpleName().equals(simpleName)
                        && type.getPackageName().endsWith(".process"))
                .findFirst();
    }

    private static Stream<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(directory)) {
            return found.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + directory, e);
        }
    }
}
