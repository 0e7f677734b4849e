package io.watchdesk.desk.registers.web;

import io.watchdesk.desk.OnPage;
import io.watchdesk.desk.registers.Flawed;
import io.watchdesk.desk.registers.Imports;
import io.watchdesk.desk.registers.Register;
import io.watchdesk.desk.registers.Registers;
import io.watchdesk.platform.Flaw;
import io.watchdesk.platform.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the owners of a register do to it. */
@RestController
@OnPage("registers")
@RequestMapping("/desk/registers/{register}")
class RegisterDeeds {

    private final Registers registers;
    private final Imports imports;
    private final RegisterWords words;

    RegisterDeeds(Registers registers, Imports imports, RegisterWords words) {
        this.registers = registers;
        this.imports = imports;
        this.words = words;
    }

    /** Adds, changes, retires or takes back one entry. */
    @PutMapping("/entry")
    Map<String, String> save(@PathVariable("register") String id, @RequestBody Written written) {
        Register register = registers.owned(id);
        if (written.fields() == null || written.fields().values().stream().anyMatch(Objects::isNull)) {
            throw new Refused("Say what the fields shall hold.");
        }
        return Map.of(
                "key",
                registers.save(
                        register,
                        Objects.requireNonNullElse(written.key(), ""),
                        Objects.requireNonNullElse(written.stamp(), ""),
                        written.fields()));
    }

    /** What would come out of these fields; nothing is saved. */
    @PostMapping("/preview")
    Register.Preview preview(@PathVariable("register") String id, @RequestBody Map<String, String> fields) {
        return registers
                .owned(id)
                .preview(fields)
                .orElseThrow(() -> new Refused("Entries of this register have no preview."));
    }

    /** Keeps a file to be looked through. */
    @PostMapping("/import")
    Map<String, String> upload(@PathVariable("register") String id, @RequestParam MultipartFile file)
            throws IOException {
        Register register = registers.owned(id);
        return Map.of("id", imports.upload(register, file.getOriginalFilename(), file.getBytes()));
    }

    /** Does what was shown; where it is much, the answer names the long work that does it. */
    @PostMapping("/import/{upload}/application")
    Imports.Applied apply(@PathVariable("register") String id, @PathVariable String upload, @RequestBody Seen seen) {
        return imports.apply(registers.owned(id), upload, Objects.requireNonNullElse(seen.stamp(), ""));
    }

    @ExceptionHandler
    ResponseEntity<Problem> flawed(Flawed flawed) {
        List<Flaw> flaws = flawed.flaws().stream()
                .map(flaw -> new Flaw(flaw.field(), words.sentence(flaw.sentence())))
                .toList();
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(new Problem(
                        String.join(" ", flaws.stream().map(Flaw::sentence).toList()), flaws));
    }

    /**
     * An entry as a form sends it.
     *
     * @param key empty for a new one
     * @param stamp of the entry that the form showed
     */
    record Written(String key, String stamp, Map<String, String> fields) {}

    /** @param stamp of the plan that the page showed */
    record Seen(String stamp) {}

    /** All in one sentence for those who read no fields. */
    record Problem(String sentence, List<Flaw> flaws) {}
}
