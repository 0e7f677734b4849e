package io.watchdesk.platform.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys every model, decision and form as one deployment under names that do not depend on how the application was
 * packaged, so that a start from the jar after a start from Maven finds nothing new.
 */
@Component
class ProcessDeployment extends AbstractProcessEnginePlugin {

    private static final List<String> PATTERNS =
            List.of("classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.*");

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try {
            DeploymentBuilder deployment = engine.getRepositoryService()
                    .createDeployment()
                    .name("watchdesk")
                    .source("watchdesk")
                    .enableDuplicateFiltering(false);
            boolean empty = true;
            for (var entry : resources().entrySet()) {
                try (InputStream content = entry.getValue().getInputStream()) {
                    deployment.addInputStream(entry.getKey(), content);
                    empty = false;
                }
            }
            if (!empty) {
                deployment.deploy();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("The models and forms of this build cannot be read.", e);
        }
    }

    private static TreeMap<String, Resource> resources() throws IOException {
        TreeMap<String, Resource> byName = new TreeMap<>();
        List<Resource> found = new ArrayList<>();
        for (String pattern : PATTERNS) {
            found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources(pattern)));
        }
        for (Resource resource : found) {
            String url = resource.getURL().toString();
            int root = Math.max(url.lastIndexOf("/processes/"), url.lastIndexOf("/forms/"));
            byName.put(url.substring(root + 1), resource);
        }
        return byName;
    }
}
