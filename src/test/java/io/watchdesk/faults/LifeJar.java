package io.watchdesk.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How another JVM with the application is started as cheaply as can be: the class files lie in jars, so that the JVM may
 * share what it has loaded and verified once (AppCDS). The archive is made by one orderly life before the first kill, about
 * {@code 0.6} of whose time every later life saves.
 */
public final class LifeJar {

    /** The system property that says where the jars and the archive are made, by default {@code target/lives}. */
    static final String PLACE = "watchdesk.test.lives";

    private static final Path SHARED =
            Path.of(System.getProperty(PLACE, "target/lives")).toAbsolutePath();
    private static LifeJar shared;

    /** Whoever lives for seconds gains nothing from the second compiler. */
    private static final String SHORT = "-XX:TieredStopAtLevel=1";

    private static final int FIRST_MEGABYTES = 512;
    private static final int FURTHER_MEGABYTES = 128;

    private static final List<String> FAST = List.of("-XX:+UseSerialGC", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final List<String> classPath;
    private final Path archive;

    private LifeJar(List<String> classPath, Path archive) {
        this.classPath = classPath;
        this.archive = archive;
    }

    /** The one of this build, with its archive; whoever comes first makes it, other JVMs wait for it. */
    @SuppressWarnings("try")
    public static synchronized LifeJar shared() {
        if (shared == null) {
            try {
                Files.createDirectories(SHARED);
                try (FileChannel file = FileChannel.open(
                                SHARED.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock turn = file.lock()) {
                    shared = ofThisBuild();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    /** Classes that were compiled again are another build. */
    private static LifeJar ofThisBuild() throws IOException {
        LifeJar packed = in(SHARED);
        Path made = SHARED.resolve("made-of");
        String now = packed.fingerprint();
        if (!Files.exists(packed.archive)
                || !Files.exists(made)
                || !Files.readString(made).equals(now)) {
            Files.deleteIfExists(packed.archive);
            Path home = Files.createTempDirectory("watchdesk-first-life");
            try (World first = World.onH2(home, packed)) {
                first.archivingLife().ready().close();
            }
            Files.writeString(made, now);
        }
        return packed;
    }

    /** What the JVM compares, too: the archive fits only these files. */
    private String fingerprint() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String entry : classPath) {
            Path file = Path.of(entry);
            all.append(entry)
                    .append(' ')
                    .append(Files.size(file))
                    .append(' ')
                    .append(Files.getLastModifiedTime(file).toMillis())
                    .append('\n');
        }
        return all.toString();
    }

    /** The class path of this JVM, its classes packed below a directory, so that compiling harms nobody who uses it. */
    static String packedIn(Path directory) {
        return String.join(java.io.File.pathSeparator, in(directory.toAbsolutePath()).classPath);
    }

    /** Packs the class path of this JVM below a directory. */
    private static LifeJar in(Path directory) {
        try {
            Files.createDirectories(directory);
            List<String> classPath = new ArrayList<>();
            for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
                Path place = Path.of(entry);
                if (Files.isDirectory(place)) {
                    Path jar = directory.resolve("classes-" + classPath.size() + ".jar");
                    if (isOlder(jar, place)) {
                        pack(place, jar);
                    }
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

    private static boolean isOlder(Path jar, Path directory) throws IOException {
        if (!Files.exists(jar)) {
            return true;
        }
        FileTime packed = Files.getLastModifiedTime(jar);
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.toList()) {
                if (Files.getLastModifiedTime(path).compareTo(packed) >= 0) {
                    return true;
                }
            }
        }
        return false;
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

    /** Options of a JVM that is killed soon, with the class path. */
    public List<String> options() {
        return options(1);
    }

    /** The same with so many applications in it. */
    List<String> options(int applications) {
        return Stream.concat(Stream.of(SHORT), options(applications, sharing()).stream())
                .toList();
    }

    /** Options of a JVM that hashes passwords as they are in earnest, which is work for the second compiler. */
    public List<String> lasting() {
        return options(1, sharing());
    }

    private String sharing() {
        return Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
    }

    /** Options of an orderly life that leaves the archive behind. */
    List<String> archivingOptions() {
        return options(1, "-XX:ArchiveClassesAtExit=" + archive);
    }

    private List<String> options(int applications, String sharing) {
        List<String> options = new ArrayList<>(FAST);
        options.add("-Xmx%dm".formatted(FIRST_MEGABYTES + FURTHER_MEGABYTES * (applications - 1)));
        options.addAll(Arrays.asList(sharing, "-cp", String.join(java.io.File.pathSeparator, classPath)));
        return options;
    }
}
