package io.watchdesk.publishing.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdesk.account.Accounts;
import io.watchdesk.content.Asset;
import io.watchdesk.content.AssetRegister;
import io.watchdesk.content.Category;
import io.watchdesk.content.Version;
import io.watchdesk.publishing.Channel;
import io.watchdesk.publishing.Channels;
import io.watchdesk.publishing.Claim;
import io.watchdesk.publishing.Ledger;
import io.watchdesk.publishing.Order;
import io.watchdesk.publishing.Publication;
import io.watchdesk.publishing.PublishRun;
import io.watchdesk.publishing.Slot;
import io.watchdesk.review.ReviewWorld;
import io.watchdesk.testing.TasklistClient;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people can take along from a publication, over real HTTP and after a real review. */
class EvidenceTest extends ReviewWorld {

    private static final String TEXT = "握刀要稳 😀. Hold it firmly.";

    @Autowired
    private Ledger ledger;

    @Autowired
    private PublishRun run;

    @Autowired
    private Channels channels;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AssetRegister register;

    @Autowired
    private AuthorizationService authorizations;

    private Authorization tasklistForAll;

    @BeforeEach
    void everybody_may_sign_in() {
        isMemberOf("paul", "publishers");
        tasklistForAll = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        tasklistForAll.setResource(Resources.APPLICATION);
        tasklistForAll.setResourceId("tasklist");
        tasklistForAll.addPermission(Permissions.ACCESS);
        tasklistForAll = authorizations.saveAuthorization(tasklistForAll);
    }

    @AfterEach
    void as_before() {
        authorizations.deleteAuthorization(tasklistForAll.getId());
    }

    @Test
    void the_evidence_says_who_approved_what_and_where_it_went() throws Exception {
        Publication publication = published();

        TasklistClient.Answer answer = client("lena").get("/api/publications/%s/evidence".formatted(publication.id()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).contains("evidence-%s.json".formatted(publication.id()));
        JsonNode evidence = answer.json();
        String form = evidence.get("canonicalForm").asText();
        assertThat(form).contains(TEXT);
        assertThat(sha256(form))
                .isEqualTo(publication.hash())
                .isEqualTo(evidence.get("canonicalFormSha256").asText());
        assertThat(evidence.get("matchesApproval").asBoolean()).isTrue();
        assertThat(evidence.get("assembledBy").asText()).isEqualTo("lena");
        JsonNode signOff = evidence.at("/reviews/0/signOffs/0");
        assertThat(signOff.get("person").asText()).isEqualTo("rita");
        assertThat(signOff.get("hash").asText()).isEqualTo(publication.hash());
        assertThat(evidence.at("/screening/listVersion").asText()).isNotBlank();
        assertThat(evidence.at("/publication/link").asText()).endsWith("/site/newsroom/" + publication.id());
        assertThat(evidence.get("attempts").findValuesAsText("step"))
                .containsExactly("planned", "claimed", "callStarted", "published");
        assertThat(evidence.get("audit").findValuesAsText("action"))
                .contains("content.submitted", "review.approved", "publishing.planned", "publishing.published");
    }

    @Test
    void evidence_and_packs_are_for_those_whose_work_it_is() {
        String id = published().id();

        TasklistClient.Answer evidence = client("wei").get("/api/publications/%s/evidence".formatted(id));
        TasklistClient.Answer pack = client("wei").get("/api/publications/%s/pack".formatted(id));

        assertThat(evidence.status()).isEqualTo(400);
        assertThat(evidence.sentence())
                .isEqualTo("Only managers, legal and publishers may take the evidence of a publication.");
        assertThat(pack.sentence()).isEqualTo("Only publishers and managers post by hand.");
        assertThat(new TasklistClient(root())
                        .get("/api/publications/%s/evidence".formatted(id))
                        .status())
                .isEqualTo(401);
        assertThat(client("paul").get("/api/publications/P-1/pack").sentence())
                .isEqualTo("There is no publication P-1.");
        assertThat(client("paul")
                        .get("/api/publications/%s/pack".formatted(id))
                        .json()
                        .at("/body/text")
                        .asText())
                .isEqualTo(TEXT);
    }

    @Test
    void a_file_is_public_only_as_long_as_the_post_that_shows_it() {
        String piece = written(Category.KNOWLEDGE, TEXT, "wei").pieceId();
        byte[] png = Base64.getDecoder()
                .decode(
                        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Asset asset = as("wei", () -> register.add(piece, Asset.Kind.IMAGE, "刀.png", png, null));
        String path = "/site/media/" + asset.id();
        TasklistClient reader = new TasklistClient(root());
        assertThat(reader.get(path).status()).isEqualTo(404);

        Channel site = channels.of("newsroom");
        site.publish(new Order(
                "P-980001",
                "evidence-980001",
                piece,
                1,
                accounts.require("newsroom"),
                "T",
                "B",
                List.of(),
                List.of(asset),
                null));

        TasklistClient.Answer shown = reader.get(path);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.bytes()).isEqualTo(png);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("ETag")).isEqualTo("\"%s\"".formatted(asset.sha256()));
        assertThat(reader.get("/site/newsroom/P-980001").text()).contains("src=\"%s\"".formatted(path));
        site.takeDown("P-980001", "Wrong.");
        assertThat(reader.get(path).status()).isEqualTo(404);
    }

    private Publication published() {
        Version version = written(Category.KNOWLEDGE, TEXT, "wei");
        reviewStarts(version);
        jobsRun();
        signsOff("rita", version, "approved");
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        Slot now = new Slot(LocalDateTime.ofInstant(clock.instant(), zone), zone, clock.instant());
        String id = ledger.plan(version.pieceId(), "newsroom", version.number(), now)
                .id();
        assertThat(ledger.claim(id).outcome()).isEqualTo(Claim.Outcome.CLEAR);
        assertThat(run.publish(id).outcome()).isEqualTo(PublishRun.Outcome.PUBLISHED);
        return ledger.get(id);
    }

    private TasklistClient client(String person) {
        return TasklistClient.login(root(), person, person);
    }

    private URI root() {
        return URI.create("http://localhost:%d/".formatted(port));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
