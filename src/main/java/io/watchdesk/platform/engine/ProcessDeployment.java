package io.watchdesk.platform.engine;

import io.watchdesk.platform.NotStarted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys every model, decision and form as one deployment under names that do not depend on how the application was
 * packaged, so that a start from the jar after a start from Maven finds nothing new.
 *
 * <p>Of several nodes each runs the jobs of the deployments that were there when it started, so that in a rolling upgrade
 * an older node never runs a model that calls code it does not have. An older version that is started again after a newer
 * one stays out: its models would become the newest.
 */
@Component
class ProcessDeployment extends AbstractProcessEnginePlugin {

    private static final String NAME = "watchdesk";

    /** Travels with the models and tells which build they came from, and that a model was left out. */
    private static final String DIGEST = "watchdesk.sha256";

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.*");

    private final boolean goBack;

    ProcessDeployment(@Value("${watchdesk.node.go-back:false}") boolean goBack) {
        this.goBack = goBack;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setJobExecutorDeploymentAware(true);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try {
            deploy(engine.getRepositoryService());
        } catch (IOException e) {
            throw new UncheckedIOException("The models and forms of this build cannot be read.", e);
        }
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(known -> engine.getManagementService().registerDeploymentForJobExecutor(known.getId()));
    }

    private void deploy(RepositoryService repository) throws IOException {
        Map<String, byte[]> resources = resources();
        if (resources.isEmpty()) {
            return;
        }
        String digest = digest(resources);
        refuseOlder(repository, digest);
        DeploymentBuilder deployment =
                repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(false);
        resources.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
        deployment.addInputStream(DIGEST, new ByteArrayInputStream(digest.getBytes(StandardCharsets.US_ASCII)));
        deployment.deploy();
    }

    private void refuseOlder(RepositoryService repository, String digest) throws IOException {
        List<Deployment> newestFirst = repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .desc()
                .list();
        for (int age = 1; age < newestFirst.size() && !goBack; age++) {
            if (digest.equals(digestOf(repository, newestFirst.get(age)))
                    && !digest.equals(digestOf(repository, newestFirst.get(0)))) {
                throw new NotStarted(
                        "This version of Watchdesk is older than the one that was last started on this database, on %tF at %<tR UTC."
                                .formatted(newestFirst.get(0).getDeploymentTime()),
                        "Start the newer version. To go back on purpose, with every newer node stopped, start once with"
                                + " --watchdesk.node.go-back=true.",
                        2);
            }
        }
    }

    private static String digestOf(RepositoryService repository, Deployment deployment) throws IOException {
        if (!repository.getDeploymentResourceNames(deployment.getId()).contains(DIGEST)) {
            return null;
        }
        try (var content = repository.getResourceAsStream(deployment.getId(), DIGEST)) {
            return new String(content.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static String digest(Map<String, byte[]> resources) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            resources.forEach((name, content) -> {
                digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256.", e);
        }
    }

    private static Map<String, byte[]> resources() throws IOException {
        Map<String, byte[]> byName = new TreeMap<>();
        List<Resource> found = new ArrayList<>();
        for (String pattern : PATTERNS) {
            found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
        }
        for (Resource resource : found) {
            String url = resource.getURL().toString();
            int root = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
            byName.put(url.substring(root + 1), resource.getContentAsByteArray());
        }
        return byName;
    }
}
