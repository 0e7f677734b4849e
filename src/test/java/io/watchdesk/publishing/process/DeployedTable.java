package io.watchdesk.publishing.process;

import io.watchdesk.platform.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** The decision tables of one process folder, evaluated by the same engine without a database. */
final class DeployedTable implements Decisions {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final String folder;

    DeployedTable(String folder) {
        this.folder = folder;
    }

    @Override
    public List<Map<String, Object>> evaluate(String decision, Map<String, Object> inputs) {
        try (InputStream table = Files.newInputStream(Path.of("processes", folder, decision + ".dmn"))) {
            return ENGINE.evaluateDecisionTable(ENGINE.parseDecision(decision, table), inputs)
                    .getResultList();
        } catch (IOException e) {
            throw new UncheckedIOException("There is no table " + decision + ".", e);
        }
    }
}
