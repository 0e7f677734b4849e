package io.watchdesk.platform.node;

import io.watchdesk.platform.PublishingPause;
import io.watchdesk.platform.ThisNode;
import io.watchdesk.platform.Watched;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * The disk that the data directory lies on. When it is nearly full, posts wait: what is out but cannot be written down
 * would be unknown.
 */
@Component
class FreeSpace implements Watched, PublishingPause {

    private static final long MEGABYTE = 1024 * 1024L;

    private final Path directory;
    private final NodeSettings settings;
    private final ThisNode node;

    FreeSpace(@Value("${watchdesk.data-directory}") Path directory, NodeSettings settings, ThisNode node) {
        this.directory = directory.toAbsolutePath().normalize();
        this.settings = settings;
        this.node = node;
    }

    @Override
    public List<Trouble> troubles() {
        long free = free(directory);
        if (free >= settings.freeSpace().toBytes()) {
            return List.of();
        }
        return List.of(new Trouble(
                "disk",
                "The disk of %s is nearly full: %d MB are free in %s, %d MB should be.%s Free some space."
                        .formatted(
                                node.name(),
                                free / MEGABYTE,
                                directory,
                                settings.freeSpace().toMegabytes(),
                                tooLittle(free) ? " Nothing is published until then." : "")));
    }

    @Override
    public boolean ofThisMachine() {
        return true;
    }

    @Override
    public Optional<String> reason() {
        return tooLittle(free(directory))
                ? Optional.of("The disk of the server is nearly full; it waits until there is space again.")
                : Optional.empty();
    }

    private boolean tooLittle(long free) {
        return free < settings.publishingSpace().toBytes();
    }

    /** Bytes that this user may still write where the directory is, or will be made. */
    static long free(Path directory) {
        Path place = directory;
        while (place.getParent() != null && !Files.exists(place)) {
            place = place.getParent();
        }
        try {
            return Files.getFileStore(place).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException("The free space of %s is not known.".formatted(place), e);
        }
    }

    /** The same question for a start, before there are beans. */
    static boolean enough(Path directory, DataSize wanted) {
        return free(directory) >= wanted.toBytes();
    }
}
