package io.watchdesk.content.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdesk.account.Account;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Brief;
import io.watchdesk.content.Contents;
import io.watchdesk.content.Draft;
import io.watchdesk.content.Drafting;
import io.watchdesk.platform.Outcomes;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import io.watchdesk.platform.Tasks.OpenTask;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the draft form reads and saves; only the person who claimed the task may save. */
@RestController
@RequestMapping("/api/drafts/{taskId}")
class DraftController {

    private final Tasks tasks;
    private final Drafting drafting;
    private final Contents contents;
    private final AssetRegister assets;
    private final Accounts accounts;
    private final ObjectMapper json;

    DraftController(
            Tasks tasks,
            Drafting drafting,
            Contents contents,
            AssetRegister assets,
            Accounts accounts,
            ObjectMapper json) {
        this.tasks = tasks;
        this.drafting = drafting;
        this.contents = contents;
        this.assets = assets;
        this.accounts = accounts;
        this.json = json;
    }

    @GetMapping
    DraftPage read(@PathVariable String taskId) {
        String pieceId = pieceOf(tasks.visible(taskId));
        Brief brief = contents.piece(pieceId).brief();
        return new DraftPage(
                pieceId,
                brief,
                brief.accounts().stream().map(accounts::require).map(Target::of).toList(),
                drafting.draft(pieceId),
                assets.ofPiece(pieceId),
                contents.latest(pieceId).map(version -> version.number()));
    }

    @PutMapping
    Draft save(@PathVariable String taskId, @RequestBody Draft.Text text) {
        return drafting.save(pieceOf(tasks.claimed(taskId)), text);
    }

    @PostMapping("/assets")
    Asset upload(
            @PathVariable String taskId,
            @RequestParam MultipartFile file,
            @RequestParam String kind,
            @RequestParam(required = false) String rights)
            throws IOException {
        String pieceId = pieceOf(tasks.claimed(taskId));
        return assets.add(
                pieceId,
                Outcomes.parse(Asset.Kind.class, kind),
                file.getOriginalFilename(),
                file.getBytes(),
                rights == null || rights.isBlank() ? null : json.readValue(rights, Asset.Rights.class));
    }

    @PutMapping("/assets/{assetId}/rights")
    Asset recordRights(@PathVariable String taskId, @PathVariable String assetId, @RequestBody Asset.Rights rights) {
        String pieceId = pieceOf(tasks.claimed(taskId));
        if (assets.ofPiece(pieceId).stream().noneMatch(asset -> asset.id().equals(assetId))) {
            throw new Refused("The file \"%s\" does not belong to this piece.".formatted(assetId));
        }
        return assets.setRights(assetId, rights);
    }

    private static String pieceOf(OpenTask task) {
        return Optional.ofNullable(task.text("pieceId"))
                .orElseThrow(
                        () -> new Refused("The task \"%s\" is not about a piece of content.".formatted(task.name())));
    }

    /** Everything the draft form shows. */
    record DraftPage(
            String pieceId,
            Brief brief,
            List<Target> accounts,
            Draft draft,
            List<Asset> assets,
            Optional<Integer> lastVersion) {}

    /** One account that the piece goes to, with its limits in characters. */
    record Target(
            String id,
            String name,
            String platform,
            String zone,
            int titleLimit,
            int bodyLimit,
            String aiLabel,
            Set<String> languages) {

        static Target of(Account account) {
            return new Target(
                    account.id(),
                    account.name(),
                    account.platform(),
                    account.zone().getId(),
                    account.titleLimit(),
                    account.bodyLimit(),
                    account.aiLabel(),
                    account.languages());
        }
    }
}
