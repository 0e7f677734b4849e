package io.watchdesk.desk.registers;

import io.watchdesk.desk.registers.ImportTable.Upload;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.work.LongWork;
import io.watchdesk.work.Progress;
import io.watchdesk.work.Work;
import io.watchdesk.work.WorkKind;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that are looked through first and applied afterwards, all of a file or nothing. */
@Service
@Transactional
public class Imports {

    private static final int LONGEST_NAME = 150;

    private final ImportTable table;
    private final RegisterSettings settings;
    private final LongWork work;
    private final People people;
    private final Clock clock;

    Imports(ImportTable table, RegisterSettings settings, LongWork work, People people, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.work = work;
        this.people = people;
        this.clock = clock;
    }

    /**
     * A file and what it would do now.
     *
     * @param work the long work that is applying it, or null
     * @param later whether so much would be applied by long work
     */
    public record Shown(String id, String fileName, Plan plan, String work, boolean later) {}

    /**
     * What became of the wish to apply a file.
     *
     * @param changed how many entries were changed
     * @param work the long work that changes them, or null where it is done
     */
    public record Applied(int changed, String work) {}

    /**
     * Keeps a file to be looked through; the person's file before, of the same register, is gone.
     *
     * @return its id
     * @throws Refused when it is too large or cannot be read
     */
    public String upload(Register register, String fileName, byte[] file) {
        if (file.length > settings.importSize().toBytes()) {
            throw new Refused("The file has %d bytes; at most %d are imported at once. Split it."
                    .formatted(file.length, settings.importSize().toBytes()));
        }
        DryRun.of(register, file, settings.importRows());
        table.dropBefore(clock.instant().minus(settings.importKept()));
        String id = UUID.randomUUID().toString();
        table.put(new Upload(id, register.id(), people.actor(), named(fileName), file, clock.instant(), null));
        return id;
    }

    /** What an uploaded file would do to the register as it is now. */
    @Transactional(readOnly = true)
    public Shown show(Register register, String id) {
        Upload upload = own(register, table.find(id));
        Plan plan = DryRun.of(register, upload.file(), settings.importRows());
        return new Shown(id, upload.fileName(), plan, appliedBy(upload).orElse(null), isLong(plan));
    }

    /**
     * Does what was shown, or has it done by long work where it is much.
     *
     * @param shown the stamp of the plan that the person saw
     * @throws Refused when it would not be the same any more, a line is refused, or it is being applied already
     */
    public Applied apply(Register register, String id, String shown) {
        // Who applies it holds the row until it is done.
        requireIdle(own(register, table.find(id)));
        Upload upload = own(register, table.lock(id));
        requireIdle(upload);
        Plan plan = asShown(register, upload, shown);
        if (isLong(plan)) {
            String ordered = work.begin(
                    ImportWork.KIND,
                    upload.fileName(),
                    List.of(new WorkKind.Step(
                            upload.fileName(), new ImportWork.Order(register.id(), id, shown).written())));
            table.ordered(id, ordered);
            return new Applied(0, ordered);
        }
        carryOut(register, upload, plan, (done, total) -> {});
        return new Applied(plan.changes().size(), null);
    }

    /**
     * Does what was shown, for long work.
     *
     * @return what was done
     * @throws Refused when it would not be the same any more
     */
    Plan apply(Register register, String id, String shown, Progress progress) {
        Upload upload = own(register, table.lock(id));
        Plan plan = asShown(register, upload, shown);
        carryOut(register, upload, plan, progress);
        return plan;
    }

    private Plan asShown(Register register, Upload upload, String shown) {
        Plan plan = DryRun.of(register, upload.file(), settings.importRows());
        if (!plan.stamp().equals(shown)) {
            throw new Refused(
                    "The file or the register is not what was shown to you any more. Look at what it would do now,"
                            + " then apply it.");
        }
        if (!plan.applicable()) {
            throw new Refused("There is nothing to apply, or a line is refused. Mend the file and upload it again.");
        }
        return plan;
    }

    private void carryOut(Register register, Upload upload, Plan plan, Progress progress) {
        List<Change> changes = plan.changes();
        progress.at(0, changes.size());
        if (!table.take(upload.id())) {
            throw new Refused("This file was just applied.");
        }
        register.apply(changes, done -> progress.at(done, changes.size()));
    }

    private void requireIdle(Upload upload) {
        appliedBy(upload).ifPresent(other -> {
            throw new Refused("This file is being applied already; see the long work %s.".formatted(other));
        });
    }

    private boolean isLong(Plan plan) {
        return plan.applicable() && plan.changes().size() > settings.importAtOnce();
    }

    /** The long work that has not come to its end with this file. */
    private Optional<String> appliedBy(Upload upload) {
        return Optional.ofNullable(upload.work())
                .flatMap(work::find)
                .filter(each -> !each.over())
                .map(Work::id);
    }

    private Upload own(Register register, Optional<Upload> found) {
        return found.filter(upload -> upload.register().equals(register.id()))
                .filter(upload -> upload.person().equals(people.actor()))
                .orElseThrow(
                        () -> new Refused(
                                "This file is not here any more: it was applied, or another one took its place. Upload it again."));
    }

    private static String named(String fileName) {
        String name =
                fileName == null ? "" : fileName.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }
}
