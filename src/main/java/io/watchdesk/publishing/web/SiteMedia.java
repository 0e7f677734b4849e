package io.watchdesk.publishing.web;

import io.watchdesk.content.Asset;
import io.watchdesk.content.Contents;
import io.watchdesk.publishing.channel.SitePost;
import io.watchdesk.publishing.channel.SitePosts;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The files of published posts, and the site's style. A file is public only as long as a post that shows it is. */
@RestController
class SiteMedia {

    private final SitePosts posts;
    private final Contents contents;

    SiteMedia(SitePosts posts, Contents contents) {
        this.posts = posts;
        this.contents = contents;
    }

    @GetMapping("/site/media/{assetId}")
    ResponseEntity<Resource> file(@PathVariable String assetId, HttpServletRequest request) {
        Optional<SitePost.Media> found = posts.media(assetId);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        SitePost.Media media = found.get();
        boolean shown = media.kind() != Asset.Kind.FONT && !media.mediaType().contains("svg");
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(media.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(media.mediaType()))
                .eTag(media.sha256())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new ByteArrayResource(contents.file(assetId)));
    }

    @GetMapping("/site/style.css")
    ResponseEntity<Resource> style() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .body(new ClassPathResource("site/style.css"));
    }
}
