package io.watchdesk.content.web;

import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Contents;
import io.watchdesk.platform.Refused;
import io.watchdesk.platform.Tasks;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the files of a piece to people who have a task of that piece. */
@RestController
class AssetController {

    private final Tasks tasks;
    private final AssetRegister assets;
    private final Contents contents;

    AssetController(Tasks tasks, AssetRegister assets, Contents contents) {
        this.tasks = tasks;
        this.assets = assets;
        this.contents = contents;
    }

    @GetMapping("/api/assets/{assetId}/file")
    ResponseEntity<byte[]> file(@PathVariable String assetId, @RequestParam String taskId) {
        String pieceId = tasks.visible(taskId).text("pieceId");
        Asset asset = assets.ofPiece(pieceId).stream()
                .filter(candidate -> candidate.id().equals(assetId))
                .findFirst()
                .orElseThrow(() -> new Refused("The file \"%s\" does not belong to this task.".formatted(assetId)));
        boolean shown = asset.kind() == Asset.Kind.IMAGE;
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(asset.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(asset.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(contents.file(assetId));
    }
}
