package io.watchdesk.publishing.web;

import io.watchdesk.content.Asset;
import io.watchdesk.platform.People;
import io.watchdesk.platform.Refused;
import io.watchdesk.publishing.Evidence;
import io.watchdesk.publishing.EvidenceBundles;
import io.watchdesk.publishing.Pack;
import io.watchdesk.publishing.Packs;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people take along from a publication: the pack to post it by hand, and the evidence. */
@RestController
@RequestMapping("/api/publications/{publicationId}")
class PublicationController {

    private static final List<String> POST_BY_HAND = List.of("publishers", "managers");
    private static final List<String> TAKE_EVIDENCE = List.of("managers", "legal", "publishers");

    private final Packs packs;
    private final EvidenceBundles evidence;
    private final People people;

    PublicationController(Packs packs, EvidenceBundles evidence, People people) {
        this.packs = packs;
        this.evidence = evidence;
        this.people = people;
    }

    @GetMapping("/pack")
    Pack pack(@PathVariable String publicationId) {
        only(POST_BY_HAND, "Only publishers and managers post by hand.");
        return packs.of(publicationId);
    }

    @GetMapping("/media/{assetId}")
    ResponseEntity<byte[]> media(@PathVariable String publicationId, @PathVariable String assetId) {
        only(POST_BY_HAND, "Only publishers and managers post by hand.");
        Asset asset = packs.asset(publicationId, assetId);
        return download(asset.fileName(), MediaType.parseMediaType(asset.mediaType()))
                .body(packs.file(publicationId, assetId));
    }

    @GetMapping("/evidence")
    ResponseEntity<Evidence> evidence(@PathVariable String publicationId) {
        only(TAKE_EVIDENCE, "Only managers, legal and publishers may take the evidence of a publication.");
        Evidence bundle = evidence.of(publicationId);
        return download("evidence-%s.json".formatted(publicationId), MediaType.APPLICATION_JSON)
                .body(bundle);
    }

    private static ResponseEntity.BodyBuilder download(String fileName, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(fileName, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    private void only(List<String> groups, String sentence) {
        if (Collections.disjoint(people.groupsOf(people.actor()), groups)) {
            throw new Refused(sentence);
        }
    }
}
