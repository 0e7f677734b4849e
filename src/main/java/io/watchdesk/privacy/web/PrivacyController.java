package io.watchdesk.privacy.web;

import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.privacy.CleanUpWatch;
import io.watchdesk.privacy.DataRequests;
import io.watchdesk.privacy.DestructionRecords;
import io.watchdesk.privacy.PrivacyAudits;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Personal data requests, destruction records and clean-ups, for managers and administrators. */
@RestController
@RequestMapping("/api/privacy")
class PrivacyController {

    private static final int NEWEST = 100;
    private static final String REQUEST = "requestId";
    private static final String FINDINGS = "findingsText";

    private static final Set<String> AUDITS = Set.of("UserTask_AuditPrivacy", "UserTask_MendFindings");

    private final Tasks tasks;
    private final DataRequests requests;
    private final DestructionRecords records;
    private final CleanUpWatch cleanUps;
    private final PrivacyAudits audits;

    PrivacyController(
            Tasks tasks,
            DataRequests requests,
            DestructionRecords records,
            CleanUpWatch cleanUps,
            PrivacyAudits audits) {
        this.tasks = tasks;
        this.requests = requests;
        this.records = records;
        this.cleanUps = cleanUps;
        this.audits = audits;
    }

    /** The request of a task, with what is held and what speaks against an erasure. */
    @GetMapping("/tasks/{taskId}")
    DataRequests.Look look(@PathVariable String taskId) {
        requests.onlyDeciders();
        return requests.look(tasks.visible(taskId).text(REQUEST));
    }

    /** The file of an export, a zip with JSON. */
    @GetMapping(path = "/exports/{id}")
    ResponseEntity<byte[]> take(@PathVariable String id) {
        byte[] file = requests.take(id);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(id.replaceAll("[^A-Z0-9-]", "") + ".zip")
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(file);
    }

    /** What was destroyed, newest first. */
    @GetMapping("/destructions")
    List<DestructionRecords.Destruction> destructions() {
        requests.onlyDeciders();
        return records.newest(NEWEST);
    }

    /** How both clean-ups stand. */
    @GetMapping("/clean-up")
    CleanUpWatch.Standing cleanUp() {
        requests.onlyDeciders();
        return cleanUps.standing();
    }

    /** What an audit looks at: who may do what, and how the clean-ups stand; with what was found so far. */
    @GetMapping("/audits/{taskId}")
    AuditView audit(@PathVariable String taskId) {
        Tasks.OpenTask task = tasks.visible(taskId);
        if (!AUDITS.contains(task.definitionKey())) {
            throw new Refused("This task is not part of a privacy audit.");
        }
        return new AuditView(audits.access(), cleanUps.standing(), task.text(FINDINGS));
    }

    /** @param findings null before anybody has looked */
    record AuditView(List<PrivacyAudits.Access> access, CleanUpWatch.Standing cleanUp, String findings) {}
}
