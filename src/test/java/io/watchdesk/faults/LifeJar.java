package io.watchdesk.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a life is started as cheaply as can be: the class files lie in jars, so that the JVM may share what it has loaded and
 * verified once (AppCDS). The archive is made by one orderly life before the first kill, about {@code 0.6} of whose time
 * every later life saves.
 */
final class LifeJar {

    private static final List<String> FAST = List.of(
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final List<String> classPath;
    private final Path archive;

    private LifeJar(List<String> classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** Packs the class path of this JVM below a directory. */
    static LifeJar in(Path directory) {
        try {
            Files.createDirectories(directory);
            List<String> classPath = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                Path place = Path.of(entry);
                if (Files.isDirectory(place)) {
                    Path jar = directory.resolve("classes-" + classPath.size() + ".jar");
                    pack(place, jar);
                    classPath.add(jar.toString());
                } else if (Files.exists(place)) {
                    classPath.add(entry);
                }
            }
            return new LifeJar(classPath, directory.resolve("lives.jsa"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> all = Files.walk(directory)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Path path : all.sorted().toList()) {
                boolean folder = Files.isDirectory(path);
                String name = directory.relativize(path).toString();
                if (name.isEmpty()) {
                    continue;
                }
                byte[] content = folder ? new byte[0] : Files.readAllBytes(path);
                CRC32 sum = new CRC32();
                sum.update(content);
                ZipEntry entry = new ZipEntry(folder ? name + "/" : name);
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 1, 1, 0, 0));
                entry.setSize(content.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
    }

    /** Options of a life that is killed. */
    List<String> options() {
        return options(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto");
    }

    /** Options of an orderly life that leaves the archive behind. */
    List<String> archivingOptions() {
        return options("-XX:ArchiveClassesAtExit=" + archive);
    }

    private List<String> options(String sharing) {
        List<String> options = new ArrayList<>(FAST);
        options.addAll(Arrays.asList(sharing, "-cp", String.join(java.io.File.pathSeparator, classPath)));
        return options;
    }
}
